"""Exhibits for the tests of the maps, made of printed figures of the study."""

from dataclasses import replace

from loaders.exhibit import Exhibit, Item, Role
from loaders.measure import MeasureKind
from loaders.view import ViewKind
from tests.sample_exhibits import AMOUNT, exhibit, mark, measure, printed

JOBS_SHARE = measure("jobs_share", "Part des emplois", "% du total régional", MeasureKind.SHARE)
JOBS = measure("jobs_estimated", "Emplois", "emplois", MeasureKind.COUNT)
LEGEND = (
    Item(code="L", label="non imprimé dans l’étude"),
    Item(code="E", label="estimation de l’observatoire"),
    Item(code=">", label="plus de"),
)
DEPARTEMENTS = {
    "FR105": ("Hauts-de-Seine", 39.0),
    "FR101": ("Paris", 18.0),
    "FR107": ("Val-de-Marne", 17.0),
    "FR104": ("Essonne", 10.0),
    "FR102": ("Seine-et-Marne", None),
    "FR103": ("Yvelines", None),
    "FR106": ("Seine-Saint-Denis", None),
    "FR108": ("Val-d’Oise", None),
}
COUNTRIES = {
    "GB": ("Royaume-Uni", 11600.0),
    "FR": ("France", 5000.0),
    "CH": ("Suisse", 3800.0),
    "DE": ("Allemagne", 3500.0),
    "NL": ("Pays-Bas", None),
    "BE": ("Belgique", None),
    "ES": ("Espagne", None),
    "IT": ("Italie", None),
}
REGIONS = {
    "UKI": ("Londres", 5000.0),
    "FR10": ("Île-de-France", 3000.0),
    "DE3": ("Berlin", 1100.0),
    "CH04": ("Zurich", 800.0),
}
FDI_REGIONS = {
    "IE": ("Irlande", 33.0),
    "DE1": ("Bade-Wurtemberg", 11.0),
    "DEA": ("Rhénanie-du-Nord-Westphalie", 10.0),
    "FR10": ("Île-de-France", 8.0),
    "ES51": ("Catalogne", 7.0),
    "ITC4": ("Lombardie", 6.0),
    "HU": ("Hongrie", None),
    "ES30": ("Madrid", 5.0),
    "BE2": ("Flandre", 4.0),
    "NL33": ("Hollande-Méridionale", 3.0),
}


def departements(kind: ViewKind = ViewKind.CHOROPLETH) -> Exhibit:
    """Shares of the jobs by departement: four printed, four gaps."""
    marks = tuple(
        mark(Item(code=code, label=name), printed(JOBS_SHARE, value)) for code, (name, value) in DEPARTEMENTS.items()
    )
    return replace(exhibit(kind, (JOBS_SHARE,), marks), layer="idf_departements", legend=LEGEND)


def estimated_departements() -> Exhibit:
    """Jobs by departement, estimated from the printed shares."""
    marks = tuple(
        mark(
            Item(code=code, label=name),
            printed(JOBS, value * 580, "≈", "E") if value else printed(JOBS, None),
        )
        for code, (name, value) in DEPARTEMENTS.items()
    )
    return replace(exhibit(ViewKind.CHOROPLETH, (JOBS,), marks), layer="idf_departements", legend=LEGEND)


def countries(kind: ViewKind = ViewKind.CHOROPLETH) -> Exhibit:
    """Funding by country: four printed, one of them as a bound, and four gaps."""
    marks = tuple(
        mark(Item(code=code, label=name), printed(AMOUNT, value, ">" if code == "FR" else "="))
        for code, (name, value) in COUNTRIES.items()
    )
    return replace(exhibit(kind, (AMOUNT,), marks), layer="europe_countries", legend=LEGEND)


def regions(kind: ViewKind = ViewKind.SYMBOL_MAP) -> Exhibit:
    """Funding by region: London, Île-de-France, Berlin, Zurich."""
    marks = tuple(
        mark(Item(code=code, label=name), printed(AMOUNT, value, ">" if code == "UKI" else "="))
        for code, (name, value) in REGIONS.items()
    )
    return replace(exhibit(kind, (AMOUNT,), marks), layer="europe_regions", legend=LEGEND)


def fdi_regions(kind: ViewKind = ViewKind.SYMBOL_MAP) -> Exhibit:
    """Projects by region, many and close to each other."""
    marks = tuple(
        mark(Item(code=code, label=name), printed(JOBS, value)) for code, (name, value) in FDI_REGIONS.items()
    )
    return replace(exhibit(kind, (JOBS,), marks), layer="europe_regions", legend=LEGEND)


FRENCH = {
    "FR10": "Île-de-France",
    "FRB": "Centre-Val de Loire",
    "FRC": "Bourgogne-Franche-Comté",
    "FRD": "Normandie",
    "FRE": "Hauts-de-France",
    "FRF": "Grand Est",
    "FRG": "Pays de la Loire",
    "FRH": "Bretagne",
    "FRI": "Nouvelle-Aquitaine",
    "FRJ": "Occitanie",
    "FRK": "Auvergne-Rhône-Alpes",
    "FRL": "Provence-Alpes-Côte d’Azur",
    "FRM": "Corse",
}


def french_regions() -> Exhibit:
    """All regions of metropolitan France, values made up from their order."""
    marks = tuple(
        mark(
            Item(code=code, label=name),
            printed(AMOUNT, round(3000 / (1 + place))),
            role=Role.ACCENT if not place else None,
        )
        for place, (code, name) in enumerate(FRENCH.items())
    )
    return replace(exhibit(ViewKind.CHOROPLETH, (AMOUNT,), marks), layer="fr_regions", legend=LEGEND)
