"""How a field of the form for a new subject is asked: its name, how much it is needed, and what was answered before."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

import streamlit as st

from components.plain_text import plain
from loaders.language import Wording, mark
from loaders.subjects.subject_fields import Field, Need

_SAID = "desk_subject_said"
_NAMED = {
    Need.REQUIRED: mark("{field} (required)"),
    Need.RECOMMENDED: mark("{field} (recommended)"),
    Need.OPTIONAL: mark("{field} (optional)"),
}
_LONGEST = 500


@dataclass(frozen=True, slots=True)
class Asking:
    """Asks the fields of one file, named by its content, in one language.

    What was answered is kept for the session: widgets forget it when they leave the page or change their language.
    """

    words: Wording
    content: str

    def text(self, field: Field, place: str, value: str = "") -> str:
        """Asks for a text."""
        place = f"{place}{field.name}"
        # No counter of characters and no hint at the enter key: Streamlit has them in English only.
        given = st.text_input(
            self._labelled(field), key=self._key(place, value), placeholder="", label_visibility="collapsed"
        )
        given = given.strip()[:_LONGEST]
        self._said[place] = given
        return given

    def texts(self, fields: tuple[Field, Field], place: str, values: tuple[str, str] = ("", "")) -> tuple[str, str]:
        """Asks for two texts side by side, such as those in both languages."""
        left, right = st.columns(2)
        with left:
            first = self.text(fields[0], place, values[0])
        with right:
            return first, self.text(fields[1], place, values[1])

    def choice(self, field: Field, place: str, options: dict[str, str], value: str | None = None) -> str | None:
        """Asks for one of the options, given by their codes with their names; None as long as nothing is chosen."""
        place = f"{place}{field.name}"
        key = self._key(place, value)
        if st.session_state[key] not in options:
            st.session_state[key] = None
        chosen: str | None = st.selectbox(
            self._labelled(field),
            tuple(options),
            index=None,
            format_func=options.__getitem__,
            placeholder=self.words.say("Choose"),
            key=key,
            label_visibility="collapsed",
        )
        self._said[place] = chosen
        return chosen

    def several(self, label: str, place: str, options: Sequence[str], value: Sequence[str]) -> tuple[str, ...]:
        """Asks for any number of names of the file, shown as they are spelt."""
        if not options:
            return ()
        names = {name: plain(name) for name in options}
        # Other names to choose from are another question.
        version = sha256("\n".join(options).encode("utf-8", "surrogatepass")).hexdigest()[:8]
        key = self._key(place, list(value), version)
        st.session_state[key] = [name for name in st.session_state[key] if name in names]
        chosen = st.pills(
            plain(self.words.say(label)),
            tuple(options),
            selection_mode="multi",
            format_func=names.__getitem__,
            key=key,
        )
        self._said[place] = list(chosen)
        return tuple(chosen)

    def _labelled(self, field: Field) -> str:
        """Shows the name of a field above it, and gives it as the hidden label, which is never taken for Markdown."""
        label = self.words.say(_NAMED[field.need], field=self.words.say(field.label))
        st.markdown(plain(label))
        return label

    def _key(self, place: str, value: object, version: str = "") -> str:
        """The key of the widget at a place of the form, with what was answered there before, or else a proposal."""
        key = f"subject_{self.content[:12]}_{place}_{version}_{self.words.language}"
        if key not in st.session_state:
            st.session_state[key] = self._said.get(place, value)
        return key

    @property
    def _said(self) -> dict[str, object]:
        kept: dict[str, dict[str, object]] = st.session_state.setdefault(_SAID, {})
        return kept.setdefault(self.content, {})


def pairs(fields: Sequence[Field]) -> dict[str, Field]:
    """Fields by their names."""
    return {field.name: field for field in fields}
