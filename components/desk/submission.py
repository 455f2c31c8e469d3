"""The file that this analyst has on the desk: where it lies, what was answered, and how far it has got."""

import hashlib
import shutil
import weakref
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from os import environ
from pathlib import Path
from tempfile import mkdtemp

import streamlit as st

from components import store
from components.desk.progress_bar import progress_bar
from components.uploader import Limits, lay_down
from loaders.intake.desk import Desk, Told
from loaders.intake.intake import Intake, take_in
from loaders.intake.isolation import glimpse
from loaders.intake.limits import limits_from
from loaders.intake.mapping import Mapping
from loaders.intake.raw_table import Glimpse, Layout
from loaders.language import Wording

_PLACE, _TAKEN, _ANSWERS, _DATASETS = "desk_place", "desk_taken", "desk_answers", "desk_datasets"
_ENDINGS = ("parquet", "csv", "tsv", "txt", "xlsx")
_LAYOUTS, _AFRESH, _GLIMPSES = "desk_layouts", "desk_afresh", "desk_glimpses"


@dataclass(frozen=True, slots=True)
class Submitted:
    """A file on the desk: its name for people, where it lies, and what names its content."""

    name: str
    path: Path
    content: str


class _Place:
    """A folder that goes with the session that holds it."""

    def __init__(self) -> None:
        self.path = Path(mkdtemp(prefix="desk-"))
        weakref.finalize(self, shutil.rmtree, self.path, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class _Kept:
    """What was taken in, and the state of everything that it was taken in with."""

    state: tuple[object, ...]
    intake: Intake


def desk() -> Desk:
    """What files are taken in with now."""
    return Desk(
        catalogue=store.current_library().catalogue, limits=limits_from(environ), today=datetime.now(UTC).date()
    )


def choose_file(words: Wording) -> Submitted | None:
    """The file that the analyst has laid down, None as long as there is none."""
    label = words.say("Parquet, CSV, TSV or XLSX; nothing is published before you ask for it")
    file = lay_down(label, Limits(endings=_ENDINGS), f"desk_file_{words.language}", words)
    return uploaded(file.name, file.getvalue()) if file else None


def uploaded(name: str, content: bytes) -> Submitted:
    """Lays an uploaded file into a folder of this session, which goes when the session ends."""
    if _PLACE not in st.session_state:
        st.session_state[_PLACE] = _Place()
    place: _Place = st.session_state[_PLACE]
    version = hashlib.sha256(content).hexdigest()
    # The name is the reader's; the file has one of ours, so that no name leads out of the folder.
    path = place.path / f"{version}{Path(name).suffix.lower()[:8]}"
    if not path.exists():
        path.write_bytes(content)
    return Submitted(Path(name).name, path, version)


def answers(submitted: Submitted) -> Mapping | None:
    """What the analyst has answered for this file."""
    kept: dict[str, Mapping] = st.session_state.get(_ANSWERS, {})
    return kept.get(submitted.content)


def keep_answers(submitted: Submitted, mapping: Mapping | None) -> None:
    """Keeps the answers for this file, or forgets them."""
    kept: dict[str, Mapping] = st.session_state.setdefault(_ANSWERS, {})
    kept.pop(submitted.content, None)
    if mapping is not None:
        kept[submitted.content] = mapping


def keep_dataset(submitted: Submitted, dataset: str | None) -> None:
    """Keeps the dataset that the analyst chose for this file, or forgets it."""
    kept: dict[str, str | None] = st.session_state.setdefault(_DATASETS, {})
    kept[submitted.content] = dataset


def forget(submitted: Submitted) -> None:
    """Forgets everything that was answered for this file, and leaves aside what was answered for earlier ones."""
    keep_answers(submitted, None)
    keep_dataset(submitted, None)
    st.session_state.setdefault(_AFRESH, set()).add(submitted.content)


def layout_of(submitted: Submitted) -> Layout | None:
    """What the analyst has said of how this file is read; None as long as they have said nothing."""
    kept: dict[str, Layout] = st.session_state.get(_LAYOUTS, {})
    return kept.get(submitted.content)


def keep_layout(submitted: Submitted, layout: Layout | None) -> None:
    """Keeps how this file is to be read, or forgets it; answers about other cells than it then has are forgotten."""
    given = answers(submitted)
    if given is not None:
        wanted = layout or Layout()
        is_same_table = given.layout.without_numbers() == wanted.without_numbers()
        keep_answers(submitted, given.model_copy(update={"layout": wanted}) if is_same_table else None)
    kept: dict[str, Layout] = st.session_state.setdefault(_LAYOUTS, {})
    kept.pop(submitted.content, None)
    if layout is not None:
        kept[submitted.content] = layout


def beginning_of(submitted: Submitted, layout: Layout) -> Glimpse:
    """How this file begins when it is read so; looked at once for each sheet and encoding."""
    way = Layout(sheet=layout.sheet, encoding=layout.encoding)
    seen: dict[tuple[str, Layout], Glimpse] = st.session_state.setdefault(_GLIMPSES, {})
    key = (submitted.content, way)
    if key not in seen:
        seen[key] = glimpse(submitted.path, way, desk().limits)
    return seen[key]


def taken_in(submitted: Submitted, words: Wording) -> Intake:
    """The file as far as it gets; taken in again only where the file, an answer or what is published has changed."""
    given = answers(submitted)
    chosen: dict[str, str | None] = st.session_state.get(_DATASETS, {})
    told = Told(
        dataset=chosen.get(submitted.content),
        mapping=given,
        layout=layout_of(submitted),
        is_afresh=submitted.content in st.session_state.get(_AFRESH, ()),
    )
    state = (submitted.content, submitted.name, told, store.current_library())
    kept: _Kept | None = st.session_state.get(_TAKEN)
    if kept is None or kept.state != state:
        with progress_bar(words) as progress:
            taken = take_in(submitted.path, replace(desk(), progress=progress), told, name=submitted.name)
        kept = _Kept(state, taken)
        st.session_state[_TAKEN] = kept
    return kept.intake
