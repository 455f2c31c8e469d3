"""Names and codes of areas as files have them, matched to the area code list."""

from collections.abc import Iterable, Iterator, Mapping

from loaders.areas import Area
from loaders.intake.spelling import Matched, Names, plain

#: Other codes and names of the very same territory: ISO 3, NUTS of another level, what Eurostat and INSEE write.
_ALSO: Mapping[str, tuple[str, ...]] = {
    "FR10": (
        "FR1",
        "IDF",
        "Region Ile-de-France",
        "Région Île-de-France",
        "Ile-de-France Region",
        "Île-de-France (région)",
        "Paris Region",
        "Région parisienne",
    ),
    "FRB": ("FRB0",),
    "FRG": ("FRG0",),
    "FRH": ("FRH0",),
    "FRK": ("AURA",),
    "FRL": ("FRL0", "PACA"),
    "FRM": ("FRM0",),
    "UKI": ("Greater London", "Grand Londres"),
    "DE3": ("DE30", "DE300"),
    "CH04": ("CH040", "Canton de Zurich", "Canton of Zurich"),
    "ES51": ("Cataluña", "Catalunya"),
    "ES30": ("ES3", "ES300", "Comunidad de Madrid", "Communauté de Madrid", "Community of Madrid"),
    "DEA": ("Nordrhein-Westfalen",),
    "ITC4": ("Lombardia",),
    "NL32": ("Noord-Holland",),
    "NL33": ("Zuid-Holland",),
    "BE1": ("BE10", "BE100", "Bruxelles", "Région de Bruxelles-Capitale", "Brussels-Capital Region", "Brussels Region"),
    "BE2": ("Vlaanderen", "Vlaams Gewest", "Région flamande", "Flemish Region"),
    "BE3": ("Wallonia", "Région wallonne", "Walloon Region"),
    "FR": ("FRA",),
    "DE": (
        "DEU",
        "Deutschland",
        "Germany (until 1990 former territory of the FRG)",
        "Allemagne (jusqu'en 1990, ancien territoire de la RFA)",
    ),
    "GB": ("UK", "GBR", "United Kingdom of Great Britain and Northern Ireland"),
    "GR": ("EL", "GRC"),
    "CH": ("CHE", "Schweiz"),
    "NL": ("NLD", "The Netherlands", "Nederland"),
    "BE": ("BEL", "België"),
    "ES": ("ESP", "España"),
    "IT": ("ITA", "Italia"),
    "IE": ("IRL",),
    "HU": ("HUN", "Magyarország"),
    "US": ("USA", "U.S.", "U.S.A.", "United States of America", "États-Unis d'Amérique"),
    "KR": ("KOR", "Republic of Korea", "Korea, Republic of", "République de Corée", "Corée, République de"),
    "EU": (
        "UE",
        "EU27",
        "UE27",
        "EU-27",
        "UE-27",
        "EU27_2020",
        "European Union - 27 countries (from 2020)",
        "Union européenne - 27 pays (à partir de 2020)",
    ),
}
_DEPARTEMENT, _REGION = "departement", "region"
_INSEE_PREFIX = {_DEPARTEMENT: "DEP", _REGION: "REG"}
#: Regions overseas, which the area list does not have, by INSEE code.
_OVERSEAS = frozenset({"01", "02", "03", "04", "06"})
#: So many INSEE codes that can only be of one level say that their column is about that level.
_TELLING_DEPARTEMENTS = 2
_TELLING_REGIONS = 5


def area_names(areas: Mapping[str, Area]) -> Names:
    """Every name that the areas go by: codes (NUTS, INSEE, ISO 2 and 3), French and English names, usual variants.

    Each INSEE code of a region is that of a département as well (11 is Île-de-France and Aude), so that by itself it
    is no name of the region.
    """
    regions = _numbered(areas, _REGION)
    return Names((code, _names(area, regions)) for code, area in areas.items())


def _numbered(areas: Mapping[str, Area], level: str) -> dict[str, str]:
    """The codes of the areas of a level by INSEE code."""
    return {area.insee: code for code, area in areas.items() if area.level == level and area.insee}


def _names(area: Area, regions: Mapping[str, str]) -> Iterator[str]:
    yield from (area.name.fr, area.name.en, *_ALSO.get(area.code, ()))
    yield from (f"{area.code} {name}" for name in (area.name.fr, area.name.en))
    if area.insee:
        yield from (f"{area.insee} {area.name.fr}", f"{area.name.fr} {area.insee}")
        if area.level in _INSEE_PREFIX:
            yield f"{_INSEE_PREFIX[area.level]}-{area.insee}"
        if area.level == _DEPARTEMENT and area.insee not in regions:
            yield area.insee


def match_areas(names: Iterable[str], areas: Mapping[str, Area]) -> Matched:
    """The area code of each name of one column; a name that is unknown or ambiguous is unmatched.

    INSEE codes that are both a département and a region (75, 93) are matched only where all INSEE codes of the column
    together say which of the two it is about.
    """
    found = area_names(areas).match(dict.fromkeys(names))
    numbered = _by_number([*found.codes, *found.unmatched], areas)
    told = {name: numbered[plain(name)] for name in found.unmatched if plain(name) in numbered}
    return Matched({**found.codes, **told}, tuple(name for name in found.unmatched if name not in told))


def _by_number(names: Iterable[str], areas: Mapping[str, Area]) -> Mapping[str, str]:
    """The areas by INSEE code, of the level that the codes of a column can only be of; none if they do not tell."""
    departements, regions = _numbered(areas, _DEPARTEMENT), _numbered(areas, _REGION)
    numbers = {key for name in names if (key := plain(name)).isdecimal()}
    if numbers <= departements.keys() and len(numbers - regions.keys()) >= _TELLING_DEPARTEMENTS:
        return departements
    if numbers <= regions.keys() | _OVERSEAS and len(numbers & regions.keys()) >= _TELLING_REGIONS:
        return regions
    return {}
