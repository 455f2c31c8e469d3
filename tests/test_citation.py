"""Citations: in words of both languages, as BibTeX and CSL-JSON that programs can read, and as code for a web page."""

import json
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.citation import Citation, citation, permanent_link, tex
from loaders.composition import compose
from loaders.exhibit import Exhibit
from loaders.exploration import Comparison, exploring_view
from loaders.language import LANGUAGES, Language, wording
from tests.sample_data import exhibit_of, library, selections, view_of

DAY, ISSUED = date(2026, 3, 2), date(2025, 6, 1)
BASE = "https://observatory.example/health/"
#: What the schema of CSL-JSON allows of what we write.
TYPES = {"article", "dataset", "document", "figure", "graphic", "report", "webpage"}
STRINGS = {"id", "type", "title", "publisher", "version", "note", "language", "URL"}
SIGNS = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciicircum{}": "^",
    r"\textasciitilde{}": "~",
    **{f"\\{sign}": sign for sign in "$&#%_"},
}


EMPLOYMENT = "employment_by_department"
VIEWS = tuple(one.id for one in library().catalogue.declaration(EMPLOYMENT).views)


def shown(language: Language, view: str = "map") -> Exhibit:
    """An exhibit of the project."""
    chosen = next(selections(library(), EMPLOYMENT, view_of(EMPLOYMENT, view), language))
    return exhibit_of(EMPLOYMENT, view, chosen, language)


def cited(exhibit: Exhibit) -> Citation:
    """Its citation."""
    return citation(exhibit, accessed=DAY, issued=ISSUED, base=BASE)


class _Frame(HTMLParser):
    """The attributes of the elements of some HTML, and any text outside of them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_citation_in_words_names_title_studies_version_day_and_link(language: Language) -> None:
    exhibit = shown(language)
    text = cited(exhibit).text

    assert {"fr": "2 mars 2026", "en": "2 March 2026"}[language] in text
    assert exhibit.title in text
    assert exhibit.references[0].title in text
    assert exhibit.data_version in text
    assert text.endswith(cited(exhibit).link)


def test_the_link_leads_to_the_view_its_choices_and_its_version() -> None:
    exhibit = shown("fr")

    asked = parse_qs(urlsplit(cited(exhibit).link).query)

    assert cited(exhibit).link.startswith(f"{BASE}exhibit?view=employment_by_department/map&")
    assert asked["version"] == [exhibit.data_version]
    assert asked["lang"] == ["fr"]
    assert {name: asked[name] for name, _ in exhibit.selection} == {name: [one.code] for name, one in exhibit.selection}


@pytest.mark.parametrize("view", VIEWS)
def test_csl_json_has_the_shape_of_its_schema(view: str) -> None:
    (item,) = json.loads(cited(shown("en", view)).csl_json)

    assert item["type"] in TYPES
    assert {name for name, value in item.items() if isinstance(value, str)} == STRINGS
    assert set(item) == STRINGS | {"author", "accessed", "issued"}
    assert [list(name) for name in item["author"]] == [["literal"]]
    assert item["accessed"] == {"date-parts": [[2026, 3, 2]]}
    assert item["issued"] == {"date-parts": [[2025, 6, 1]]}
    assert re.fullmatch(r"[A-Za-z0-9_-]+", item["id"])


def test_no_day_of_issue_is_invented() -> None:
    made = citation(shown("en"), accessed=DAY, base="")

    assert "issued" not in json.loads(made.csl_json)[0]
    assert "year" not in made.bibtex


@given(st.text())
def test_tex_gives_the_text_back_and_its_braces_are_balanced(text: str) -> None:
    escaped = tex(text)

    depth = [escaped[: place + 1].count("{") - escaped[: place + 1].count("}") for place in range(len(escaped))]
    assert min(depth, default=0) >= 0
    assert (depth or [0])[-1] == 0
    undone = re.sub("|".join(map(re.escape, SIGNS)), lambda one: SIGNS[one[0]], escaped)
    assert undone == " ".join(text.split())


def test_bibtex_is_one_entry_of_balanced_fields() -> None:
    entry = cited(shown("fr")).bibtex

    assert re.match(r"@misc\{[A-Za-z0-9_-]+,\n", entry)
    assert entry.count("{") == entry.count("}")
    fields = dict(re.findall(r"^  (\w+) = \{(.*)\},?$", entry, re.MULTILINE))
    assert list(fields) == ["title", "author", "year", "version", "note", "url", "urldate", "language"]
    assert (fields["year"], fields["urldate"], fields["language"]) == ("2025", "2026-03-02", "french")


@given(title=st.text(max_size=60), base=st.sampled_from([BASE, "", 'http://x/"><script>/', "http://x/{}/"]))
def test_the_code_for_a_web_page_is_one_frame_whatever_the_title_is(title: str, base: str) -> None:
    exhibit = replace(shown("en"), title=title)

    read = _Frame(citation(exhibit, accessed=DAY, base=base).embedding)

    ((tag, attributes),) = read.elements
    assert (tag, read.text) == ("iframe", "")
    assert (attributes["title"] or "").startswith(title.replace("\r\n", "\n") if "\r" not in title else "")
    assert (attributes["src"] or "").endswith("&embed=1")
    assert not set('"<>{} ') & set(attributes["src"] or "")


def test_a_comparison_of_the_explorer_is_linked_in_the_explorer() -> None:
    declaration = library().catalogue.declaration("fdi_rankings")
    view = exploring_view(
        declaration, "projects", Comparison("ref_area", "sector"), library().observations("fdi_rankings")
    )
    chosen = {"geo_level": "region", "time_period": "2022/2024"}
    exhibit = compose(library(), "fdi_rankings", view, chosen, wording("fr"))
    assert exhibit is not None

    assert permanent_link(exhibit, "https://example.org/").removeprefix("https://example.org/") == (
        "explore?explore_dataset=fdi_rankings&explore_measure=projects&explore_category=ref_area"
        "&explore_series=sector&explore_geo_level=region&explore_time_period=2022/2024&lang=fr"
    )
