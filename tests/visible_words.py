"""Words that a reader would see although no message catalogue knows them: found in the source of pages and components.

A text reaches the reader through a Streamlit call or through one of our own `show_` functions, and has to pass through
`say`, `count` or `mark` (for translation), or come from the data.
"""

import ast
import re
from collections.abc import Iterator

#: Arguments that no reader sees: names of widgets, sizes, addresses.
UNSEEN = {
    "border", "css", "file_name", "gap", "height", "horizontal_alignment", "html", "icon", "initial_sidebar_state",
    "js", "key", "label_visibility", "layout", "mime", "name", "on_click", "page_icon", "type", "url_path",
    "vertical_alignment", "width",
}  # fmt: skip
#: What gives a text back in the language of the reader, or marks it for that.
TRANSLATING = frozenset({"say", "count", "mark", "mark_plural"})
#: Functions of Streamlit that show nothing themselves.
SILENT = frozenset({"cache_data", "cache_resource", "page_link_to", "container", "columns", "fragment", "Page", "html"})
#: Two letters that are not inside a Markdown sign or an icon: the least that is a word.
WORD = re.compile(r"[^\W\d_]{2}")
#: Names of files, codes and formats, which are the same in both languages.
IDENTIFIER = re.compile(r"[a-z0-9_./-]+|[A-Z]{2,5}|:material/[a-z_]+:")


def _name(call: ast.Call) -> tuple[str, bool]:
    """The name of what is called, and whether it belongs to Streamlit itself."""
    function = call.func
    if isinstance(function, ast.Attribute):
        root: ast.expr = function
        while isinstance(root, ast.Attribute):
            root = root.value
        return function.attr, isinstance(root, ast.Name) and root.id == "st"
    return (function.id if isinstance(function, ast.Name) else ""), False


def _words(argument: ast.expr) -> Iterator[ast.Constant]:
    """The texts written in an argument, those apart that are translated or compared on the way."""
    if isinstance(argument, ast.Call):
        if _name(argument)[0] in TRANSLATING:
            return
        if _name(argument)[0] == "plain":
            for inner in argument.args:
                yield from _words(inner)
            return
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        yield argument
    if isinstance(argument, ast.BinOp | ast.JoinedStr | ast.IfExp | ast.List | ast.Tuple | ast.FormattedValue):
        for child in ast.iter_child_nodes(argument):
            if isinstance(child, ast.expr) and not (isinstance(argument, ast.IfExp) and child is argument.test):
                yield from _words(child)


def untranslated(source: str) -> list[str]:
    """The texts of a module that a reader would see in one language only, each with its line."""
    found = []
    for call in (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)):
        name, is_streamlit = _name(call)
        ours = name.startswith("show_")
        if name in SILENT or not (is_streamlit or ours):
            continue
        arguments = [*call.args, *(word.value for word in call.keywords if word.arg not in UNSEEN)]
        for text in (text for argument in arguments for text in _words(argument)):
            value = str(text.value)
            if WORD.search(value) and not IDENTIFIER.fullmatch(value):
                found.append(f"line {text.lineno}: {value}")
    return found
