"""Where a file is laid down: Streamlit's uploader, in the language of the page."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from components.plain_text import plain
from components.retelling import Retold, retell
from loaders.language import Wording

_LARGEST = "server.maxUploadSize"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What an uploader takes: endings without the dot, and at most so many MB (the server's own limit unless said)."""

    endings: tuple[str, ...]
    megabytes: int | None = None


def lay_down(
    label: str, limits: Limits, key: str, words: Wording, *, on_change: Callable[[], None] | None = None
) -> UploadedFile | None:
    """The file that was laid down, None as long as there is none.

    Args:
        label: what is asked for, as plain text.
        limits: what is taken.
        key: a name that no other uploader has.
        words: the language of the page.
        on_change: what follows when a file is laid down or taken away.
    """
    st.markdown(plain(label))
    # The question stands above as text; a hidden label is never taken for Markdown.
    file = st.file_uploader(
        label,
        type=list(limits.endings),
        max_upload_size=limits.megabytes,
        key=key,
        label_visibility="collapsed",
        on_change=on_change,
    )
    size = limits.megabytes or st.get_option(_LARGEST)
    retell("stFileUploader", _rules(size, words), key, words)
    return file


def _rules(size: int, words: Wording) -> tuple[Retold, ...]:
    """What the uploader of Streamlit writes, and what the page says instead; house.css hides its words until then."""
    return (
        Retold(r"^Upload$", words.say("Choose a file")),
        Retold(r"^file upload$", words.say("A file")),
        Retold(r"^(?:Add files|add icon)$", words.say("Choose another file")),
        Retold(r"^Remove (.+)$", words.say("Take away {name}", name="{name}")),
        Retold(r"^\d+(?:\.\d+)?.B per file", words.say("Or drop it here; at most {size} MB", size=size)),
        Retold(r"^([\d.]+)B$", words.say("{number} bytes", number="{number}")),
        Retold(r"^([\d.]+)KB$", words.say("{number} KB", number="{number}")),
        Retold(r"^([\d.]+)MB$", words.say("{number} MB", number="{number}")),
        Retold(r"^Error:\s*$", words.say("Error:")),
        Retold(r"files are not allowed\.$", words.say("Files of this kind are not read.")),
        Retold(r"must be .+ or smaller", words.say("The file is larger than {size} MB.", size=size)),
    )
