"""How a publication cites an exhibit: in words, for programs that keep references, and as code for a web page."""

import json
import re
from dataclasses import dataclass
from datetime import date
from html import escape
from urllib.parse import quote

from loaders.day import day_text
from loaders.exhibit import Exhibit
from loaders.language import LANGUAGES, Language, wording
from loaders.provenance import address_of

#: Signs that mean something to TeX. A brace must not stand alone, not even escaped: BibTeX counts it all the same.
_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    **{sign: f"\\{sign}" for sign in "$&#%_"},
}
_UNSAFE_IN_KEYS = re.compile(r"[^A-Za-z0-9_-]+")
#: Stays as it is in an address; everything else is written in per cent.
_OF_ADDRESSES = ":/?#[]@!$&'()*+,;=%~"
_HEIGHT = 640


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """The words with which an exhibit is cited.

    `text` is a sentence in the language of the exhibit; `bibtex` one entry; `csl_json` a list of one item;
    `source_line` the studies behind the figures; `link` leads to the exhibit at its data version; `embedding` is code
    for a web page.
    """

    text: str
    bibtex: str
    csl_json: str
    source_line: str
    link: str
    embedding: str


def citation(exhibit: Exhibit, *, accessed: date, base: str, issued: date | None = None) -> Citation:
    """The citation of an exhibit.

    Args:
        exhibit: what is cited, in the language of the citation; titles of studies stay in theirs.
        accessed: the day on which it was looked at.
        base: the address of the application with a final slash, empty where it is not known.
        issued: the day on which its edition was published, None where it was never published as one.
    """
    link = permanent_link(exhibit, base)
    return Citation(
        text=_text(exhibit, accessed, link),
        bibtex=_bibtex(exhibit, accessed, issued, link),
        csl_json=_csl_json(exhibit, accessed, issued, link),
        source_line=exhibit.source_line,
        link=link,
        embedding=_embedding(exhibit, link),
    )


def permanent_link(exhibit: Exhibit, base: str) -> str:
    """The address of an exhibit at its data version; of a comparison of the explorer, that comparison today."""
    return quote(base + address_of(exhibit), safe=_OF_ADDRESSES)


def tex(text: str) -> str:
    """A text for TeX, on one line, in which no sign has a meaning."""
    return "".join(_TEX.get(sign, sign) for sign in " ".join(text.split()))


def _text(exhibit: Exhibit, accessed: date, link: str) -> str:
    language = _language(exhibit)
    words = wording(language)
    studies = dict.fromkeys(reference.title for reference in exhibit.references)
    return words.say(
        "“{title}”, {observatory}, data version {version}, based on: {studies}. Accessed {day}. {link}",
        title=exhibit.title,
        observatory=_observatory(language),
        version=exhibit.data_version,
        studies=words.say("; ").join(studies),
        day=day_text(accessed, language),
        link=link,
    )


def _observatory(language: Language) -> str:
    return wording(language).say("Observatory of regional health innovation")


def _identifier(exhibit: Exhibit) -> str:
    codes = [item.code for _, item in exhibit.selection]
    parts = [exhibit.dataset, exhibit.view, *codes, exhibit.data_version, exhibit.language]
    return _UNSAFE_IN_KEYS.sub("-", "_".join(parts)).strip("-")


def _bibtex(exhibit: Exhibit, accessed: date, issued: date | None, link: str) -> str:
    fields = {
        "title": f"{{{tex(exhibit.title)}}}",
        "author": f"{{{tex(_observatory(_language(exhibit)))}}}",
        "year": str(issued.year) if issued else "",
        "version": tex(exhibit.data_version),
        "note": tex(exhibit.source_line),
        "url": link,
        "urldate": accessed.isoformat(),
        "language": {"fr": "french", "en": "english"}[_language(exhibit)],
    }
    lines = (f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@misc{{{_identifier(exhibit)},\n" + ",\n".join(lines) + "\n}\n"


def _csl_json(exhibit: Exhibit, accessed: date, issued: date | None, link: str) -> str:
    item: dict[str, object] = {
        "id": _identifier(exhibit),
        "type": "figure",
        "title": exhibit.title,
        "author": [{"literal": _observatory(_language(exhibit))}],
        "publisher": _observatory(_language(exhibit)),
        "version": exhibit.data_version,
        "note": exhibit.source_line,
        "language": exhibit.language,
        "URL": link,
        "accessed": _date(accessed),
    }
    return json.dumps([item | ({"issued": _date(issued)} if issued else {})], ensure_ascii=False, indent=2) + "\n"


def _date(day: date) -> dict[str, list[list[int]]]:
    return {"date-parts": [[day.year, day.month, day.day]]}


def _embedding(exhibit: Exhibit, link: str) -> str:
    title = f"{exhibit.title} – {_observatory(_language(exhibit))}"
    return (
        f'<iframe src="{escape(f"{link}&embed=1")}" title="{escape(title)}" width="100%" height="{_HEIGHT}" '
        'style="border:0" loading="lazy"></iframe>'
    )


def _language(exhibit: Exhibit) -> Language:
    return next(language for language in LANGUAGES if language == exhibit.language)
