"""Texts as plotly draws them: escaped, in lines, with the signs that a value carries."""

from html import escape

from loaders.exhibit import Figure, Role

BREAK = "<br>"
DAGGER = "<sup>†</sup>"


def plain(text: str) -> str:
    """A text that plotly shows as it is, whatever markup it contains.

    Quotes stay: plotly decodes `&lt;`, `&gt;` and `&amp;`, but would print `&quot;`.
    """
    return escape(text, quote=False)


def block(lines: tuple[str, ...]) -> str:
    """Lines of data as one text for plotly."""
    return BREAK.join(plain(line) for line in lines)


def value_text(figure: Figure, text: str | None = None) -> str:
    """The text of a figure on its mark; a dagger says that the study prints other values too."""
    shown = plain(figure.text if text is None else text)
    return shown + DAGGER if figure.is_doubted else shown


def bold(text: str) -> str:
    """A text for plotly, made bold."""
    return f"<b>{text}</b>"


def coloured(text: str, colour: str) -> str:
    """A text for plotly in a colour of the palette."""
    return f'<span style="color:{colour}">{text}</span>'


def for_role(text: str, role: Role) -> str:
    """A text for plotly, bold for Île-de-France."""
    return bold(text) if role is Role.ACCENT else text
