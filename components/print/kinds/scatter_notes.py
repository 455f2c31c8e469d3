"""What is said below a scatter: what areas mean, names for numbers, values that no place on the plot can tell."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from components.layout.axis import named
from components.layout.bubble import SIZE, is_told_below
from components.layout.looks import look
from components.print.flow import Entry, flowed
from components.print.plot import Plot, Space, value_text
from components.print.scene import drawn
from loaders.exhibit import Exhibit


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """What is said, and the marks of which it does not say everything for want of room."""

    plot: Plot
    unsaid: frozenset[str]


def scatter_notes(exhibit: Exhibit, numbers: Mapping[str, str], space: Space, most: float) -> Notes:
    """The notes in small type, as many as fit into `most` points; `numbers` name bubbles beside which no name fits."""
    small = replace(space, type=replace(space.type, body=space.type.small))
    entries = list(_entries(exhibit, numbers, space))
    count = len(entries)
    plot = flowed(entries, small, space.palette.muted)
    while count and plot.height > most:
        count -= 1
        plot = flowed(entries[:count], small, space.palette.muted)
    unsaid = (entry.stands_for.category.code for entry in entries[count:] if entry.stands_for)
    return Notes(plot=plot, unsaid=frozenset(unsaid))


def _entries(exhibit: Exhibit, numbers: Mapping[str, str], space: Space) -> Iterator[Entry]:
    words = space.words
    if len(exhibit.measures) > SIZE:
        measure = named(exhibit.measures[SIZE], words)
        yield Entry(look=None, text=words.say("Area of the circles: {measure}", measure=measure))
    for name, number in numbers.items():
        yield Entry(look=None, text=f"{number}\N{NO-BREAK SPACE}{name}")
    for mark in exhibit.marks:
        for index, figure in enumerate(mark.figures):
            if figure and is_told_below(mark, figure):
                label = f"{mark.category.label} – {exhibit.measures[index].label}"
                said = words.say("{label}: {value}", label=label, value="").rstrip()
                dress = look(figure, space.palette.gap, space.palette) if figure.value is None else None
                yield Entry(look=dress, text=said, value=value_text(exhibit, figure), stands_for=drawn(mark, figure))
