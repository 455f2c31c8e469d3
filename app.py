"""The observatory: settles language and navigation, then runs the page that the address names."""

from pathlib import Path

import streamlit as st

from components import address, navigation
from components.editions import announce_changes, settle_edition
from components.embedding import is_embedded, narrow
from components.notices import show_replaced
from components.store import library
from loaders.language import wording

st.set_page_config(page_icon="static/favicon.png", layout="wide")
language, refused = address.settle_language()
words = wording(language)
embedded = is_embedded()
page = navigation.menu(words, is_shown=not embedded)
address.enter(page.url_path)
st.html(Path(__file__).parent / "static" / "house.css")
navigation.announce_language(language)
if embedded:
    narrow()
else:
    with st.sidebar:
        address.language_switch()
        navigation.show_name(words)
if refused is not None:
    show_replaced(words.say("Language"), refused, {"fr": "français", "en": "English"}[language], words)
settle_edition(words)
announce_changes(library(), words)
page.run()
