"""How wide the columns of a printed table are: as their texts need, and where that is too much, as is fair."""

from components.print.typeface import Face, width, wrapped
from loaders.table import Table

#: Room at both sides of a cell, in points.
PADDING = 9.1
#: No column asks for more than this, in points, while others have to share.
_WIDEST_WORD = 120.0


def column_widths(table: Table, size: float, room: float) -> tuple[float, ...]:
    """The width of each column in points, with `room` for all of them and type of `size`.

    Where all fit on one line each, they are as wide as their texts. Otherwise each has its longest word, and what is
    left goes to the columns with the most text.
    """
    cells = list(zip(*table.rows, strict=True)) if table.rows else [() for _ in table.columns]
    natural, least, amount = [], [], []
    for heading, texts in zip(table.columns, cells, strict=True):
        lines = [width(text, size) for text in texts]
        words = [width(word, size) for text in texts for word in text.split(" ")]
        head = [width(word, size, Face.BOLD) for word in heading.split(" ")]
        # A heading may take two lines; it does not make its column as wide as itself.
        named = max(width(one, size, Face.BOLD) for one in wrapped(heading, max(60.0, *head), size, Face.BOLD))
        natural.append(PADDING + max([named, *lines]))
        least.append(PADDING + min(_WIDEST_WORD, max([*head, *words])))
        amount.append(sum(lines) + 1.0)
    if sum(natural) <= room:
        return tuple(natural)
    free = room - sum(least)
    if free <= 0:
        return tuple(one * room / sum(least) for one in least)
    return _shared(natural, least, amount, free)


def _shared(natural: list[float], least: list[float], amount: list[float], free: float) -> tuple[float, ...]:
    """The least widths and a part of what is free, none wider than its text needs."""
    given = list(least)
    while free > 1:
        open_ones = [place for place, one in enumerate(given) if one < natural[place] - 0.5]
        if not open_ones:
            break
        whole, left = sum(amount[place] for place in open_ones), free
        for place in open_ones:
            more = min(left * amount[place] / whole, natural[place] - given[place])
            given[place] += more
            free -= more
    return tuple(given)
