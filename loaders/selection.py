"""What a reader chooses: the choices of a group of views, their options taken from the data, and what is refused."""

from collections.abc import Mapping
from dataclasses import dataclass

from loaders.exhibit import Item
from loaders.labels import Labels
from loaders.observation import MEASURE, Observation
from loaders.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One thing to choose: its options (each leads to at least one figure), what is chosen, and what was refused."""

    name: str
    label: str
    options: tuple[Item, ...]
    chosen: Item
    refused: str | None = None


def rows_of(view: View, rows: tuple[Observation, ...], chosen: Mapping[str, str]) -> tuple[Observation, ...]:
    """The observations of a view for some choices; names that the view does not offer are ignored."""
    held = {name: code for name, code in chosen.items() if name in view.choose}
    codes = {name: view.codes_of(name) or () for name in view.where}
    measures = (held[MEASURE],) if MEASURE in held else view.measures
    return tuple(
        row
        for row in rows
        if row.measure in measures
        and all(row.code(name) in allowed for name, allowed in codes.items())
        and row.matches(held)
    )


def choices(
    views: tuple[View, ...], rows: tuple[Observation, ...], wanted: Mapping[str, str], labels: Labels
) -> tuple[Choice, ...]:
    """The choices of views that stand together, in order: each one narrows the options of those that follow.

    Args:
        views: views of one dataset; the first that offers a choice decides its options.
        rows: the observations of the dataset, derived ones included.
        wanted: codes by name, as they come from a link; one that is impossible is replaced and named in `refused`.
        labels: the labels of the dataset.
    """
    made: list[Choice] = []
    for name in dict.fromkeys(name for view in views for name in view.choose):
        view = next(view for view in views if name in view.choose)
        chosen = {choice.name: choice.chosen.code for choice in made}
        codes = _options(name, view, rows, chosen, labels)
        if not codes:
            continue
        default = view.defaults.get(name)
        first = default if default is not None and default in codes else codes[0]
        asked = wanted.get(name)
        made.append(
            Choice(
                name=name,
                label=labels.dimension_label(name),
                options=tuple(labels.item(name, code) for code in codes),
                chosen=labels.item(name, asked if asked is not None and asked in codes else first),
                refused=asked if asked is not None and asked not in codes else None,
            )
        )
    return tuple(made)


def _options(
    name: str, view: View, rows: tuple[Observation, ...], chosen: Mapping[str, str], labels: Labels
) -> list[str]:
    possible = {row.code(name) for row in rows_of(view, rows, chosen)}
    if name == MEASURE:
        return [measure for measure in view.measures if measure in possible]
    return sorted(possible, key=lambda code: labels.declared_order(name, code))


def choice_of(name: str, label: str, options: tuple[Item, ...], wanted: Mapping[str, str]) -> Choice:
    """A choice among given options, the first of them unless the wanted one is there."""
    asked = wanted.get(name)
    chosen = next((option for option in options if option.code == asked), None)
    refused = asked if asked is not None and chosen is None else None
    return Choice(name=name, label=label, options=options, chosen=chosen or options[0], refused=refused)
