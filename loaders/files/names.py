"""Names of files: what they are about, the choices, the language, the day."""

import re
from datetime import date

from loaders.exhibit import Exhibit

_UNSAFE = re.compile(r"[^A-Za-z0-9_.+-]+")
_LONGEST_CHOICES = 100


def file_stem(exhibit: Exhibit, day: date) -> str:
    """A file name without its ending: subject, view, selection, language, day (2025-11-24)."""
    chosen = "-".join(_UNSAFE.sub("_", item.code) for _, item in exhibit.selection)[:_LONGEST_CHOICES]
    parts = (exhibit.dataset, exhibit.view, chosen, exhibit.language, day.isoformat())
    return "-".join(filter(None, parts))


def dataset_stem(dataset: str, language: str, day: date) -> str:
    """A file name without its ending for a whole dataset: subject, language, day."""
    return f"{dataset}-{language}-{day.isoformat()}"
