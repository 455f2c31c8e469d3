"""Exhibits for the tests of the charts, made of printed figures of the study."""

from dataclasses import replace

from loaders.exhibit import Coverage, Exhibit, Figure, Item, Mark, MeasureLabel, Reference, Role
from loaders.language import wording
from loaders.measure import MeasureKind
from loaders.number import number_text, ordinal
from loaders.view import ViewKind

STUDY = Reference(
    source_id="mediscope-2025", title="Medi’Scope, édition 2025", page="30", producer="In Extenso", note=None
)
ROLES = {"FR10": Role.ACCENT, "FR": Role.NATIONAL, "idf_health": Role.ACCENT, "paris_cite": Role.ACCENT}
GAP_TEXT = "non imprimé"


def measure(code: str, label: str, unit: str = "", kind: MeasureKind = MeasureKind.AMOUNT) -> MeasureLabel:
    """A measure as an exhibit names it."""
    return MeasureLabel(code=code, label=label, unit=unit, kind=kind)


AMOUNT = measure("amount", "Montants levés", "M€")
PROJECTS = measure("projects", "Projets", "projets", MeasureKind.COUNT)
CAPITAL = measure("capital", "Capital investi", "M€")
JOBS = measure("jobs", "Emplois créés", "emplois", MeasureKind.COUNT)
SHARE = measure("share", "Part des startups", "%", MeasureKind.SHARE)
CHANGE = measure("change", "Évolution annuelle", "%", MeasureKind.CHANGE)
RANK = measure("rank", "Rang", "rang", MeasureKind.RANK)
BEST = measure("best", "Meilleur rang", "rang", MeasureKind.RANK)
WORST = measure("worst", "Moins bon rang", "rang", MeasureKind.RANK)
SIGN = measure("sign", "Par rapport à tous les secteurs", "", MeasureKind.SIGN)


def printed(of: MeasureLabel, value: float | None, qualifier: str = "=", status: str = "A") -> Figure:
    """A figure as the exhibit would word it in French; None is a gap."""
    if value is None:
        return Figure(
            measure=of.code,
            value=None,
            text=GAP_TEXT,
            spoken=GAP_TEXT,
            headline=GAP_TEXT,
            qualifier="=",
            status="L",
            reference=STUDY,
        )
    plain = number_text(value, wording("fr"), signed=of.kind is MeasureKind.CHANGE)
    if of.kind is MeasureKind.RANK:
        plain = ordinal(int(value), wording("fr"))
    if of.kind is MeasureKind.SIGN:
        plain = "plus fréquent" if value > 0 else "moins fréquent"
    text = plain if qualifier == "=" else f"{qualifier}\u00a0{plain}"
    spoken = f"{text}\u202f{of.unit}" if of.unit not in {"", "rang"} else text
    return Figure(
        measure=of.code,
        value=value,
        text=text,
        spoken=spoken,
        headline=text,
        qualifier=qualifier,
        status=status,
        reference=STUDY,
    )


def mark(category: Item, *figures: Figure | None, series: Item | None = None, role: Role | None = None) -> Mark:
    """A mark whose role follows from its area."""
    codes = (category.code, series.code if series else "")
    known = next((ROLES[code] for code in codes if code in ROLES), Role.OTHER)
    return Mark(category=category, series=series, role=role or known, figures=figures)


def exhibit(kind: ViewKind, measures: tuple[MeasureLabel, ...], marks: tuple[Mark, ...], **changes: object) -> Exhibit:
    """An exhibit of `marks`; categories and series are taken from them in order."""
    units = {one.unit for one in measures}
    made = Exhibit(
        dataset="sample",
        view=str(kind),
        kind=kind,
        language="fr",
        title="Titre",
        subtitle="Sous-titre",
        unit=units.pop() if len(units) == 1 else "",
        measures=measures,
        category_label="Territoire",
        series_label="",
        categories=tuple(dict.fromkeys(one.category for one in marks)),
        series=tuple(dict.fromkeys(one.series for one in marks if one.series)),
        marks=marks,
        selection=(),
        source_line="Source : Medi’Scope 2025, p. 30.",
        coverage=Coverage(known=1, total=1, text=""),
        legend=(),
        reading="",
        alt="",
        method=(),
        warnings=(),
        data_version="1",
        licence="",
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # any field, by name


AREAS = {
    "GB": "Royaume-Uni",
    "FR": "France",
    "CH": "Suisse",
    "DE": "Allemagne",
    "NL": "Pays-Bas",
    "BE": "Belgique",
    "ES": "Espagne",
    "IT": "Italie",
    "IE": "Irlande",
    "FR10": "Île-de-France",
    "EUROPE": "Europe",
}


def area(code: str) -> Item:
    """An area with its French name."""
    return Item(code, AREAS[code])


def funding_ranking() -> Exhibit:
    """Amounts raised by country: a bound, a contradiction, four gaps."""
    bound = replace(printed(AMOUNT, 5000, ">"), alternatives=(printed(AMOUNT, 5000),))
    known = (mark(area("GB"), printed(AMOUNT, 11600)), mark(area("FR"), bound))
    rest = tuple(mark(area(code), printed(AMOUNT, value)) for code, value in {"CH": 3800, "DE": 3500}.items())
    gaps = tuple(mark(area(code), printed(AMOUNT, None)) for code in ("NL", "BE", "ES", "IT"))
    return exhibit(ViewKind.RANKING, (AMOUNT,), known + rest + gaps)


def change_ranking() -> Exhibit:
    """What changed in the first half of 2025: rises and falls around zero."""
    rows = {
        "Ticket moyen en France": 48,
        "Montants levés en Europe": 28,
        "Montants levés en France": -30,
        "Nombre d’opérations en Europe": -49,
        "Nombre d’opérations en France": -53,
    }
    marks = tuple(mark(Item(label, label), printed(CHANGE, value)) for label, value in rows.items())
    return exhibit(ViewKind.RANKING, (CHANGE,), marks)


def institution_ranking() -> Exhibit:
    """Ranks of the institutions by active patents: positions, not lengths."""
    names = ("CNRS", "CEA", "Universités (Sorbonne, Paris Cité, Saclay)", "Inserm", "AP-HP")
    marks = [mark(Item(name, name), printed(RANK, place)) for place, name in enumerate(names, 1)]
    doubted = replace(printed(RANK, 3), alternatives=(printed(RANK, 2),))
    marks[2] = mark(Item("universities", names[2]), doubted)
    return exhibit(ViewKind.RANKING, (RANK,), tuple(marks))


SEGMENTS = {"pharma": "Pharma et biotechs", "medtech": "Dispositifs médicaux", "digital": "Outils numériques"}
SEGMENT_SHARES = {"FR10": (37, 26, 38), "FR": (40, 29, 31)}


def segment_bars(kind: ViewKind = ViewKind.STACKED_BARS) -> Exhibit:
    """Shares of the segments in the amounts raised, by area: they add up to 101 in Île-de-France."""
    of = measure("amount_share", "Part des montants", "%", MeasureKind.SHARE)
    marks = tuple(
        mark(area(code), printed(of, value), series=Item(*segment))
        for code, shares in SEGMENT_SHARES.items()
        for segment, value in zip(SEGMENTS.items(), shares, strict=True)
    )
    return exhibit(kind, (of,), marks)


DEPARTEMENTS = {
    "Hauts-de-Seine": (39, 22),
    "Paris": (18, 40),
    "Val-de-Marne": (17, 10),
    "Essonne": (10, 13),
    "Seine-et-Marne": (None, None),
    "Seine-Saint-Denis": (None, None),
}


def departement_dumbbell() -> Exhibit:
    """Shares of establishments and of jobs by departement: two dots a row, and gaps."""
    low = measure("establishments_share", "Établissements", "%", MeasureKind.SHARE)
    high = measure("jobs_share", "Emplois", "%", MeasureKind.SHARE)
    marks = tuple(
        mark(Item(name, name), printed(low, places), printed(high, jobs))
        for name, (jobs, places) in DEPARTEMENTS.items()
    )
    return exhibit(ViewKind.DUMBBELL, (low, high), marks)


def departement_bars() -> Exhibit:
    """The same shares as grouped bars, the measure being the series."""
    source = departement_dumbbell()
    marks = tuple(
        mark(one.category, figure, series=Item(of.code, of.label))
        for one in source.marks
        for of, figure in zip(source.measures, one.figures, strict=True)
    )
    return exhibit(ViewKind.GROUPED_BARS, source.measures[:1], marks)


def ticket_trend() -> Exhibit:
    """Average tickets over time: an estimate and a gap in the middle."""
    of = measure("average_ticket", "Ticket moyen", "M€")
    years: dict[str, dict[int, float | None]] = {
        "FR10": {2022: 23, 2023: 8.5, 2024: 9},
        "FR": {2022: 11.7, 2023: None, 2024: 7.5},
    }
    marks = tuple(
        mark(
            Item(str(year), str(year)),
            printed(of, value, status="E" if (code, year) == ("FR10", 2023) else "A"),
            series=area(code),
        )
        for code, values in years.items()
        for year, value in values.items()
    )
    return exhibit(ViewKind.TREND, (of,), marks)


def forecast_trend() -> Exhibit:
    """Firms in digital health and AI in France; the forecast is invented, to show a dashed end."""
    of = measure("firms", "Entreprises", "entreprises", MeasureKind.COUNT)
    values = {"2018": 225, "2022": 450, "2030": 900}
    marks = tuple(
        mark(
            Item(year, year),
            printed(of, value, "≈" if year == "2030" else "=", "F" if year == "2030" else "A"),
            series=area("FR"),
        )
        for year, value in values.items()
    )
    return exhibit(ViewKind.TREND, (of,), marks)


INVESTMENT = {"DE": (39, 649.3, 1628), "IE": (33, 2320.6, 6010), "FR": (33, 252.1, 960), "FR10": (8, 13.8, 119)}


def investment_scatter() -> Exhibit:
    """Projects, capital and jobs of foreign investment: a spread that asks for a logarithm, and a gap."""
    marks = tuple(
        mark(area(code), *(printed(of, value) for of, value in zip((PROJECTS, CAPITAL, JOBS), values, strict=True)))
        for code, values in INVESTMENT.items()
    )
    gap = mark(area("ES"), printed(PROJECTS, 39), printed(CAPITAL, None), printed(JOBS, 4775))
    return exhibit(ViewKind.SCATTER, (PROJECTS, CAPITAL, JOBS), (*marks, gap))
