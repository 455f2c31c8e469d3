"""The application as a process of its own, served from a copy of the project that a test may damage."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

PROJECT = Path(__file__).resolve().parents[2]

#: What the application reads while it runs; nothing else is copied, so that nothing else can be needed.
PARTS = ("app.py", "pages", "components", "loaders", "data", "static", ".streamlit")

_ATTEMPTS, _INTERVAL_S = 300, 0.1
_LOG_TAIL = 6000


class ServerError(RuntimeError):
    """The application did not start; the message ends with its log."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A served application: its address without a final slash, the folder it is served from, and its log file."""

    address: str
    root: Path
    log: Path

    def log_tail(self) -> str:
        """The end of what the server has printed."""
        return self.log.read_text(encoding="utf-8", errors="replace")[-_LOG_TAIL:]


def copy_project(target: Path, *, source: Path = PROJECT, compiled: Path | None = None) -> Path:
    """Copy the running parts of the project into `target`, without caches, and return `target`.

    What Python has compiled in `compiled`, another such copy, is taken over: a server then starts in half the time.
    """
    target.mkdir(parents=True, exist_ok=True)
    for name in PARTS:
        part = source / name
        if part.is_dir():
            shutil.copytree(part, target / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif part.exists():
            shutil.copy2(part, target / name)
    for cache in compiled.rglob("__pycache__") if compiled else ():
        shutil.copytree(cache, target / cache.relative_to(compiled or source))
    return target


@contextmanager
def serve(root: Path) -> Iterator[Site]:
    """Serve the application in `root` on a free port of this machine, until the block ends.

    Raises:
        ServerError: the process ended, or did not answer, before it was healthy.
    """
    port = _free_port()
    site = Site(address=f"http://127.0.0.1:{port}", root=root, log=root / "server.log")
    command = [sys.executable, "-OO", "-m", "streamlit", "run", "app.py", "--server.address=127.0.0.1"]
    with (
        site.log.open("wb") as log,
        subprocess.Popen(
            [*command, f"--server.port={port}"],
            cwd=root,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        ) as process,
    ):
        try:
            _await_health(site, process)
            yield site
        finally:
            process.kill()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def _await_health(site: Site, process: subprocess.Popen[bytes]) -> None:
    """Ask for the server's health until it answers; waiting on the process notices at once when it ends."""
    for _ in range(_ATTEMPTS):
        try:
            process.wait(timeout=_INTERVAL_S)
        except subprocess.TimeoutExpired:
            if _healthy(site):
                return
        else:
            raise ServerError(f"The server ended with code {process.returncode}. Its log:\n{site.log_tail()}")
    raise ServerError(f"No health after {_ATTEMPTS * _INTERVAL_S:.0f} s. The server's log:\n{site.log_tail()}")


def _healthy(site: Site) -> bool:
    try:
        with urlopen(f"{site.address}/_stcore/health", timeout=1) as answer:  # noqa: S310 -- an address of our own
            return bool(answer.read() == b"ok")
    except (URLError, HTTPException, OSError):
        return False
