"""A table of plain text that a screen reader can walk through."""

import streamlit as st

from components.plain_text import plain
from loaders.language import Wording
from loaders.table import Table

_LONGEST_UNBROKEN = 16
_TALLEST = 14
_HEIGHT = 520


def show_table(table: Table, words: Wording) -> None:
    """Draws a table, its cells as they are; a long one scrolls in its place, and says how many rows it has.

    It is written in Markdown, which Streamlit draws as a table of the page: st.table would load pandas for it, and
    sets number columns to the left.
    """
    lines = [_line(table.columns), _alignment(table), *map(_line, table.rows)]
    with st.container(height=_HEIGHT if len(table.rows) > _TALLEST else "content", border=False):
        st.markdown("\n".join(lines))
    if len(table.rows) > _TALLEST:
        st.caption(
            plain(words.count("{n} row; scroll to see it.", "{n} rows; scroll to see them all.", len(table.rows)))
        )


def _alignment(table: Table) -> str:
    return "|" + "|".join("---:" if place in table.numbers else ":---" for place in range(len(table.columns))) + "|"


def _line(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(plain(_unbroken(" ".join(cell.split("\n")))) for cell in cells) + " |"


def _unbroken(cell: str) -> str:
    """A short cell on one line: page ranges and numbers with their unit are not broken."""
    if len(cell) > _LONGEST_UNBROKEN:
        return cell
    return cell.replace(" ", "\N{NO-BREAK SPACE}").replace("-", "\N{NON-BREAKING HYPHEN}")
