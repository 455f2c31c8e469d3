"""A figure that is carried from one state of the data to another, in words: what it is of, and its value."""

from loaders.labels import Labels
from loaders.number import number_text, spoken_text
from loaders.observation import MEASURE, QUALIFIERS, STATUSES
from loaders.provenance import CarriedFigure


def figure_name(figure: CarriedFigure, labels: Labels) -> str:
    """What a figure is of: its codes by their labels, then its measure."""
    codes = [code_label(name, code, labels) for name, code in figure.key]
    return ", ".join([*codes, code_label(MEASURE, figure.measure, labels)])


def figure_value(figure: CarriedFigure | None, labels: Labels) -> str:
    """The value of a figure with its unit, qualifier and status; a dash where there is no figure."""
    if figure is None:
        return "–"
    words = labels.words
    status = words.say(STATUSES[figure.status]) if figure.status in STATUSES else figure.status
    if figure.value is None:
        return words.say("no value ({status})", status=status)
    try:
        text = _number(figure, figure.value, labels)
    except ArithmeticError:  # no number of ours has so many digits; anybody may write one into a file
        text = f"{figure.value:g}"
    return text if figure.status == "A" else f"{text} ({status})"


def code_label(name: str, code: str, labels: Labels) -> str:
    """The label of a code, the code itself where the observatory of today does not know it."""
    try:
        return labels.item(name, code).label
    except (LookupError, StopIteration, ValueError):
        return code


def _number(figure: CarriedFigure, value: float, labels: Labels) -> str:
    measure = next((one for one in labels.declaration.all_measures if one.id == figure.measure), None)
    if measure is None or figure.qualifier not in QUALIFIERS:
        return number_text(value, labels.words)
    return spoken_text(value, measure, labels.unit(measure), figure.qualifier, labels.words)
