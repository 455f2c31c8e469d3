"""The one door through which text reaches a Streamlit element that reads Markdown: it stays plain text."""

import re

#: Runs of these are one space on the screen in any case; line ends and indentation mean something to Markdown.
_BLANKS = re.compile(r"[ \t\r\n\f\v]+")
#: Every sign that Markdown can give a meaning to; it takes a backslash before any of them.
_SIGNS = re.compile(r"([!-/:-@\[-`{-~])")
#: What Streamlit looks for after Markdown was parsed, when a backslash no longer stops it: `:name:`, `https://`,
#: `www.`, `name@host`, and arrows that stand alone. A word joiner behind these characters, which nobody sees, does.
_AFTERWARDS = re.compile(r"([:@](?=\S)|\bwww(?=\.)|(?<!\S)[-<>~](?=[-=>]+(?!\S)))", re.IGNORECASE)
_WORD_JOINER = "\N{WORD JOINER}"


def plain(text: str) -> str:
    """The text escaped so that Markdown shows it as it is: no markup, link, formula, icon or list comes of it."""
    line = _BLANKS.sub(" ", text).strip(" ")
    return _SIGNS.sub(r"\\\1", _AFTERWARDS.sub(rf"\1{_WORD_JOINER}", line))
