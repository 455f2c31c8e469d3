"""A dossier as one HTML file: slides with interactive pictures that need neither network nor installation."""

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from components.board.dossier import Dossier, Logo, Progress
from components.board.html_controls import controls_html, script_words
from components.board.html_fonts import font_faces
from components.board.html_slide import changes_html, is_interactive, section, slide_html
from components.board.html_text import data_address, element, held_json, text, title_text
from components.charts import config_json, figure_json, plotly_script
from components.palette import Palette, palette
from loaders.language import Wording

_HERE = Path(__file__).parent


def html_bytes(dossier: Dossier, progress: Progress) -> bytes:
    """The document; the same dossier gives the same bytes."""
    slides = [_cover(dossier)]
    figures: list[str] = []
    for done, slide in enumerate(dossier.board.slides, start=1):
        slides.append(slide_html(slide, dossier))
        if slide.exhibit and is_interactive(slide.exhibit):
            themes = (f'"{name}":{figure_json(slide.exhibit, palette(name))}' for name in ("light", "dark"))
            held = f'{{{",".join(themes)},"config":{config_json(slide.exhibit)}}}'
            figures.append(_held(f"figure-{slide.number}", held))
        progress(done)
    if dossier.changes:
        slides.append(changes_html(len(dossier.board.slides) + 1, dossier.changes, dossier.words))
    scripts = [(_HERE / "dossier.js").read_text(encoding="utf-8")]
    scripts = [plotly_script(), *scripts] if figures else scripts
    body = [
        element("main", "\n".join(slides)),
        controls_html(dossier),
        *figures,
        _held("words", script_words(dossier.words)),
        *(f"<script>{one}</script>" for one in scripts),
    ]
    head = "".join(_head(dossier, scripts))
    page = f'<!doctype html>\n<html lang="{dossier.board.language}"><head>{head}</head>\n<body>'
    return (page + "\n".join(body) + "</body></html>\n").encode()


def _head(dossier: Dossier, scripts: list[str]) -> Iterator[str]:
    """What may run is named by its digest; nothing may be fetched from anywhere."""
    digests = " ".join(f"'sha256-{b64encode(sha256(one.encode()).digest()).decode()}'" for one in scripts)
    policy = (
        f"default-src 'none'; script-src {digests}; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer">'
    yield element("title", text(dossier.title))
    style = (_HERE / "dossier.css").read_text(encoding="utf-8")
    yield f"<style>{font_faces()}\n{_colours()}\n{style}</style>"


def _colours() -> str:
    light, dark = (_variables(palette(theme)) for theme in ("light", "dark"))
    return f":root{{{light}}}\n@media screen and (prefers-color-scheme: dark){{:root{{{dark}}}}}"


def _variables(colours: Palette) -> str:
    named = {"paper": colours.paper, "ink": colours.ink, "muted": colours.muted, "rule": colours.rule}
    return "".join(f"--{name}:{colour};" for name, colour in (named | {"accent": colours.accent}).items())


def _cover(dossier: Dossier) -> str:
    words = dossier.words
    parts = [
        _logo(dossier.logo, words) if dossier.logo else "",
        element("p", text(words.say("Observatory of regional health innovation")), class_="kicker"),
        element("h1", title_text(dossier.title)),
        element("p", text(dossier.when_and_where), class_="occasion") if dossier.when_and_where else "",
        element("p", text(dossier.edition_name), class_="filters") if dossier.edition else "",
    ]
    return section(0, dossier.title, parts, kind="cover")


def _logo(logo: Logo, words: Wording) -> str:
    return f'<img class="logo" alt="{text(words.say("Logo"))}" src="{data_address(logo.content, logo.mime)}">'


def _held(name: str, json: str) -> str:
    return element("script", held_json(json), type="application/json", id=name)
