"""The words of the interface: each has a French text, and none reaches a reader without one."""

import re
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from loaders.finding import Finding, Rule
from loaders.language import LANGUAGES, Language, language_from, wording
from loaders.notice import notice
from tests.messages import PROJECT, messages
from tests.visible_words import untranslated

MESSAGES = {one.texts: one for one in messages()}
MODULES = [
    PROJECT / "app.py",
    *sorted((PROJECT / "pages").rglob("*.py")),
    *sorted((PROJECT / "components").rglob("*.py")),
]


def french() -> Catalog:
    """The French message catalogue."""
    with (PROJECT / "data" / "locale" / "fr.po").open("rb") as file:
        return read_po(file, locale="fr")


def translations() -> dict[tuple[str, ...], tuple[str, ...]]:
    """The French texts of each message, singular and plural where it has both."""
    pairs = [(one.id, one.string) for one in french() if one.id]
    return {
        (source,) if isinstance(source, str) else tuple(source): (text,) if isinstance(text, str) else tuple(text or ())
        for source, text in pairs
    }


def placeholders(text: str) -> set[str]:
    """The names in braces of a message."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_the_walk_finds_the_messages() -> None:
    assert len(MESSAGES) > 200
    assert ("A column is missing.",) in MESSAGES
    assert ("{n} row", "{n} rows") in MESSAGES


def test_every_message_has_a_french_text() -> None:
    known = translations()

    missing = [one.place for texts, one in MESSAGES.items() if not all(known.get(texts, ("",)))]

    assert missing == []


def test_the_message_catalogue_holds_nothing_else() -> None:
    assert set(translations()) - set(MESSAGES) == set()


def test_nothing_in_the_message_catalogue_is_obsolete_or_unsure() -> None:
    catalogue = french()

    assert list(catalogue.obsolete) == []
    assert [one.id for one in catalogue if one.fuzzy and one.id] == []


def test_a_french_text_has_the_placeholders_of_its_message() -> None:
    different = [
        (source, text)
        for sources, texts in translations().items()
        for source, text in zip(sources, texts, strict=True)
        # "the gap" needs no number: the singular of a message may leave it out.
        if (placeholders(source) ^ placeholders(text)) - ({"n"} if source != sources[-1] else set())
    ]

    assert different == []


def test_a_message_with_a_number_has_the_two_forms_of_french() -> None:
    plurals = {sources: texts for sources, texts in translations().items() if len(sources) == 2}

    assert plurals
    assert {len(texts) for texts in plurals.values()} == {2}
    assert (french().num_plurals, french().plural_expr) == (2, "(n > 1)")


def test_french_messages_keep_french_typography() -> None:
    texts = [text for texts in translations().values() for text in texts]

    assert [text for text in texts if "'" in text] == []
    assert [text for text in texts if re.search(r"[ \w)}][;:!?»](?:\s|$)", text)] == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PROJECT).as_posix())
def test_no_word_reaches_a_reader_in_one_language_only(path: Path) -> None:
    assert untranslated(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("source", "word"),
    [
        ('st.title("Jobs")', "line 1: Jobs"),
        ('st.sidebar.header("Jobs by area")', "line 1: Jobs by area"),
        ('st.metric(label="Jobs", value=n)', "line 1: Jobs"),
        ('st.caption(f"Page {n}")', "line 1: Page "),
        ('st.caption("† " + plain("Beware"))', "line 1: Beware"),
        ('st.info("None yet" if empty else words.say("Some"))', "line 1: None yet"),
        ('st.tabs(["Picture", words.say("Table")])', "line 1: Picture"),
        ('st.selectbox(label, codes, help="Choose one")', "line 1: Choose one"),
        ('show_section("Ranking of areas")', "line 1: Ranking of areas"),
        ('show_heading(mark("Jobs"), "Where they are.")', "line 1: Where they are."),
    ],
)
def test_a_word_that_nobody_translates_is_found(source: str, word: str) -> None:
    assert untranslated(source) == [word]


@pytest.mark.parametrize(
    "source",
    [
        'st.title(plain(words.say("Jobs")))',
        'st.caption("† " + plain(warning))',
        'st.markdown("- " + plain(words.count("{n} row", "{n} rows", n)))',
        'show_section(mark("Ranking"))',
        'show_group("fdi_rankings", ("means",), name="means")',
        'st.download_button(words.say("Data"), key="csv", mime="text/csv", icon=":material/download:")',
        'st.set_page_config(page_icon="static/favicon.png", layout="wide")',
        'st.info(words.say("One") if language == "en" else words.say("Two"))',
        'logger.info("Not for readers")',
    ],
)
def test_what_is_translated_or_unseen_is_not(source: str) -> None:
    assert untranslated(source) == []


@pytest.mark.parametrize("rule", Rule)
def test_every_finding_has_four_parts_in_both_languages(rule: Rule) -> None:
    finding = Finding(
        rule=rule,
        dataset="beds",
        file="beds.parquet",
        column="obs_value",
        count=7,
        rows=(2, 3),
        found=("f",),
        expected=("e",),
    )

    parts = {language: notice(finding, wording(language)) for language in LANGUAGES}

    for name in ("what", "where", "expected", "remedy"):
        assert getattr(parts["fr"], name)
        assert getattr(parts["fr"], name) != getattr(parts["en"], name)
    assert "7 rows (the first: 2, 3)" in parts["en"].where
    assert "7 lignes (les premières\N{NO-BREAK SPACE}: 2, 3)" in parts["fr"].where


@pytest.mark.parametrize(
    ("language", "number", "text"),
    [("fr", 0, "0 ligne"), ("fr", 1, "1 ligne"), ("fr", 2, "2 lignes"), ("en", 0, "0 rows"), ("en", 1, "1 row")],
)
def test_a_plural_is_that_of_the_language(language: Language, number: int, text: str) -> None:
    assert wording(language).count("{n} row", "{n} rows", number) == text


@pytest.mark.parametrize(
    ("parts", "french_text", "english_text"),
    [([], "", ""), (["a"], "a", "a"), (["a", "b"], "a et b", "a and b"), (["a", "b", "c"], "a, b et c", "a, b and c")],
)
def test_an_enumeration_ends_with_and(parts: list[str], french_text: str, english_text: str) -> None:
    assert (wording("fr").listing(parts), wording("en").listing(parts)) == (french_text, english_text)


@pytest.mark.parametrize(
    ("tag", "language"), [("en-GB", "en"), ("EN", "en"), ("fr-CA", "fr"), ("de", "fr"), ("", "fr"), (None, "fr")]
)
def test_a_reader_of_neither_language_gets_french(tag: str | None, language: Language) -> None:
    assert language_from(tag) == language


def test_text_that_looks_like_a_placeholder_is_left_alone() -> None:
    assert wording("en").say("{value} (p. {page})", value="{page}", page=3) == "{page} (p. 3)"
