"""The only cached doors: what was read and what was drawn of it stay in memory until a file of the data folder changes.

What was read is kept by the fingerprints of its files; what is computed from values is kept by these values.
"""

import logging
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache
from os import environ
from pathlib import Path

import streamlit as st

from components import charts, decks
from components.palette import Theme, palette
from loaders.audit import Audit, audit
from loaders.catalogue import Catalogue, read_catalogue
from loaders.composition import compose
from loaders.declaration import Declaration
from loaders.editions.reading import read_edition
from loaders.exhibit import Exhibit
from loaders.folder import PROJECT_DATA, DataFolder
from loaders.inbox import waiting
from loaders.language import DEFAULT_LANGUAGE, Language, wording
from loaders.library import Library, read_library
from loaders.reader import Fingerprint, Reading, fingerprint, read_dataset
from loaders.state import state_of
from loaders.territory import indicator
from loaders.territory.indicator import Holdings
from loaders.territory.portrait import Portrait
from loaders.territory.portrayal import portray
from loaders.view import View

_LOG = logging.getLogger(__name__)

#: Where the session keeps the older editions that the link asks for: dataset and number.
EDITIONS = "editions"
#: Datasets, editions and languages that stay in memory; the least recently used go first.
_READINGS = 256
_LIBRARIES = 8
#: Exhibits and pictures that stay in memory; every view of the catalogue in both languages is about 300.
_EXHIBITS = 512
_PICTURES = 256
#: Areas with a reference that stay in memory; a large one holds about 150 exhibits.
_PORTRAITS = 12


def library() -> Library:
    """The library as this reader sees it now: a file that was added or replaced is seen at the next call.

    Datasets of which the link asks for an older edition are read from that edition.
    """
    _pick_up()
    return _library(state_of(PROJECT_DATA), editions_shown(), PROJECT_DATA)


def editions_shown() -> tuple[tuple[str, int], ...]:
    """The older editions that the link asks for: dataset and number."""
    asked: tuple[tuple[str, int], ...] = st.session_state.get(EDITIONS, ())
    return asked


def current_library() -> Library:
    """The library with the editions in force, whatever the link asks for."""
    return _library(state_of(PROJECT_DATA), (), PROJECT_DATA)


def data_folder() -> DataFolder:
    """The data folder that the pages read, and in which dossiers are kept."""
    return PROJECT_DATA


def frozen_library(folder: DataFolder) -> Library:
    """The library of a frozen edition of a dossier, which is a data folder of its own."""
    return _library(state_of(folder), (), folder)


def audited(language: Language) -> Audit:
    """The audit of the library as it is on disk now."""
    return _audit(library(), language)


def exhibit(read: Library, dataset: str, view: View, chosen: Mapping[str, str], language: Language) -> Exhibit | None:
    """The exhibit of a view of a library, None where no observation fits the choices."""
    held = tuple(sorted((name, code) for name, code in chosen.items() if name in view.choose))
    return _exhibit(read, dataset, view.model_dump_json(), held, language)


@lru_cache(maxsize=_EXHIBITS)
def _exhibit(
    read: Library, dataset: str, view: str, chosen: tuple[tuple[str, str], ...], language: Language
) -> Exhibit | None:
    return compose(read, dataset, View.model_validate_json(view), dict(chosen), wording(language))


@lru_cache(maxsize=_LIBRARIES)
def holdings(read: Library) -> Holdings:
    """What a library knows of areas."""
    return indicator.holdings(read)


@lru_cache(maxsize=_PORTRAITS)
def portrait(read: Library, area: str, reference: str | None, language: Language) -> Portrait:
    """The portrait of an area against a reference."""
    return portray(read, holdings(read), area, reference, wording(language))


@lru_cache(maxsize=_PICTURES)
def figure(shown: Exhibit, theme: Theme) -> charts.Figure:
    """The chart or flat map of an exhibit; not to be changed by who gets it."""
    return charts.draw(shown, palette(theme))


@lru_cache(maxsize=_PICTURES)
def deck(shown: Exhibit, theme: Theme) -> decks.CompactDeck:
    """The tilted map of an exhibit; not to be changed by who gets it."""
    return decks.column_deck(shown, palette(theme))


def _pick_up() -> None:
    """Takes in what lies in the inbox; a file that was looked at before is not looked at again until it changes."""
    if waiting(PROJECT_DATA):
        # Loaded when there is something to take in: readers never need it, and it takes memory.
        from loaders.intake.desk import Desk  # noqa: PLC0415
        from loaders.intake.limits import limits_from  # noqa: PLC0415
        from loaders.pick_up import pick_up  # noqa: PLC0415

        desk = Desk(catalogue=read_catalogue(PROJECT_DATA), limits=limits_from(environ), today=datetime.now(UTC).date())
        for picked in pick_up(desk, wording(st.session_state.get("language", DEFAULT_LANGUAGE))):
            _LOG.info("%s: %s", picked.intake.file, "published" if picked.edition else "not published")


@st.cache_resource(max_entries=_LIBRARIES, show_spinner=False)
def _library(
    token: str,  # noqa: ARG001 - the token is part of the key
    editions: tuple[tuple[str, int], ...],
    _folder: DataFolder,
) -> Library:
    older = dict(editions)

    def read(path: Path, declaration: Declaration, catalogue: Catalogue) -> Reading:
        if declaration.id in older:
            return read_edition(_folder, declaration.id, older[declaration.id], declaration, catalogue)
        marks = (fingerprint(path), fingerprint(_folder.catalogue / f"{declaration.id}.yaml"))
        return _reading(marks, path, declaration, catalogue)

    return read_library(read_catalogue(_folder), read)


@st.cache_resource(max_entries=_READINGS, show_spinner=False)
def _reading(
    marks: tuple[Fingerprint | None, ...],  # noqa: ARG001 - the key of the cache
    _path: Path,
    _declaration: Declaration,
    _catalogue: Catalogue,
) -> Reading:
    return read_dataset(_path, _declaration, _catalogue)


@lru_cache(maxsize=_LIBRARIES * 2)
def _audit(read: Library, language: Language) -> Audit:
    return audit(read, wording(language))
