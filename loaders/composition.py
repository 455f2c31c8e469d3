"""Composes the exhibit of a view: the one place where data, view, selection and language become a picture's content."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from loaders import sentences
from loaders.caveats import caveats_of
from loaders.coverage import coverage_of
from loaders.exhibit import Exhibit, Figure, Item, Mark, Role
from loaders.figures import FigureMaker, source_line
from loaders.labels import Labels
from loaders.language import Wording
from loaders.library import Library
from loaders.measure import Measure, MeasureKind
from loaders.observation import MEASURE, QUALIFIERS, STATUSES, Observation
from loaders.selection import rows_of
from loaders.view import MAPS, View, ViewKind

_ONE_MARK_A_ROW = ViewKind.TABLE
_SORTED_BY_VALUE = frozenset({ViewKind.RANKING, ViewKind.DUMBBELL, ViewKind.SCATTER, *MAPS})


@dataclass(frozen=True)
class _Composer:
    labels: Labels
    figures: FigureMaker
    view: View
    measures: tuple[str, ...]

    def marks(self, rows: tuple[Observation, ...]) -> list[Mark]:
        """The marks of a picture in drawing order."""
        if self.view.kind is _ONE_MARK_A_ROW and self.view.series is None:
            return self._ordered([self._mark([row], [self.figures.plain_figure(row)]) for row in rows])
        cells: dict[tuple[str, str | None], dict[str, Observation]] = {}
        for row in self.figures.settled(rows):
            place = (row.code(self.view.category), row.code(self.view.series) if self.view.series else None)
            cells.setdefault(place, {})[row.measure] = row
        marks = []
        for found in cells.values():
            if MEASURE in (self.view.category, self.view.series):
                marks += [self._mark([row], [self.figures.figure(row)]) for row in found.values()]
            else:
                shown = [self.figures.figure(found[name]) if name in found else None for name in self.measures]
                marks.append(self._mark(list(found.values()), shown))
        return self._ordered(marks)

    def _mark(self, rows: list[Observation], shown: Iterable[Figure | None]) -> Mark:
        row, view, labels = rows[0], self.view, self.labels
        series = labels.item(view.series, row.code(view.series)) if view.series else None
        names = (view.category, *((view.series,) if view.series else ()), *(name for name, _ in row.key))
        roles = (labels.role(name, row.code(name)) for name in names)
        return Mark(
            category=labels.item(view.category, row.code(view.category)),
            series=series,
            role=next((role for role in roles if role is not Role.OTHER), Role.OTHER),
            figures=tuple(shown),
        )

    def _ordered(self, marks: list[Mark]) -> list[Mark]:
        view, labels = self.view, self.labels

        def declared(one: Mark) -> tuple[object, ...]:
            series = labels.declared_order(view.series, one.series.code) if view.series and one.series else ()
            return (labels.declared_order(view.category, one.category.code), series)

        marks = sorted(marks, key=declared)
        if view.order == "value" and view.kind in _SORTED_BY_VALUE:
            marks.sort(key=lambda one: self._size(one.figure))
        if view.order == "value" and view.kind is ViewKind.TABLE and view.series == MEASURE:
            first = {one.category: one.figure for one in marks if one.figure.measure == self.measures[0]}
            marks.sort(key=lambda one: self._size(first.get(one.category)))
        return marks

    def _size(self, figure: Figure | None) -> tuple[bool, float]:
        """A sort key: the best rank or the largest value first, gaps last."""
        if figure is None or figure.value is None:
            return True, 0.0
        is_rank = self.labels.measure(self.measures[0]).kind is MeasureKind.RANK
        return False, figure.value if is_rank else -figure.value


def compose(library: Library, dataset: str, view: View, chosen: Mapping[str, str], words: Wording) -> Exhibit | None:
    """The exhibit of a view for some choices, None where no observation fits them.

    Args:
        library: what was read.
        dataset: the id of a dataset that could be read.
        view: one of its views, or one that was made for exploring.
        chosen: codes by name for what the view lets choose.
        words: the language.
    """
    read = library.dataset(dataset)
    if read is None:
        return None
    labels = Labels(read.declaration, library.catalogue, words)
    everything = library.observations(dataset)
    rows = rows_of(view, everything, chosen)
    if not rows:
        return None
    measures = tuple(name for name in view.measures if any(row.measure == name for row in rows))
    doubted = frozenset(one.printed for one in library.recomputed[dataset] if not one.agrees)
    composer = _Composer(labels, FigureMaker(labels, everything, doubted), view, measures)
    marks = tuple(composer.marks(rows))
    return _exhibit(library, composer, marks, chosen)


def _exhibit(library: Library, composer: _Composer, marks: tuple[Mark, ...], chosen: Mapping[str, str]) -> Exhibit:
    view, labels, words = composer.view, composer.labels, composer.labels.words
    declaration = labels.declaration
    measures = tuple(labels.measure_label(name) for name in composer.measures)
    units = {one.unit for one in measures}
    figures = [figure for one in marks for figure in one.figures if figure]
    references = tuple(dict.fromkeys(figure.reference for figure in figures))
    selection = tuple((name, labels.item(name, code)) for name, code in chosen.items() if name in view.choose)
    dataset = library.dataset(declaration.id)
    draft = Exhibit(
        dataset=declaration.id,
        view=view.id,
        kind=view.kind,
        language=words.language,
        title=words.of(view.title),
        subtitle=sentences.subtitle(marks, measures, selection, words),
        unit=units.pop() if len(units) == 1 else "",
        measures=measures,
        category_label=labels.dimension_label(view.category),
        series_label=labels.dimension_label(view.series) if view.series else "",
        categories=tuple(dict.fromkeys(one.category for one in marks)),
        series=_series(marks, labels, view),
        marks=marks,
        selection=selection,
        source_line=source_line(references, library.catalogue.sources, words),
        coverage=coverage_of(marks, view, labels),
        legend=_legend(figures, declaration.all_measures, words),
        reading="",
        alt="",
        method=_method(figures, library, labels),
        warnings=caveats_of(marks, labels, library.recomputed[declaration.id]),
        data_version=dataset.version if dataset else "",
        licence=words.of(declaration.licence.title),
        is_declared=any(one.id == view.id for one in declaration.views),
        layer=view.layer,
        focus=view.focus,
        note=words.of(view.note) if view.note else None,
        references=references,
        dimension_labels={
            name: labels.dimension_label(name) for name in (*(one.id for one in declaration.dimensions), MEASURE)
        },
    )
    return sentences.with_words(draft, words)


def _series(marks: tuple[Mark, ...], labels: Labels, view: View) -> tuple[Item, ...]:
    found = dict.fromkeys(one.series for one in marks if one.series)
    name = view.series or ""
    return tuple(sorted(found, key=lambda item: labels.declared_order(name, item.code)))


def _legend(figures: list[Figure], declared: tuple[Measure, ...], words: Wording) -> tuple[Item, ...]:
    statuses = {figure.status for figure in figures} - {"A"}
    flags = {measure.id for measure in declared if measure.kind is MeasureKind.FLAG}
    qualifiers = {figure.qualifier for figure in figures if figure.measure not in flags} - {"="}
    codes = [*(code for code in STATUSES if code in statuses), *(code for code in QUALIFIERS if code in qualifiers)]
    meanings = STATUSES | QUALIFIERS
    return tuple(Item(code, words.say(meanings[code])) for code in codes)


def _method(figures: list[Figure], library: Library, labels: Labels) -> tuple[str, ...]:
    derivations = dict.fromkeys(figure.derived_from for figure in figures if figure.derived_from)
    declaration, rows = labels.declaration, library.observations(labels.declaration.id)
    return (*derivations, *(labels.words.of(point) for point in declaration.key_points if point.holds(rows)))
