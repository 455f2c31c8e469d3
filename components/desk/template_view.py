"""The form of a dataset that analysts fill in, in each of its formats."""

import streamlit as st

from components.plain_text import plain
from loaders.language import Wording
from loaders.library import Library
from loaders.subjects.template_format import TemplateFormat

_NAMES = {TemplateFormat.XLSX: "XLSX", TemplateFormat.CSV: "CSV", TemplateFormat.PARQUET: "Parquet"}
_TYPES = {
    TemplateFormat.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    TemplateFormat.CSV: "text/csv",
    TemplateFormat.PARQUET: "application/vnd.apache.parquet",
}


def show_templates(dataset: str, read: Library, words: Wording) -> None:
    """Buttons that give the form with what is published already; gaps are rows that are ready to be filled."""
    st.markdown(plain(words.say("The form holds every figure that is published; gaps are rows ready to be filled.")))
    with st.container(horizontal=True, gap="small"):
        for kind, media_type in _TYPES.items():
            st.download_button(
                plain(words.say("Form as {format}", format=_NAMES[kind])),
                data=lambda kind=kind: _content(dataset, kind, read, words),  # type: ignore[misc] # bound now
                file_name=f"{dataset}.{kind.value}",
                mime=media_type,
                on_click="ignore",
                key=f"template_{dataset}_{kind.value}_{words.language}",
            )


def _content(dataset: str, kind: TemplateFormat, read: Library, words: Wording) -> bytes:
    # What writes workbooks takes memory until it is needed.
    from loaders.subjects.template import template, template_bytes  # noqa: PLC0415

    found = read.dataset(dataset)
    published = found.observations if found else None
    return template_bytes(template(read.catalogue.declaration(dataset), read.catalogue, words, published), kind)
