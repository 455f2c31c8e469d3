"""Long work says how far it has come: by true rows and steps, on the page and in a terminal, nowhere else."""

import sys
import textwrap
from io import StringIO
from pathlib import Path

import openpyxl
import polars as pl
import pytest
from streamlit.testing.v1 import AppTest

from loaders.commands.progress_line import progress_line
from loaders.folder import DataFolder
from loaders.intake import decoding_process, isolation, parquet_table, text_table, workbook
from loaders.intake.desk import Desk
from loaders.intake.intake import take_in
from loaders.intake.limits import Limits
from loaders.intake.raw_table import Layout
from loaders.intake.rows_read import Count, Counter, share_read
from loaders.language import LANGUAGES, Language, wording
from loaders.progress import STAGES, Stage
from tests.analyst import TODAY, desk_of, told
from tests.sample_data import BEDS, sample_folder
from tests.shown import read

Seen = list[tuple[Stage, float]]
TABLE = pl.DataFrame({"area": [f"place {number}" for number in range(1000)], "jobs": list(range(1000))})


class Terminal(StringIO):
    """What a command writes to where a person looks."""

    def isatty(self) -> bool:
        """A person looks."""
        return True


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """A data folder with the invented dataset."""
    return sample_folder(tmp_path / "data")


def watched(folder: DataFolder) -> tuple[Desk, Seen]:
    """A desk, and all that whoever follows it is told."""
    seen: Seen = []
    desk = Desk(
        catalogue=desk_of(folder).catalogue,
        limits=Limits(),
        today=TODAY,
        progress=lambda stage, share: seen.append((stage, share)),
    )
    return desk, seen


def counted() -> tuple[Count, list[tuple[int, int]]]:
    """What counts rows, and all that it was told."""
    rows: list[tuple[int, int]] = []
    return lambda read, whole: rows.append((read, whole)), rows


def test_a_file_goes_through_its_stages_in_order_and_never_backwards(folder: DataFolder) -> None:
    desk, seen = watched(folder)

    take_in(folder.parquet(BEDS), desk)

    assert list(dict.fromkeys(stage for stage, _ in seen)) == list(Stage)
    for stage in Stage:
        shares = [share for one, share in seen if one is stage]
        assert shares == sorted(shares)
        assert (shares[0], shares[-1]) == (0, 1)


def test_a_file_that_is_refused_never_comes_to_the_end(folder: DataFolder, tmp_path: Path) -> None:
    desk, seen = watched(folder)
    (tmp_path / "broken.parquet").write_bytes(b"PAR1 nothing PAR1")

    take_in(tmp_path / "broken.parquet", desk)

    assert seen == [(Stage.READING, 0)]


def test_rows_of_text_are_counted_as_they_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    TABLE.write_csv(tmp_path / "table.csv")
    count, rows = counted()
    whole = text_table.decode(tmp_path / "table.csv", Layout(), Limits())
    monkeypatch.setattr(text_table, "_PIECE", 4096)

    again = text_table.decode(tmp_path / "table.csv", Layout(), Limits(), count)

    assert len(rows) > 3
    assert [one for one, _ in rows] == sorted({one for one, _ in rows})
    assert rows[-1][0] == TABLE.height
    assert again.table.equals(whole.table)


def test_rows_of_parquet_and_of_a_workbook_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    TABLE.write_parquet(tmp_path / "table.parquet", row_group_size=250)
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("table")
    for row in (TABLE.columns, *TABLE.iter_rows()):
        sheet.append(row)
    book.save(tmp_path / "table.xlsx")
    monkeypatch.setattr(workbook, "_COUNTED", 250)
    count, of_parquet = counted()
    other, of_book = counted()

    parquet_table.decode(tmp_path / "table.parquet", Layout(), Limits(), count)
    workbook.decode(tmp_path / "table.xlsx", Layout(), Limits(), other)

    assert of_parquet == [(250, 1000), (500, 1000), (750, 1000), (1000, 1000)]
    assert [rows for rows, _ in of_book] == [250, 500, 750, 1000]


@pytest.mark.parametrize(
    ("written", "share"),
    [(b"", None), (b"nonsense", None), (f"{5:>20}{0:>20}".encode(), None), (f"{-5:>20}{9:>20}".encode(), None)],
)
def test_what_makes_no_sense_is_no_progress(tmp_path: Path, written: bytes, share: float | None) -> None:
    (tmp_path / "rows").write_bytes(written)

    assert share_read(tmp_path / "rows") is share
    assert share_read(tmp_path / "nothing") is None


def test_rows_beyond_those_that_were_expected_are_the_whole(tmp_path: Path) -> None:
    count = Counter(tmp_path / "rows")
    count(5, 10)
    half = share_read(tmp_path / "rows")
    count(12, 10)

    assert (half, share_read(tmp_path / "rows")) == (0.5, 1.0)


def test_the_rows_that_the_process_has_read_are_seen_while_it_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, seen_by = tmp_path / "table.csv", tmp_path / "seen"
    TABLE.write_csv(path)
    worker = textwrap.dedent(f"""
        import sys
        from pathlib import Path
        from loaders.intake.exchange import Request
        from loaders.intake.rows_read import Counter
        request = Request.model_validate_json(sys.stdin.buffer.read())
        Counter(request.rows_read)(1, 4)
        while not Path({str(seen_by)!r}).exists():
            pass
        """)
    monkeypatch.setattr(decoding_process, "_WORKER", (sys.executable, "-c", worker))
    shares: list[float] = []

    def look(_stage: Stage, share: float) -> None:
        shares.append(share)
        if share == 0.25:
            seen_by.touch()

    isolation.decode(path, Layout(), Limits(), look)

    assert set(shares) == {0, 0.25}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_terminal_has_one_line_for_each_stage(language: Language) -> None:
    stream, words = Terminal(), wording(language)

    with progress_line(stream, words, is_wanted=True) as progress:
        progress(Stage.READING, 0.5)
        progress(Stage.READING, 1)
        progress(Stage.JUDGING, 0.25)

    shown = [line.rsplit("\r")[-1].replace("\xa0", " ") for line in stream.getvalue().splitlines()]
    expected = {
        "en": ["Reading the file: 50%", "Reading the file: 100%", "Checking: 25%"],
        "fr": ["Lecture du fichier : 50 %", "Lecture du fichier : 100 %", "Contrôle : 25 %"],
    }[language]
    assert [one for one in shown if one] == expected
    assert stream.getvalue().endswith("\n")


def test_where_nobody_looks_nothing_is_written(folder: DataFolder) -> None:
    file, terminal = StringIO(), Terminal()

    for stream, is_wanted in ((file, True), (terminal, False)):
        with progress_line(stream, wording("en"), is_wanted=is_wanted) as progress:
            progress(Stage.READING, 0.5)

    assert (file.getvalue(), terminal.getvalue()) == ("", "")
    assert told(folder, "validate", folder.parquet(BEDS)).err == ""


@pytest.mark.parametrize(("arguments", "is_followed"), [((), True), (("--json",), False)])
def test_a_command_is_followed_in_a_terminal_unless_it_answers_a_program(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], *, is_followed: bool
) -> None:
    monkeypatch.setattr("tests.analyst.StringIO", Terminal)

    said = told(folder, "validate", folder.parquet(BEDS), *arguments)

    names = [text for text in STAGES.values() if f"{text}: 100%" in said.err]
    assert names == (list(STAGES.values()) if is_followed else [])


def show_half() -> None:
    """A page in the middle of its work."""
    import streamlit as st  # noqa: PLC0415 - AppTest runs the text of this function alone

    from components.desk.progress_bar import shown_in  # noqa: PLC0415
    from loaders.language import wording  # noqa: PLC0415
    from loaders.progress import Stage  # noqa: PLC0415

    shown_in(st.empty(), wording("fr"))(Stage.CONVERTING, 0.5)


def test_a_page_names_the_stage_and_its_share() -> None:
    page = AppTest.from_function(show_half).run()

    (bar,) = page.get("progress")
    assert not page.exception
    assert bar.proto.value == 50
    assert read(bar.proto.text) == "Conversion des lignes en observations (étape 3 sur 4)"
