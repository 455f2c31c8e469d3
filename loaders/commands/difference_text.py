"""A difference in words: how much changes, the coverage before and after, and the revised values."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from loaders.editions.area_coverage import Covered
from loaders.editions.difference import Difference, Revision
from loaders.labels import Labels
from loaders.language import Wording
from loaders.number import number_text
from loaders.observation import Observation
from loaders.period import period_label

#: Of each kind of change, so many are named.
FIRST = 20


def difference_lines(found: Difference, labels: Labels) -> Iterator[str]:
    """The difference as text: counts, coverage where it changes, the first rows of each kind."""
    words = labels.words
    counts = found.counts
    if found.is_empty:
        yield words.say("Nothing changes.")
        return
    yield words.say(
        "{added} added, {removed} removed, {revised} revised, {unchanged} unchanged.",
        added=counts.added,
        removed=counts.removed,
        revised=counts.revised,
        unchanged=counts.unchanged,
    )
    yield from coverage_lines(found, labels)
    for label, rows in (
        (words.say("Added"), found.added(FIRST)),
        (words.say("Removed"), found.removed(FIRST)),
    ):
        yield from (words.say("{label}: {value}", label=label, value=row_text(row, labels)) for row in rows)
    yield from (
        words.say("{label}: {value}", label=words.say("Revised"), value=revision_text(one, labels))
        for one in found.revised(FIRST)
    )


def coverage_lines(found: Difference, labels: Labels) -> Iterator[str]:
    """The coverage before and after, for each measure and period in which it changes."""
    for cell in found.coverage:
        if cell.before != cell.after:
            yield labels.words.say(
                "Coverage of {measure}{period}: {before} before, {after} after.",
                measure=labels.item("measure", cell.measure).label,
                period=f", {period_label(cell.period, labels.words)}" if cell.period else "",
                before=_covered(cell.before),
                after=_covered(cell.after),
            )


def difference_json(found: Difference) -> dict[str, Any]:
    """The difference as JSON knows it, with every changed row."""
    return {
        "counts": {**asdict(found.counts), "unchanged": found.counts.unchanged},
        "coverage": [asdict(cell) for cell in found.coverage],
        "added": found.added_rows.to_dicts(),
        "removed": found.removed_rows.to_dicts(),
        "revised": [
            {"before": before, "after": after}
            for before, after in zip(found.old.to_dicts(), found.new.to_dicts(), strict=True)
        ],
    }


def revision_text(one: Revision, labels: Labels) -> str:
    """A revised observation: its key, the old and the new value, the change in per cent where there is one."""
    words = labels.words
    values = f"{value_text(one.before, words)} → {value_text(one.after, words)}"
    if one.change_percent is not None:
        values += f" ({number_text(round(one.change_percent, 1), words, signed=True)}\N{NO-BREAK SPACE}%)"
    return words.say("{label}: {value}", label=key_text(one.after, labels), value=values)


def row_text(row: Observation, labels: Labels) -> str:
    """An observation in words: its key and its value."""
    words = labels.words
    return words.say("{label}: {value}", label=key_text(row, labels), value=value_text(row, words))


def key_text(row: Observation, labels: Labels) -> str:
    """What an observation is of, in words."""
    parts = [labels.item(name, code).label for name, code in row.key]
    return ", ".join([*parts, labels.item("measure", row.measure).label])


def value_text(row: Observation, words: Wording) -> str:
    """The value of an observation as a number, or its status where it has none."""
    if row.value is None:
        return words.say("no value ({status})", status=row.status)
    return number_text(row.value, words)


def _covered(covered: Covered | None) -> str:
    return "0" if covered is None else f"{covered.known}/{covered.total}"
