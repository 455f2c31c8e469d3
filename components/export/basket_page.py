"""The page of the basket: what was collected, how it is to be drawn, and one zip of it all."""

from dataclasses import dataclass
from datetime import UTC, datetime

import streamlit as st

from components import store
from components.address import application_address
from components.board.adding import show_adding, slide_of
from components.export.basket import basket, empty_basket, take_out
from components.export.counter import counter
from components.export.order import Form, Order, PageSize, Subject
from components.export.page_choice import choose_page
from components.export.parcel import Parcel, Wanted, packed
from components.notices import show_notice
from components.page import words_in_force
from components.plain_text import plain
from components.print.picture_format import PictureFormat
from loaders.exhibit import Exhibit
from loaders.files.formats import FORMATS, FileFormat
from loaders.language import LANGUAGES, Language, Wording

_PARCEL = "parcel"
_FORMATS: tuple[Form, ...] = (*PictureFormat, *FileFormat)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Choice:
    """How everything in the basket is to be made."""

    page: PageSize
    languages: tuple[Language, ...]
    forms: tuple[Form, ...]


def show_basket() -> None:
    """The list, the choices and the button; or how something gets into the basket."""
    words = words_in_force()
    if not basket():
        said = words.say("The basket is empty. Below each figure, “Export” has the button “Add to the basket”.")
        st.markdown(plain(said))
        return
    _show_list(words)
    show_adding(tuple(map(slide_of, basket())), "basket", words)
    choice = _choose(words)
    if choice is None:
        return
    if st.button(words.say("Make the files"), type="primary", icon=":material/folder_zip:"):
        st.session_state[_PARCEL] = _made(choice, words)
    if _PARCEL in st.session_state:
        _show_parcel(st.session_state[_PARCEL], words)


def _show_list(words: Wording) -> None:
    for number, subject in enumerate(basket()):
        with st.container(horizontal=True, vertical_alignment="center", key=f"basket_{number}"):
            st.markdown(plain(_title(subject, words)), width="stretch")
            st.button(
                words.say("Remove"),
                key=f"take_out_{number}_{words.language}",
                on_click=take_out,
                args=(subject,),
                type="tertiary",
                icon=":material/delete:",
                help=plain(words.say("Remove from the basket: {title}", title=_title(subject, words))),
            )
    st.button(words.say("Empty the basket"), on_click=empty_basket, type="tertiary")


def _choose(words: Wording) -> _Choice | None:
    left, right = st.columns(2, gap="large")
    with left:
        page = choose_page("basket", words)
    with right:
        languages = st.pills(
            words.say("Languages"),
            LANGUAGES,
            selection_mode="multi",
            default=[words.language],
            format_func={"fr": "Français", "en": "English"}.__getitem__,
            key="basket_languages",
        )
    # The whole width: the names of the formats do not fit into half of it.
    forms = st.pills(
        words.say("Formats"),
        _FORMATS,
        selection_mode="multi",
        default=[PictureFormat.PDF],
        format_func=lambda form: _label(form, words),
        key="basket_formats",
    )
    if page is None or not languages or not forms:
        st.caption(plain(words.say("Choose at least one language and one format.")))
        return None
    return _Choice(page=page, languages=tuple(languages), forms=tuple(forms))


def _label(form: Form, words: Wording) -> str:
    return form.upper() if isinstance(form, PictureFormat) else words.say(FORMATS[form].label)


def _made(choice: _Choice, words: Wording) -> Parcel:
    """Makes the files, with a bar that says how many are done."""
    wanted = [
        _wanted(subject.model_copy(update={"language": language}), form, choice.page)
        for subject in basket()
        for language in choice.languages
        for form in choice.forms
    ]
    bar = st.progress(0.0, text=words.say("Drawing"))

    def progress(done: int) -> None:
        bar.progress(done / len(wanted), text=words.say("{done} of {all}", done=done, all=len(wanted)))

    parcel = packed(wanted, counter().file, words, progress)
    bar.empty()
    return parcel


def _wanted(subject: Subject, form: Form, page: PageSize) -> Wanted:
    exhibit = _exhibit(subject)
    order = Order(subject=subject, form=form, page=page, day=datetime.now(UTC).date(), base=application_address())
    return Wanted(
        order=order,
        title=exhibit.title if exhibit else f"{subject.dataset}/{subject.view.id}",
        alt=exhibit.alt if exhibit else "",
        source=exhibit.source_line if exhibit else "",
    )


def _exhibit(subject: Subject) -> Exhibit | None:
    return store.exhibit(store.library(), subject.dataset, subject.view, dict(subject.chosen), subject.language)


def _title(subject: Subject, words: Wording) -> str:
    exhibit = _exhibit(subject.model_copy(update={"language": words.language}))
    if exhibit is None:
        return f"{subject.dataset}/{subject.view.id}"
    return " · ".join(filter(None, (exhibit.title, exhibit.subtitle)))


def _show_parcel(parcel: Parcel, words: Wording) -> None:
    """The zip, and what failed."""
    said = words.count("{n} file is ready.", "{n} files are ready.", parcel.files)
    st.success(plain(said))
    st.download_button(
        words.say("Download the ZIP"),
        data=parcel.content,
        file_name=f"observatory-{words.language}-{datetime.now(UTC).date().isoformat()}.zip",
        mime="application/zip",
        on_click="ignore",
        type="primary",
        icon=":material/download:",
    )
    for wanted, notice in parcel.failed:
        st.markdown(plain(f"{wanted.title} ({wanted.order.form})"))
        show_notice(notice, words)
