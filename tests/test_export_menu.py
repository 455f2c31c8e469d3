"""The export menu and the basket on pages, without a browser: what they offer in both languages, what is refused."""

from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Element

from components.export.counter import counter
from components.print.sheet import Preset
from loaders.files.formats import FORMATS
from loaders.language import LANGUAGES, Language, wording
from tests.orders import subject
from tests.shown import entry_of, open_page, read


@pytest.fixture(autouse=True, scope="module")
def closed_afterwards() -> Iterator[None]:
    """End the process that makes files when the tests are done."""
    yield
    counter().close()


def opened(language: Language, page: str = "employment") -> AppTest:
    """A page with the export dialog of its first exhibit open."""
    at = open_page(entry_of(page), language)
    return next(one for one in at.button if (one.key or "").startswith("export_")).click().run()


def downloads(page: AppTest) -> list[str]:
    """The labels of the download buttons."""
    return [read(one.proto.label) for one in page.get("download_button") if isinstance(one, Element)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_citation_is_wholly_in_its_language(language: Language) -> None:
    code = [read(one.value) for one in opened(language).code]

    assert any(one.startswith("« Emplois des industries") and "lang=fr" in one for one in code)
    assert any(one.startswith("“Jobs in the health") and "lang=en" in one for one in code)


def choosing() -> None:
    """A page that holds the picture part of the dialog alone: AppTest closes a dialog with the next run."""
    from components.export.picture_choice import show_pictures  # noqa: PLC0415 - this runs as a page of its own
    from loaders.language import wording  # noqa: PLC0415
    from tests.orders import subject  # noqa: PLC0415
    from tests.sample_data import exhibit_of  # noqa: PLC0415

    exhibit = exhibit_of("employment_by_department", "departement_ranking", {"measure": "jobs_share"}, "en")
    show_pictures(exhibit, subject(language="en"), wording("en"))


def filled(language: Language) -> AppTest:
    """The page of the basket with one figure in it."""
    page = open_page(entry_of("basket"), language)
    page.session_state["basket"] = (subject(language=language),)
    return page.run()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_dialog_offers_pictures_data_words_and_links(language: Language) -> None:
    page, words = opened(language), wording(language)

    assert not page.exception
    assert [tab.label for tab in page.tabs][-4:] == [
        words.say(name) for name in ("Picture", "Data", "Words", "Link and web page")
    ]
    assert downloads(page) == ["SVG", "PDF", "PNG", *(read(words.say(facts.label)) for facts in FORMATS.values())]
    copied = [one.value for one in page.code]
    assert any(one.startswith("@misc{") for one in copied)
    assert any(one.startswith("<iframe ") for one in copied)
    assert sum(one.startswith("exhibit?") for one in copied) == 1


def test_adding_the_same_figure_twice_puts_it_in_the_basket_once() -> None:
    page = opened("fr")
    page.button(key="add_to_basket").click().run()
    assert len(page.session_state["basket"]) == 1

    page.session_state["basket"] = (page.session_state["basket"][0].model_copy(update={"language": "en"}),)
    again = next(one for one in page.button if (one.key or "").startswith("export_")).click().run()
    again.button(key="add_to_basket").click().run()

    assert len(again.session_state["basket"]) == 1


def test_a_size_that_cannot_be_read_is_answered_in_four_parts_and_offers_no_file() -> None:
    page = AppTest.from_function(choosing, default_timeout=60).run()
    page.selectbox(key="picture_size").set_value("free").run()
    page.number_input(key="picture_width").set_value(60.0)
    page.number_input(key="picture_height").set_value(15.0).run()

    notice = next(one.value for one in page.warning if "cannot be read" in one.value)

    assert all(f"**{part}**" in notice for part in ("Where", "Expected", "What to do"))
    assert downloads(page) == []


@pytest.mark.parametrize("preset", Preset)
def test_every_named_size_is_offered_and_drawn(preset: Preset) -> None:
    page = AppTest.from_function(choosing, default_timeout=60).run()

    page.selectbox(key="picture_size").set_value(preset.value).run()

    assert downloads(page) == ["SVG", "PDF", "PNG"]
    assert not page.warning


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_basket_says_how_something_gets_into_it(language: Language) -> None:
    page = open_page(entry_of("basket"), language)

    assert any(wording(language).say("Add to the basket") in read(str(one.value)) for one in page.markdown)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_figure_stays_in_the_basket_until_it_is_taken_out(language: Language) -> None:
    page = filled(language)
    taken = [one for one in page.button if (one.key or "").startswith("take_out_")]

    after = taken[0].click().run()

    assert len(taken) == 1
    assert not [one for one in after.button if (one.key or "").startswith("take_out_")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_basket_makes_one_zip_of_everything(language: Language) -> None:
    page, words = filled(language), wording(language)

    page = next(one for one in page.button if one.label == words.say("Make the files")).click().run()

    assert [read(one.value) for one in page.success] == [words.count("{n} file is ready.", "{n} files are ready.", 1)]
    assert downloads(page) == [words.say("Download the ZIP")]
