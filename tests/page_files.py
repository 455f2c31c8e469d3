"""What the page files name as text: datasets, views, headings."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.sample_data import ROOT

PAGES = ROOT / "pages"


@dataclass(frozen=True, slots=True)
class Named:
    """A view that a page shows: in a group of that name, or as a key figure that may lead to another page."""

    dataset: str
    view: str
    group: str | None = None
    page: str | None = None

    @property
    def is_key_figure(self) -> bool:
        """Whether the view is shown as a card."""
        return self.group is None

    @property
    def key(self) -> str:
        """The key of the container in which the view is shown."""
        return f"key_{self.dataset}_{self.view}" if self.is_key_figure else f"exhibit_{self.group}_{self.view}"


def views(source: str) -> list[Named]:
    """The views that the source of a page names."""
    found = []
    for values, _ in _calls(source, "KeyFigure"):
        dataset, view, *page = values
        found.append(Named(dataset, view, page=page[0] if page else None))
    for (dataset, names), options in _calls(source, "show_group"):
        found += [Named(dataset, view, group=options["name"]) for view in names]
    return found


def subjects(source: str) -> list[str]:
    """The datasets that the source of a page names as subjects, each shown with all of its views."""
    return [dataset for (datasets,), _ in _calls(source, "show_subject") for dataset in datasets]


def heading(page: Path) -> str:
    """The message that a page has as its heading."""
    (((title, _lead), _),) = _calls(page.read_text(encoding="utf-8"), "show_heading")
    return str(title)


def _calls(source: str, name: str) -> Iterator[tuple[list[Any], dict[str, Any]]]:
    """The arguments of the calls of a function; they are written out, or the page is at fault."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name:
            named = {one.arg: ast.literal_eval(one.value) for one in node.keywords if one.arg}
            yield [ast.literal_eval(_unmarked(argument)) for argument in node.args], named


def _unmarked(argument: ast.expr) -> ast.expr:
    """The text of `mark("text")`, and any other argument as it is."""
    if isinstance(argument, ast.Call) and isinstance(argument.func, ast.Name) and argument.func.id == "mark":
        return argument.args[0]
    return argument
