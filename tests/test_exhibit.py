"""A handful of exhibits as readable text: what a reader sees, hears and is warned of, in both languages."""

from dataclasses import FrozenInstanceError
from textwrap import dedent

import pytest

from loaders.exhibit import Exhibit, Mark, Role
from loaders.language import Language
from loaders.view import ViewKind
from tests.sample_data import exhibit_of, visible

SIGNS = {Role.ACCENT: "*", Role.NATIONAL: "o", Role.OTHER: " "}


def line(mark: Mark) -> str:
    """A mark in one line: role, name, figures, statuses other than normal."""
    name = f"{mark.category.label}, {mark.series.label}" if mark.series else mark.category.label
    figures = [figure for figure in mark.figures if figure]
    statuses = "".join(f" [{figure.status}]" for figure in figures if figure.status != "A")
    return f"{SIGNS[mark.role]} {name}: {' / '.join(figure.text for figure in figures)}{statuses}"


def written(exhibit: Exhibit) -> str:
    """An exhibit as text, but for its source."""
    parts = [
        exhibit.title,
        exhibit.subtitle,
        *map(line, exhibit.marks),
        exhibit.reading,
        exhibit.alt,
        " ".join(filter(None, (exhibit.coverage.text, exhibit.coverage.together))),
        *(f"{item.code} {item.label}" for item in exhibit.legend),
        *(f"! {warning}" for warning in exhibit.warnings),
    ]
    return visible("\n".join(parts))


RANKING = """\
    Industries de la santé~: classement des départements
    Part des emplois (% du total régional) · 1er trimestre 2025
    * Hauts-de-Seine: 39
    * Paris: 18
    * Val-de-Marne: 17
    * Essonne: 10
    * Seine-et-Marne: non chiffré [L]
    * Yvelines: non chiffré [L]
    * Seine-Saint-Denis: non chiffré [L]
    * Val-d'Oise: non chiffré [L]
    Lecture~: Hauts-de-Seine, part des emplois~: 39_% du total régional, la plus élevée des 4 valeurs connues.
    Diagramme en barres~: Hauts-de-Seine 39_; Paris 18_; Val-de-Marne 17_; Essonne 10_; Seine-et-Marne non chiffré_; \
Yvelines non chiffré_; Seine-Saint-Denis non chiffré_; Val-d'Oise non chiffré. 4 départements sur 8_; le tableau donne \
toutes les valeurs.
    4 départements sur 8 Ensemble, les 4 lacunes représentent 16_% du total (100 moins 84_; estimation de \
l’observatoire).
    L existe, mais non chiffré dans le texte de l’étude
"""

MAP = """\
    Health industries: map of the départements
    Share of establishments (% of the regional total) · Q1 2025
    * Paris: 40
    * Hauts-de-Seine: 22
    * Essonne: 13
    * Val-de-Marne: 10
    * Seine-et-Marne: not printed [L]
    * Yvelines: not printed [L]
    * Seine-Saint-Denis: not printed [L]
    * Val-d'Oise: not printed [L]
    Reading: Paris, share of establishments: 40% of the regional total, the highest of the 4 values known.
    Map with shaded areas: Paris 40; Hauts-de-Seine 22; Essonne 13; Val-de-Marne 10; Seine-et-Marne not printed; \
Yvelines not printed; Seine-Saint-Denis not printed; Val-d'Oise not printed. 4 départements of 8; the table holds all \
values.
    4 départements of 8 Together, the 4 gaps hold 15% of the whole (100 less 85; estimated by the observatory).
    L exists, but is not printed as text in the study
"""

CONTRADICTION = """\
    Health venture capital by large region
    Amount invested (€M) · 2024
    * Île-de-France: 480
      Zurich: 367
      Berlin: 346
    Reading: Île-de-France, amount invested: €480M; the study ranks it 2nd.
    Bar chart: Île-de-France 480; Zurich 367; Berlin 346. 3 regions of 3; the table holds all values.
    3 regions of 3
    ! Berlin: shown as €346M (p.~37); the study also prints €345M (p.~8).
"""

MEANS = """\
    Emplois par projet étranger, imprimés et recalculés
    en emplois · Pays · Dispositifs médicaux · 2022–2024
      Irlande: 182 / 182,1 [E]
    o France: 41 / 29,1 [E]
      Allemagne: 41 / 41,7 [E]
    Lecture~: Irlande – emplois par projet~: 182~emplois_; emplois par projet, recalculés~: 182,1~emplois.
    Diagramme à points de deux valeurs~: Irlande 182 / 182,1_; France 41 / 29,1_; Allemagne 41 / 41,7. 3 pays sur 3_; \
le tableau donne toutes les valeurs.
    3 pays sur 3
    E valeur estimée
    ! France, Pays, Dispositifs médicaux, 2022–2024, Emplois par projet~: 41~emplois dans l’étude, mais \
960 / 33 = 29,1~emplois.
"""

TREND = """\
    Ticket moyen en France et en Île-de-France
    Ticket moyen (M€)
    * 2022, Île-de-France: 23
    o 2022, France: 11,7
    * 2024, Île-de-France: 9
    o 2024, France: 7,5
    Lecture~: Île-de-France~: de 23_M€ (2022) à 9_M€ (2024).
    Courbe~: 2022, Île-de-France 23_; 2022, France 11,7_; 2024, Île-de-France 9_; 2024, France 7,5. 4 valeurs sur 4_; \
le tableau donne toutes les valeurs.
    4 valeurs sur 4
"""

BOUND = """\
    Establishments of the health industries in Île-de-France
    Establishments · Q1 2025
    * Health industries, total: >~2,150
    Reading: Establishments of the health industries in Île-de-France: more than 2,150~establishments.
    Key figure: Health industries, total >~2,150. 1 value of 1; the table holds all values.
    1 value of 1
    > lower bound: the value is higher
"""

BANDS = """\
    Une discipline, toutes les universités
    Biotechnologie
    * Université Paris Cité, 2023: 41e / 50e
    * Université Paris Cité, 2024: 11e / 20e
    * Université Paris-Saclay, 2022: 21e / 30e
    * Sorbonne Université, 2022: ≈~41e / ≈~50e
      Université de Montpellier, 2022: ≈~31e / ≈~40e
    Lecture~: Université Paris Cité, 2023~: quelque part entre les rangs 41 et 50_; à l’intérieur d’une tranche, \
aucun ordre ne se lit.
    Tableau de tranches de rang~: Université Paris Cité, 2023 41e / 50e_; Université Paris Cité, 2024 11e / 20e_; \
Université Paris-Saclay, 2022 21e / 30e_; Sorbonne Université, 2022 ≈~41e / ≈~50e_; Université de Montpellier, 2022 \
≈~31e / ≈~40e. 5 valeurs sur 5_; le tableau donne toutes les valeurs.
    5 valeurs sur 5
    ≈ approximatif
"""

COUNTRY_DEVICES = {"geo_level": "country", "sector": "medical_devices"}


@pytest.mark.parametrize(
    ("dataset", "view", "chosen", "language", "expected"),
    [
        ("employment_by_department", "departement_ranking", {"measure": "jobs_share"}, "fr", RANKING),
        ("employment_by_department", "map", {"measure": "establishments_share"}, "en", MAP),
        ("private_funding", "region_amount", {"time_period": "2024"}, "en", CONTRADICTION),
        ("fdi_rankings", "means", COUNTRY_DEVICES, "fr", MEANS),
        ("private_funding", "ticket_trend", {}, "fr", TREND),
        ("employment_structure", "total_establishments", {}, "en", BOUND),
        ("university_rankings", "rank_bands", {"subject": "biotechnology"}, "fr", BANDS),
    ],
    ids=["ranking with gaps", "map with gaps", "contradiction", "means that do not follow", "trend", "bound", "bands"],
)
def test_an_exhibit_reads_as_expected(
    dataset: str, view: str, chosen: dict[str, str], language: Language, expected: str
) -> None:
    assert written(exhibit_of(dataset, view, chosen, language)) + "\n" == dedent(expected)


@pytest.mark.parametrize(
    ("language", "pages"),
    [
        ("fr", "p.~8, 37, d’après PitchBook, par Choose Paris Region"),
        ("en", "p.~8, 37, from PitchBook by Choose Paris Region"),
    ],
)
def test_the_source_names_study_pages_and_producer(language: Language, pages: str) -> None:
    exhibit = exhibit_of("private_funding", "region_amount", {"time_period": "2024"}, language)

    study = (
        "Medi'Scope, le radar des innovations santé franciliennes, édition 2025 (Medicen Paris Region, Ayming, 2025)"
    )
    assert visible(exhibit.source_line).partition(": ")[2] == f"{study}, {pages}"


@pytest.mark.parametrize(
    ("view", "measure", "rest"),
    [("departement_ranking", "jobs_share", "16%"), ("departement_ranking", "establishments_share", "15%")],
)
def test_what_the_gaps_hold_together_is_said(view: str, measure: str, rest: str) -> None:
    together = exhibit_of("employment_by_department", view, {"measure": measure}, "en").coverage.together

    assert together is not None
    assert f"hold {rest} of the whole" in together


def test_estimates_have_no_remainder_but_say_how_they_were_made() -> None:
    exhibit = exhibit_of("employment_by_department", "departement_ranking", {"measure": "jobs_estimated"}, "fr")

    assert exhibit.coverage.together is None
    assert [mark.figure.text for mark in exhibit.marks][:2] == [
        "≈\N{NO-BREAK SPACE}36\N{NARROW NO-BREAK SPACE}000",
        "≈\N{NO-BREAK SPACE}16\N{NARROW NO-BREAK SPACE}600",
    ]
    assert [item.code for item in exhibit.legend] == ["E", "L", "≈"]
    assert visible(exhibit.method[0]).startswith("Part imprimée du département, appliquée au total régional de 92_300")
    assert exhibit.marks[0].figure.derived_from == exhibit.method[0]


def test_a_contradicting_value_stands_beside_the_one_that_is_shown() -> None:
    exhibit = exhibit_of("private_funding", "region_amount", {"time_period": "2024"}, "en")

    (berlin,) = [mark.figure for mark in exhibit.marks if mark.category.code == "DE3"]

    assert (berlin.value, berlin.reference.page) == (346.0, "37")
    assert [(other.value, other.reference.page) for other in berlin.alternatives] == [(345.0, "8")]


@pytest.mark.parametrize(
    ("view", "chosen", "layer"),
    [("map", {"measure": "jobs_share"}, "idf_departements"), ("departement_ranking", {}, None)],
)
def test_a_map_names_its_layer(view: str, chosen: dict[str, str], layer: str | None) -> None:
    exhibit = exhibit_of("employment_by_department", view, chosen or {"measure": "jobs_share"}, "fr")

    assert exhibit.layer == layer


def test_a_table_is_counted_in_its_reading() -> None:
    exhibit = exhibit_of("private_funding", "all_figures", {}, "en")

    assert exhibit.kind is ViewKind.TABLE
    assert exhibit.reading.endswith("(55 rows in the table).")
    assert exhibit.alt.startswith("Table: Île-de-France 3,000; ")
    assert " and 47 more. 51 values of 55;" in exhibit.alt


def test_an_exhibit_cannot_be_changed() -> None:
    exhibit = exhibit_of("private_funding", "ticket_trend", {}, "fr")

    with pytest.raises(FrozenInstanceError):
        exhibit.title = "Autre"  # type: ignore[misc]


def test_a_figure_is_doubted_where_the_study_contradicts_itself() -> None:
    means = exhibit_of("fdi_rankings", "means", COUNTRY_DEVICES, "fr")
    amounts = exhibit_of("private_funding", "region_amount", {"time_period": "2024"}, "fr")

    assert [mark.category.code for mark in means.marks if mark.figure.is_doubted] == ["FR"]
    assert [mark.category.code for mark in amounts.marks if mark.figure.is_doubted] == ["DE3"]
