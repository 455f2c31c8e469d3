"""What a reader has to be warned of beside a picture: other printed values, means that contradict their totals."""

from collections.abc import Iterator

from loaders.exhibit import Figure, Mark
from loaders.labels import Labels
from loaders.language import Wording
from loaders.number import number_text, spoken_text
from loaders.recomputation import Recomputed


def caveats_of(marks: tuple[Mark, ...], labels: Labels, recomputed: tuple[Recomputed, ...]) -> tuple[str, ...]:
    """One sentence for each shown figure that the study itself contradicts, in drawing order."""
    shown = {
        (tuple((name, item.code) for name, item in figure.key), figure.measure)
        for mark in marks
        for figure in mark.figures
        if figure
    }
    doubts = (
        explanation(one, labels)
        for one in recomputed
        if not one.agrees and (one.printed.key, one.printed.measure) in shown
    )
    return tuple(dict.fromkeys([*_alternatives(marks, labels.words), *doubts]))


def explanation(found: Recomputed, labels: Labels) -> str:
    """What a recomputation shows: the declared statement, or the printed mean beside the quotient of its totals."""
    words, row = labels.words, found.printed
    measure = labels.measure(row.measure)
    unit = labels.unit(measure)
    printed = spoken_text(row.value or 0, measure, unit, row.qualifier or "=", words)
    recomputed = recomputed_text(found, labels)
    if found.statement:
        return words.of(found.statement).replace("{printed}", printed).replace("{recomputed}", recomputed)
    numerator, denominator = (number_text(one.value or 0, words) for one in found.operands)
    return words.say(
        "{name}, {measure}: {printed} printed, but {numerator} / {denominator} = {recomputed}.",
        name=", ".join(labels.item(name, code).label for name, code in row.key),
        measure=words.of(measure.label),
        printed=printed,
        numerator=numerator,
        denominator=denominator,
        recomputed=recomputed,
    )


def recomputed_text(found: Recomputed, labels: Labels) -> str:
    """The recomputed value as the printed one is spoken, to one decimal."""
    measure = labels.measure(found.printed.measure)
    return spoken_text(round(found.value, 1), measure, labels.unit(measure), "=", labels.words)


def _alternatives(marks: tuple[Mark, ...], words: Wording) -> Iterator[str]:
    for mark in marks:
        for figure in mark.figures:
            if figure and figure.alternatives:
                others = list(dict.fromkeys(printed_text(other, words) for other in figure.alternatives))
                yield words.say(
                    "{name}: shown as {shown}; the study also prints {others}.",
                    name=mark.category.label,
                    shown=printed_text(figure, words),
                    others=words.listing(others),
                )


def printed_text(figure: Figure, words: Wording) -> str:
    """A figure in a sentence with the page on which it is printed."""
    if figure.reference.page is None:
        return figure.spoken
    return words.say("{value} (p.\N{NO-BREAK SPACE}{page})", value=figure.spoken, page=figure.reference.page)
