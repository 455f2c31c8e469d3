"""The documents of the project, read for what can be tried: commands, examples, lists of keys."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/measurements.md")


def text_of(document: str) -> str:
    """The text of a document."""
    return (ROOT / document).read_text(encoding="utf-8")


def blocks(document: str, language: str) -> list[str]:
    """The code blocks of a document that are marked as being in a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text_of(document), flags=re.DOTALL | re.MULTILINE)


def commands(document: str) -> list[str]:
    """The lines of a document's shell blocks."""
    return [line for block in blocks(document, "sh") for line in block.splitlines() if line]


def first_column(document: str, heading: str) -> list[str]:
    """The first cells of the first table below a heading."""
    below = re.split(rf"^#+ {re.escape(heading)}\n", text_of(document), flags=re.MULTILINE)[1]
    rows = re.split(r"^\|---.*\n", below, maxsplit=1, flags=re.MULTILINE)[1].partition("\n\n")[0]
    return [row.split("|")[1].strip() for row in rows.splitlines()]


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command of a document: make only says what it would do, pytest only what it would test.

    `folder` stands for the project's folder; only its data are there.
    """
    program, *rest = shlex.split(command, comments=True)
    environment = {**os.environ, "OBSERVATORY_DATA": str(folder / "data"), "PYTHONPATH": str(ROOT)}
    if program == "make":
        words, place = [shutil.which("make") or program, "-n", *rest], ROOT
    elif rest[:2] == ["-m", "pytest"]:
        words, place = [sys.executable, *rest, "--collect-only", "--quiet", "tests/test_architecture.py"], ROOT
    else:
        assert program == ".venv/bin/python", f"nobody knows how to try: {command}"
        words, place = [sys.executable, *rest], folder
    return subprocess.run(words, cwd=place, env=environment, capture_output=True, text=True, check=False)
