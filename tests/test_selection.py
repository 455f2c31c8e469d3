"""What a reader chooses: impossible wishes are refused by name, and every choice leads to a figure."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.exhibit import Item
from loaders.labels import Labels
from loaders.language import wording
from loaders.observation import Observation
from loaders.selection import Choice, choice_of, choices, rows_of
from loaders.view import View
from tests.sample_data import library, view_of

VIEWS = [
    (name, view.id)
    for name, declared in library().catalogue.declarations.items()
    for view in declared.views
    if view.choose
]


def labels(dataset: str) -> Labels:
    """The French labels of a dataset."""
    return Labels(library().catalogue.declaration(dataset), library().catalogue, wording("fr"))


def made(dataset: str, names: tuple[str, ...], wanted: dict[str, str]) -> tuple[Choice, ...]:
    """The choices of some views that stand together."""
    views = tuple(view_of(dataset, name) for name in names)
    return choices(views, library().observations(dataset), wanted, labels(dataset))


def codes(found: tuple[Choice, ...]) -> dict[str, str]:
    """What is chosen, as codes by name."""
    return {choice.name: choice.chosen.code for choice in found}


def shown(dataset: str, view: View, chosen: dict[str, str]) -> tuple[Observation, ...]:
    """The observations of a view for some choices."""
    return rows_of(view, library().observations(dataset), chosen)


def test_without_a_wish_the_declared_default_is_chosen() -> None:
    found = made("fdi_rankings", ("fdi_ranking",), {})

    assert codes(found) == {"measure": "projects", "geo_level": "region", "sector": "pharmaceuticals"}
    assert [choice.label for choice in found] == ["Indicateur", "Niveau géographique", "Filière"]
    assert [choice.refused for choice in found] == [None, None, None]


def test_a_possible_wish_is_granted() -> None:
    found = made("fdi_rankings", ("fdi_ranking",), {"sector": "medical_devices", "measure": "jobs_created"})

    assert codes(found) == {"measure": "jobs_created", "geo_level": "region", "sector": "medical_devices"}


@pytest.mark.parametrize("wish", ["", "biscuits", "PHARMACEUTICALS", "all", "../etc", "pharmaceuticals "])
def test_an_impossible_wish_is_replaced_and_named(wish: str) -> None:
    sector = made("fdi_rankings", ("fdi_ranking",), {"sector": wish})[-1]

    assert (sector.name, sector.chosen.code, sector.refused) == ("sector", "pharmaceuticals", wish)


def test_a_wish_that_no_view_offers_is_ignored() -> None:
    assert made("fdi_rankings", ("fdi_ranking",), {"time_period": "1999", "x": "y"}) == made(
        "fdi_rankings", ("fdi_ranking",), {}
    )


def test_each_choice_narrows_those_that_follow() -> None:
    period = made("private_funding", ("region_amount",), {})[0]
    by_level = {
        level: next(one for one in made("fdi_rankings", ("fdi_table",), {"geo_level": level}) if one.name == "sector")
        for level in ("country", "region")
    }

    assert [item.code for item in period.options] == ["2022/2024", "2024"]
    assert [item.code for item in by_level["country"].options] == ["pharmaceuticals", "medical_devices"]
    assert [item.code for item in by_level["region"].options] == ["pharmaceuticals", "medical_devices"]


def test_an_option_without_a_figure_is_not_offered() -> None:
    offered = {item.code for item in made("fdi_rankings", ("fdi_ranking",), {})[2].options}

    # "all sectors" has shares of decision centres only, which the ranking does not show.
    assert offered == {"pharmaceuticals", "medical_devices"}


def test_measures_are_offered_in_the_order_of_the_view() -> None:
    measure = made("fdi_rankings", ("fdi_ranking",), {})[0]

    assert [item.code for item in measure.options] == [
        "projects",
        "jobs_created",
        "capital_invested",
        "jobs_per_project",
        "capital_per_project",
    ]


def test_views_that_stand_together_share_their_choices() -> None:
    found = made("fdi_rankings", ("region_map", "country_map"), {"measure": "jobs_created"})

    assert [choice.name for choice in found] == ["measure", "sector"]
    assert codes(found)["measure"] == "jobs_created"


@pytest.mark.parametrize(("dataset", "view"), VIEWS)
@settings(max_examples=15)  # for each view of the catalogue that offers a choice
@given(data=st.data())
def test_whatever_is_wanted_the_choice_leads_to_a_figure(dataset: str, view: str, data: st.DataObject) -> None:
    rows = library().observations(dataset)
    offered = view_of(dataset, view)
    anything = {name: st.sampled_from(sorted({row.code(name) for row in rows})) | st.text() for name in offered.choose}
    wanted = data.draw(st.fixed_dictionaries({}, optional=anything))

    found = made(dataset, (view,), wanted)

    assert shown(dataset, offered, codes(found))
    assert all(choice.chosen in choice.options for choice in found)
    assert {choice.name: choice.refused for choice in found if choice.refused is not None} == {
        name: wish for name, wish in wanted.items() if codes(found)[name] != wish
    }


@pytest.mark.parametrize(("dataset", "view"), VIEWS)
def test_choosing_what_is_chosen_changes_nothing(dataset: str, view: str) -> None:
    first = made(dataset, (view,), {})

    assert made(dataset, (view,), codes(first)) == first


@pytest.mark.parametrize(("dataset", "view"), VIEWS)
def test_the_options_of_the_last_choice_divide_what_can_be_shown(dataset: str, view: str) -> None:
    offered, last = view_of(dataset, view), made(dataset, (view,), {})[-1]
    before = {name: code for name, code in codes(made(dataset, (view,), {})).items() if name != last.name}

    parts = [shown(dataset, offered, {**before, last.name: item.code}) for item in last.options]

    assert sum(map(len, parts)) == len(shown(dataset, offered, before))


def test_selecting_twice_is_selecting_once() -> None:
    view = view_of("fdi_rankings", "fdi_ranking")
    chosen = codes(made("fdi_rankings", ("fdi_ranking",), {}))
    once = shown("fdi_rankings", view, chosen)

    assert rows_of(view, once, chosen) == once


@pytest.mark.parametrize(
    ("wanted", "chosen", "refused"), [({}, "a", None), ({"by": "b"}, "b", None), ({"by": "c"}, "a", "c")]
)
def test_a_choice_among_given_options_takes_the_first_unless_another_is_there(
    wanted: dict[str, str], chosen: str, refused: str | None
) -> None:
    choice = choice_of("by", "Par", (Item("a", "A"), Item("b", "B")), wanted)

    assert (choice.chosen.code, choice.refused) == (chosen, refused)
