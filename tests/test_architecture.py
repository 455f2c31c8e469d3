"""The layers of ARCHITECTURE.md, enforced: imports point down only, and each library has one place."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

#: From the top down; a layer imports those after it and itself.
LAYERS = ("app", "pages", "components", "loaders")

#: Where a library may be imported: the modules below these dotted names, and nowhere else in the layers.
HOMES = {
    "streamlit": ("app", "pages", "components"),
    "plotly": ("components.charts",),
    "pydeck": ("components.decks",),
    "pptx": ("components.pptx",),
    "xlsxwriter": ("components.pptx",),
    "polars": ("components", "loaders"),
    "pandas": ("components", "loaders"),
}

#: The one module with caches, so that there is one answer to "how fresh is this?".
CACHES = "components.store"


def modules() -> Iterator[Path]:
    """Every module of the application, tests apart."""
    yield ROOT / "app.py"
    for layer in LAYERS[1:]:
        yield from sorted((ROOT / layer).rglob("*.py"))


def dotted(path: Path) -> str:
    """`components.charts.bars` for components/charts/bars.py."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imports(source: str, module: str) -> set[str]:
    """The dotted names that `module` imports, wherever in its source, relative ones made absolute."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            parents = module.split(".")[: -node.level] if node.level else []
            base = ".".join([*parents, *(node.module or "").split(".")]).strip(".")
            found |= {base} | {f"{base}.{name.name}" for name in node.names}
    return found


def within(name: str, home: str) -> bool:
    """Whether the dotted `name` is `home` or lies below it."""
    return name == home or name.startswith(f"{home}.")


def violations(source: str, module: str) -> list[str]:
    """What the source of `module` does that its layer may not, in words."""
    layer = module.partition(".")[0]
    below = LAYERS[LAYERS.index(layer) :]
    wrong = []
    for name in sorted(imports(source, module)):
        top = name.partition(".")[0]
        if top in LAYERS and top not in below:
            wrong.append(f"{module} imports {name}, which lies above it")
        if top in HOMES and not any(within(module, home) for home in HOMES[top]):
            wrong.append(f"{module} imports {name}, whose place is {' and '.join(HOMES[top])}")
        if top == "tests":
            wrong.append(f"{module} imports {name}; the application does not know its tests")
    wrong += [f"{module} caches with st.{name}, whose place is {CACHES}" for name in caches(source) if module != CACHES]
    return wrong


def caches(source: str) -> list[str]:
    """The names of Streamlit's caches that the source mentions, as an attribute or imported by name."""
    tree = ast.parse(source)
    mentioned = [node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)]
    mentioned += [name.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for name in node.names]
    return sorted({name for name in mentioned if name in {"cache_data", "cache_resource"}})


def test_every_module_keeps_to_its_layer() -> None:
    assert [wrong for path in modules() for wrong in violations(path.read_text(encoding="utf-8"), dotted(path))] == []


def test_the_walk_sees_every_layer() -> None:
    assert {dotted(path).partition(".")[0] for path in modules()} == set(LAYERS)


@pytest.mark.parametrize(
    ("module", "source", "expected"),
    [
        pytest.param("loaders.reader", "from components.store import x", "lies above", id="upward"),
        pytest.param("components.page", "import pages.overview", "lies above", id="upward to a page"),
        pytest.param("pages.board", "import app", "lies above", id="upward to the entry"),
        pytest.param("loaders.reader", "import streamlit as st", "place is app", id="streamlit in loaders"),
        pytest.param(
            "loaders.a.b", "def f():\n    from streamlit import cache_data", "streamlit", id="inside a function"
        ),
        pytest.param("components.filters", "import plotly.express as px", "components.charts", id="plotly elsewhere"),
        pytest.param("components.charts_old", "import plotly", "components.charts", id="a name that only begins so"),
        pytest.param("components.charts.bars", "import pydeck", "components.decks", id="pydeck elsewhere"),
        pytest.param("pages.board", "import polars as pl", "place is components", id="frames in a page"),
        pytest.param("app", "import pandas", "place is components", id="frames in the entry"),
        pytest.param(
            "components.filters", "import streamlit as st\n@st.cache_data\ndef f(): ...", "caches", id="cache"
        ),
        pytest.param("components.filters", "from streamlit import cache_resource as c", "caches", id="cache by name"),
        pytest.param("loaders.deep.reader", "from ...components import store", "lies above", id="relative"),
        pytest.param("loaders.reader", "from tests.sample import x", "does not know its tests", id="tests"),
    ],
)
def test_a_violation_is_found(module: str, source: str, expected: str) -> None:
    assert any(expected in violation for violation in violations(source, module))


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("app", "import streamlit as st\nfrom components import language\nfrom loaders import catalogue"),
        ("pages.board", "import streamlit as st\nfrom components.exhibit import show"),
        ("components.charts.bars", "import plotly.graph_objects as go\nfrom components.palette import palette"),
        ("components.decks", "import pydeck"),
        ("components.store", "import streamlit as st\n@st.cache_resource\ndef f(): ..."),
        ("loaders.reader", "import polars as pl\nfrom loaders.contract import check\nfrom . import period"),
    ],
)
def test_what_is_allowed_passes(module: str, source: str) -> None:
    assert violations(source, module) == []
