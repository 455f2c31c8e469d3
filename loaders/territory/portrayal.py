"""Makes the portrait of an area from a library."""

from collections.abc import Iterator
from dataclasses import dataclass

from loaders.caveats import caveats_of
from loaders.composition import compose
from loaders.exhibit import Exhibit, Item, Mark
from loaders.figures import source_line
from loaders.labels import Labels
from loaders.language import Wording, wording
from loaders.library import Library
from loaders.measure import MeasureKind
from loaders.order import Place, place_of
from loaders.territory.difference import Reason, Side, difference
from loaders.territory.indicator import Holdings, Indicator, latest
from loaders.territory.peer_group import PeerGroup, peer_group
from loaders.territory.portrait import Counterpart, Drawn, Line, Portrait, Section, Uncertain
from loaders.view import View, ViewKind
from loaders.vocabulary import Text

_UNDRAWN = frozenset({MeasureKind.FLAG, MeasureKind.SIGN})
_PLACELESS = _UNDRAWN | {MeasureKind.RANK}
_FEWEST_IN_PICTURE = 2


def portray(library: Library, held: Holdings, area: str, reference: str | None, words: Wording) -> Portrait:
    """The portrait of an area of which something is known.

    Args:
        library: what was read.
        held: what it knows of areas.
        area: the code of the area.
        reference: the code of the area that it is set against, None for none.
        words: the language.
    """
    areas = library.catalogue.areas
    indicators: dict[str, list[Indicator]] = {}
    for one in held.of(area):
        indicators.setdefault(one.dataset, []).append(one)
    portrayed = {
        name: _Portrayer(library, held, name, area, reference, words).section(tuple(indicators[name]))
        for name in held.shapes
        if name in indicators
    }
    declarations = library.catalogue.declarations
    return Portrait(
        area=Item(area, words.of(areas[area].name)),
        reference=Item(reference, words.of(areas[reference].name)) if reference else None,
        sections=tuple(portrayed.values()),
        absent=tuple(words.of(declarations[name].title) for name in held.shapes if name not in indicators),
    )


def printed_figures(library: Library, held: Holdings, dataset: str, shown: Portrait) -> View:
    """The table of all that a dataset has of the two areas of a portrait, figures of other periods included."""
    declaration, area = library.catalogue.declaration(dataset), held.shapes[dataset].area
    return View(
        id="territory_figures",
        kind=ViewKind.TABLE,
        title=declaration.title,
        measures=tuple(one.id for one in declaration.all_measures),
        category=area,
        where={area: tuple(one.code for one in (shown.area, shown.reference) if one)},
    )


@dataclass(frozen=True)
class _Portrayer:
    library: Library
    held: Holdings
    dataset: str
    area: str
    reference: str | None
    words: Wording

    def section(self, indicators: tuple[Indicator, ...]) -> Section:
        lines = tuple(line for one in indicators for line in self._line(one))
        ordered = tuple(sorted(lines, key=lambda one: (one.reference is None, one.standing is None)))
        catalogue = self.library.catalogue
        marks = tuple(one for line in ordered for one in line.marks)
        references = tuple(figure.reference for one in marks for figure in one.figures if figure)
        return Section(
            dataset=self.dataset,
            title=self.words.of(catalogue.declaration(self.dataset).title),
            lines=ordered,
            picture=_picture(ordered),
            source_line=source_line(dict.fromkeys(references), catalogue.sources, self.words),
            warnings=tuple(dict.fromkeys(text for line in ordered for text in self._warnings(line))),
        )

    def _warnings(self, line: Line) -> Iterator[str]:
        for one in line.marks:
            for text in caveats_of((one,), self._labels, self.library.recomputed[self.dataset]):
                # Other printed values are told of an area, not of an indicator.
                yield f"{line.name} \N{EN DASH} {text}" if one.figure.alternatives else text

    @property
    def _labels(self) -> Labels:
        catalogue = self.library.catalogue
        return Labels(catalogue.declaration(self.dataset), catalogue, self.words)

    def _line(self, indicator: Indicator) -> Iterator[Line]:
        known, labels = self.held.known[indicator], self._labels
        period = latest(known[self.area])
        drawn = self._drawn(indicator, period, peer_group(self.held, self.library, indicator, period, self.area))
        own = _mark_of(self.area, drawn)
        if drawn is None or own is None:
            return
        reference = self._counterpart(indicator, period, drawn)
        names = [labels.measure_label(name).label for name in indicator.measures]
        codes = [labels.item(name, code).label for name, code in indicator.codes]
        yield Line(
            name=" · ".join([" / ".join(names), *codes]),
            period=self._period(period),
            drawn=drawn,
            own=own,
            reference=reference,
            difference=self._difference(own, self._period(period), reference),
            standing=_standing(drawn.exhibit, own),
        )

    def _period(self, period: str) -> str:
        dimension = self.held.shapes[self.dataset].period
        return self._labels.item(dimension, period).label if dimension else ""

    def _drawn(self, indicator: Indicator, period: str, peers: PeerGroup) -> Drawn | None:
        shape = self.held.shapes[self.dataset]
        chosen = {**dict(indicator.codes), **({shape.period: period} if shape.period else {})}
        view = View(
            id="territory",
            kind=ViewKind.RANKING,
            title=self._title(peers.title),
            measures=indicator.measures,
            category=shape.area,
            where={shape.area: peers.areas},
            choose=tuple(chosen),
            focus=self.area,
        )
        made = compose(self.library, self.dataset, view, chosen, self.words)
        return Drawn(exhibit=made, view=view) if made else None

    def _title(self, message: str) -> Text:
        area, french, english = self.library.catalogue.areas[self.area], wording("fr"), wording("en")
        return Text(fr=french.say(message, area=area.name.fr), en=english.say(message, area=area.name.en))

    def _counterpart(self, indicator: Indicator, period: str, drawn: Drawn) -> Counterpart | None:
        known = self.held.known[indicator].get(self.reference or "")
        if known is None or self.reference is None:
            return None
        same = period if period in known else latest(known)
        found = _mark_of(self.reference, drawn) if same == period else None
        alone = PeerGroup((self.reference,), "{area}")
        found = found or _mark_of(self.reference, self._drawn(indicator, same, alone))
        return Counterpart(mark=found, period=self._period(same)) if found else None

    def _difference(self, own: Mark, period: str, reference: Counterpart | None) -> str | Reason | None:
        if reference is None:
            return None
        areas = self.library.catalogue.areas
        return difference(
            Side(mark=own, period=period, level=areas[self.area].level),
            Side(mark=reference.mark, period=reference.period, level=areas[reference.mark.category.code].level),
            self._labels,
        )


def _mark_of(area: str, drawn: Drawn | None) -> Mark | None:
    return next((one for one in drawn.exhibit.marks if one.category.code == area), None) if drawn else None


def _standing(exhibit: Exhibit, own: Mark) -> Place | Uncertain | None:
    others = [one.figure for one in exhibit.marks if one.figure.value is not None and one is not own]
    measure = exhibit.measures[0]
    if own.figure.value is None or not others or len(exhibit.measures) > 1 or measure.kind in _PLACELESS:
        return None
    return place_of(own.figure, others) or Uncertain()


def _picture(lines: tuple[Line, ...]) -> Drawn | None:
    """Of the exhibits that compare areas the one with most values; ranks and areas without a value come last."""

    def worth(line: Line) -> tuple[bool, bool, int]:
        return line.has_value, line.exhibit.measures[0].kind is not MeasureKind.RANK, line.exhibit.coverage.known

    drawn = [one for one in lines if len(one.exhibit.measures) == 1]
    drawn = [one for one in drawn if one.exhibit.measures[0].kind not in _UNDRAWN]
    drawn = [one for one in drawn if one.exhibit.coverage.known >= _FEWEST_IN_PICTURE]
    return max(drawn, key=worth).drawn if drawn else None
