"""The inbox: which of the files that were laid there wait to be taken in, and which were taken in without success."""

import json
import time
from dataclasses import dataclass
from pathlib import Path

from loaders.folder import DataFolder

#: A file that has changed within so many seconds may still be on its way into the folder.
SETTLED_S = 1.0
_TABLES = frozenset({".parquet", ".csv", ".tsv", ".txt", ".xlsx"})
#: What programs keep beside a table while it is open or copied: `~$table.xlsx`, `.table.csv`.
_BESIDE = ("~", ".")
REPORT = ".report"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A file that stays in the inbox, its report, and how many findings that has."""

    file: str
    report: Path
    findings: int


def report_path(path: Path, kind: str = "json") -> Path:
    """Where the report on a file lies: beside it, as JSON or as XLSX."""
    return path.with_name(f"{path.name}{REPORT}.{kind}")


def answered(folder: DataFolder) -> tuple[Answered, ...]:
    """The files of the inbox that were taken in and not published, in the order of their names."""
    found = []
    for report in sorted(folder.inbox.glob(f"*{REPORT}.json")) if folder.inbox.is_dir() else ():
        file = report.name.removesuffix(f"{REPORT}.json")
        if (folder.inbox / file).exists():
            content = json.loads(report.read_bytes())
            found.append(Answered(file=file, report=report, findings=len(content["verdict"]["findings"])))
    return tuple(found)


def waiting(folder: DataFolder, now: float | None = None) -> tuple[Path, ...]:
    """The files of the inbox that are complete and have no report yet, in the order of their names."""
    moment = time.time() if now is None else now
    if not folder.inbox.is_dir():
        return ()
    return tuple(
        path
        for path in sorted(folder.inbox.iterdir())
        if path.suffix.lower() in _TABLES
        and not path.name.startswith(_BESIDE)
        and REPORT not in path.name
        and path.is_file()
        and moment - path.stat().st_mtime >= SETTLED_S
        and not _is_answered(path)
    )


def _is_answered(path: Path) -> bool:
    """Whether the file as it is now has a report: one that was written after it came here."""
    report = report_path(path)
    # A copy may keep the time of its original, which is before the report on the file that it replaces.
    return report.exists() and report.stat().st_mtime_ns >= max(path.stat().st_mtime_ns, path.stat().st_ctime_ns)
