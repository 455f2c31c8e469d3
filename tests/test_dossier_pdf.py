"""The PDF of a dossier: tagged, with bookmarks, typefaces and selectable text; whatever texts say, they stay texts."""

from dataclasses import replace
from functools import cache

import pytest
from pypdf.generic import BooleanObject

from components.board.dossier_pdf import pdf_bytes
from components.board.formats import DossierFormat
from components.board.slide_texts import slide_texts
from components.board.table_widths import column_widths
from loaders.language import LANGUAGES, Language, wording
from loaders.table import Table, table_of
from tests.pdf_reading import bookmarks, metadata, part, reader, squeezed, structure, typefaces
from tests.sample_dossiers import HOSTILE, dossier, file_of, hostile_dossier

PDF = DossierFormat.PDF


@cache
def pages(language: Language) -> tuple[str, ...]:
    """The text of each page, every blank being one space."""
    return tuple(squeezed(page.extract_text()) for page in reader(file_of(PDF, language)).pages)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_document_says_that_it_is_accessible_and_in_which_language(language: Language) -> None:
    document = reader(file_of(PDF, language))
    root = document.root_object

    assert part(root, "/MarkInfo")["/Marked"] == BooleanObject(value=True)
    assert str(root["/Lang"]).startswith(language)
    assert part(root, "/ViewerPreferences")["/DisplayDocTitle"] == BooleanObject(value=True)
    assert b"pdfuaid:part>1<" in metadata(document)
    assert document.metadata is not None
    assert document.metadata.title == "Réunion du conseil"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_slide_has_its_page_with_title_reading_comment_and_source(language: Language) -> None:
    whole = pages(language)

    for slide in dossier(language).board.slides:
        sought = [slide.title, slide.reading, *slide.comment.splitlines()]
        if slide.exhibit:
            texts = slide_texts(slide.exhibit, wording(language))
            sought += [texts.source, *(value for _, value in texts.filters)]
        if slide.trouble:
            sought += [slide.trouble.what, slide.trouble.where, slide.trouble.expected, slide.trouble.remedy]
        assert any(all(squeezed(one) in page for one in sought) for page in whole), slide.title


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_annex_has_method_sources_and_every_row_of_every_exhibit(language: Language) -> None:
    whole = "".join(pages(language))

    for exhibit in filter(None, (slide.exhibit for slide in dossier(language).board.slides)):
        texts = slide_texts(exhibit, wording(language), dossier(language).base)
        for sought in (*texts.method, *texts.studies, texts.terms):
            assert squeezed(sought) in whole
        assert exhibit.data_version in whole
    table = table_of(exhibit, wording(language))
    assert len(table.rows) > 100
    assert all(squeezed(row[-4]) in whole for row in table.rows)


def test_each_page_but_the_cover_has_the_title_and_its_number() -> None:
    whole = pages("fr")

    assert all(
        page.startswith(squeezed("Réunion du conseil")) and f"{number}/{len(whole)}" in page
        for number, page in enumerate(whole[1:], start=2)
    )


def test_the_page_of_an_exhibit_names_its_data_version() -> None:
    exhibit = next(slide.exhibit for slide in dossier().board.slides if slide.title == "Un titre à nous")
    assert exhibit is not None

    page = next(one for one in pages("fr") if squeezed("Un titre à nous") in one and squeezed(exhibit.reading) in one)

    assert squeezed(f"fdi_rankings, version {exhibit.data_version}") in page


def test_sections_and_slides_are_bookmarks() -> None:
    titles = [squeezed(one) for one in bookmarks(reader(file_of(PDF)).outline)]

    assert set(titles) >= {squeezed(slide.title) for slide in dossier().board.slides}


def test_every_typeface_is_embedded() -> None:
    found = typefaces(reader(file_of(PDF)))

    assert len(found) == 3
    assert all(found.values())


def test_pictures_have_their_text_alternative_and_tables_their_header_rows() -> None:
    elements = list(structure(part(reader(file_of(PDF)).root_object, "/StructTreeRoot")))
    kinds = [str(one["/S"]) for one in elements]
    alts = {str(one["/Alt"]) for one in elements if str(one["/S"]) == "/Figure" and "/Alt" in one}

    drawn = [one.exhibit for one in dossier().board.slides if one.exhibit and one.exhibit.kind != "table"]
    assert {exhibit.alt for exhibit in drawn} <= alts
    assert kinds.count("/Table") >= len(drawn)
    assert kinds.count("/TH") > kinds.count("/Table")
    assert "/THead" in kinds


def test_the_same_dossier_gives_the_same_bytes() -> None:
    assert pdf_bytes(dossier(), lambda _done: None) == file_of(PDF)


def test_hostile_text_is_only_text_and_lacking_signs_are_seen() -> None:
    document = reader(pdf_bytes(hostile_dossier(), lambda _done: None))
    whole = "".join(squeezed(page.extract_text()) for page in document.pages)

    assert squeezed('#panic("x") #image("/etc/passwd") $x$ `c` *b* _i_ <script>') in whole
    assert "□" in whole
    assert "日" not in whole
    assert squeezed(HOSTILE)[:40] in squeezed(str(document.metadata.title if document.metadata else ""))


def test_a_dossier_without_slides_is_a_cover_and_contents() -> None:
    empty = replace(dossier(), board=replace(dossier().board, slides=()), logo=None)

    assert len(reader(pdf_bytes(empty, lambda _done: None)).pages) == 2


def test_progress_is_told_slide_by_slide() -> None:
    told: list[int] = []

    pdf_bytes(dossier(), told.append)

    assert told == list(range(1, len(dossier().board.slides) + 1))


@pytest.mark.parametrize("text", ["short", "several words in a cell " * 5, "x" * 400])
def test_columns_never_leave_the_page(text: str) -> None:
    table = Table(columns=("A", "Much", "B"), rows=(("one", text, "2"), (text, "one", text)))

    widths = column_widths(table, 8.0, 490.0)

    assert sum(widths) <= 490.5
    assert all(width > 0 for width in widths)
