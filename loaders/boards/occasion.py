"""When and where a meeting is, as every page and every file says it."""

from loaders.boards.board import Cover
from loaders.day import day_text
from loaders.language import Language


def occasion(cover: Cover, language: Language) -> str:
    """Date and place as a line ("26 November 2026, Paris"), empty where neither is known."""
    day = day_text(cover.date, language) if cover.date else ""
    return ", ".join(filter(None, (day, cover.place)))
