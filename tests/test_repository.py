"""What holds for the repository as a whole: nothing of one machine, nothing unsafe, nothing oversized, all pinned."""

import re
import statistics
import subprocess
import tomllib
from functools import cache
from pathlib import Path

import pytest

from components.palette import palette

ROOT = Path(__file__).resolve().parents[1]

#: Bytes, and words of others: typefaces, pictures, and figures quoted from studies.
NOT_OURS = ("static/", "data/figures/", "data/indicators/", "data/geo/")

#: What no file of ours may say, and why.
FORBIDDEN = {
    r"(?<![\w.])/(?:work|root)/": "a path of one machine",
    r"(?<![\w.])/home/\w": "a path of one machine",
    r"[A-Za-z]:\\Users\\": "a path of one machine",
    r"pypi\.org|files\.pythonhosted\.org|registry\.npmjs\.org|deb\.debian\.org": "the host of a package registry",
    r"--(?:extra-)?index-url|--find-links": "an address of packages, which is the machine's business",
    r"unsafe_allow_html\s*=\s*True": "HTML that Streamlit does not escape",
    r"unsafe_allow_javascript\s*=\s*True": "scripts that Streamlit does not stop",
    r"\bimport pickle\b|\bpickle\.loads?\b": "pickle, which runs what it reads",
    r"(?<![\w.])(?:eval|exec)\(": "code made from text",
    r"\byaml\.(?:load|unsafe_load|full_load)\((?!.*Loader=CSafeLoader\))": "YAML that may build objects",
    r"\bshell\s*=\s*True": "a shell between us and a command",
}

VAGUE_NAMES = {"utils", "util", "helpers", "helper", "manager", "managers", "misc", "common", "handler", "handlers"}
LONGEST_MODULE, MEDIAN_MODULE = 300, 100


@cache
def files() -> tuple[Path, ...]:
    """Every file that is in the repository or would be added to it, relative to the root."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return tuple(sorted(Path(name) for name in listed.split("\0") if name and (ROOT / name).is_file()))


def texts() -> dict[Path, str]:
    """The files that we wrote, this one apart: it names what it forbids."""
    this = Path(__file__).relative_to(ROOT)
    ours = (path for path in files() if path != this and not path.as_posix().startswith(NOT_OURS))
    contents = {path: (ROOT / path).read_bytes() for path in ours}
    return {path: content.decode() for path, content in contents.items() if b"\0" not in content}


def modules() -> list[Path]:
    """The Python modules of the application and its tests."""
    return [path for path in files() if path.suffix == ".py"]


def length(path: Path) -> int:
    """The number of lines of a file."""
    return len((ROOT / path).read_text(encoding="utf-8").splitlines())


def offences(text: str) -> set[str]:
    """The reasons for which a text may not be in the repository."""
    return {reason for pattern, reason in FORBIDDEN.items() if re.search(pattern, text)}


def unpinned(requirements: str) -> list[str]:
    """The lines of a requirements file that leave a version open."""
    lines = (line.partition("#")[0].strip() for line in requirements.splitlines())
    pinned = re.compile(r"[A-Za-z0-9._-]+(?:\[[a-z,]+\])?==[0-9][0-9A-Za-z.]*(?:\s*;.+)?|-r requirements\.txt")
    return [line for line in lines if line and not pinned.fullmatch(line)]


def test_the_walk_sees_the_repository() -> None:
    assert {Path("Makefile"), Path("requirements.txt"), Path("tests/__init__.py")} <= set(files())


def test_no_file_holds_anything_forbidden() -> None:
    assert {path: found for path, text in texts().items() if (found := offences(text))} == {}


@pytest.mark.parametrize(
    "text",
    [
        "see /work/x",
        "'/root/.cache'",
        "/home/ada/x",
        "https://pypi.org/simple",
        "-i --index-url x",
        "st.html(x, unsafe_allow_html=True)",
        "import pickle",
        "eval('1')",
        "yaml.load(f)",
        "run(c, shell=True)",
    ],
)
def test_what_is_forbidden_is_found(text: str) -> None:
    assert offences(text)


@pytest.mark.parametrize("text", ["frame.eval(x)", "re.compile(x)", "a/work/b", "yaml.safe_load(f)", "evaluate(1)"])
def test_what_only_resembles_it_is_not(text: str) -> None:
    assert offences(text) == set()


def test_no_module_is_too_long() -> None:
    assert {path: lines for path in modules() if (lines := length(path)) > LONGEST_MODULE} == {}


def test_every_module_is_named_for_what_it_holds() -> None:
    assert [path for path in modules() if not VAGUE_NAMES.isdisjoint(path.with_suffix("").parts)] == []


def test_most_modules_fit_on_two_screens() -> None:
    assert statistics.median(map(length, modules())) < MEDIAN_MODULE


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_requirement_is_pinned(name: str) -> None:
    assert unpinned((ROOT / name).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("line", ["polars", "polars>=2", "polars==2.*", "-e .", "x @ https://example.org/x.whl"])
def test_an_open_requirement_is_found(line: str) -> None:
    assert unpinned(f"streamlit==1.67.0  # pages\n{line}\n") == [line]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_theme_wears_the_colours_of_the_charts(theme: str) -> None:
    with (ROOT / ".streamlit" / "config.toml").open("rb") as file:
        worn = tomllib.load(file)["theme"][theme]
    colours = palette("dark" if theme == "dark" else "light")

    assert worn["backgroundColor"] == colours.paper
    assert worn["textColor"] == colours.ink
    assert worn["primaryColor"] == colours.accent
    assert worn["borderColor"] == colours.rule
    assert tuple(worn["chartCategoricalColors"]) == colours.series
