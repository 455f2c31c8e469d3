"""The addresses of the pages."""

from urllib.parse import urlencode

from components.navigation import ENTRIES, Entry


def path_of(entry: Entry, **parameters: str) -> str:
    """The path of a page with its parameters; the first page is at the root."""
    path = "/" if entry is ENTRIES[0] else f"/{entry.name}"
    return f"{path}?{urlencode(parameters)}" if parameters else path
