"""Pictures in the export dialog: sheet and language, a preview with the check of the figure, three formats."""

from datetime import UTC, datetime

import streamlit as st

from components.address import application_address
from components.export.counter import counter, ready
from components.export.file_names import file_name
from components.export.order import Order, PageSize, Subject
from components.export.page_choice import choose_page
from components.export.refusal import RefusedError
from components.notices import show_notice
from components.plain_text import plain
from components.print.picture_format import PictureFormat
from loaders.exhibit import Exhibit
from loaders.language import LANGUAGES, Language, Wording

#: Sharp on a screen with two pixels for one, at the width of the dialog.
_PREVIEW_PIXELS = 1100
_MOST_DOTS = 220.0


def show_pictures(exhibit: Exhibit, subject: Subject, words: Wording) -> None:
    """The picture of an exhibit for print: what it will look like, what the check finds, and its files."""
    controls, sight = st.columns([2, 3], gap="large")
    with controls:
        page = choose_page("picture", words)
        language: Language = st.segmented_control(
            words.say("Language of the picture"),
            LANGUAGES,
            format_func={"fr": "Français", "en": "English"}.__getitem__,
            default=subject.language,
            required=True,
            key="picture_language",
        )
    if page is None:
        return
    order = Order(
        subject=subject.model_copy(update={"language": language}),
        form=PictureFormat.SVG,
        page=page,
        day=datetime.now(UTC).date(),
        base=application_address(),
    )
    with sight:
        is_possible = _show_preview(exhibit, order, page, words)
    if is_possible:
        with controls:
            _show_formats(exhibit, order, words)


def _show_preview(exhibit: Exhibit, order: Order, page: PageSize, words: Wording) -> bool:
    """Draws the picture as it will be; False where it cannot be made, which is then said."""
    dots = min(_MOST_DOTS, _PREVIEW_PIXELS * 72 / page.width)
    try:
        with st.spinner(words.say("Drawing")):
            preview = counter().preview(order, dots)
    except RefusedError as error:
        show_notice(error.notice, words)
        return False
    st.image(preview.content, width="stretch", alt=exhibit.alt)
    if preview.findings:
        body = "\n".join(f"- {plain(finding)}" for finding in preview.findings)
        st.warning(body, title=words.say("Check of the figure"))
    else:
        said = words.say("Check of the figure: contrast, three kinds of colour blindness and greyscale hold.")
        st.success(plain(said), icon=":material/check:")
    return True


def _show_formats(exhibit: Exhibit, order: Order, words: Wording) -> None:
    with st.container(horizontal=True, gap="small"):
        for form in PictureFormat:
            wanted = order.model_copy(update={"form": form})
            st.download_button(
                form.value.upper(),
                data=ready(wanted),
                file_name=file_name(exhibit, wanted),
                mime=form.mime,
                key=f"picture_{form}",
                on_click="ignore",
                icon=":material/download:",
            )
    st.caption(plain(words.say("Source, licence and qualifiers are part of every picture.")))
