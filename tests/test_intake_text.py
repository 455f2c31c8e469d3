"""CSV, SDMX-CSV and the TSV of Eurostat: every cell as it is written, or a finding that says why there is no table."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.finding import Rule
from loaders.intake.raw_table import Content, Layout
from loaders.intake.read_table import ReadTable
from tests.decoded_here import cells_of, finding_of, outcome, table_of

PLAIN = "area;jobs;note\nParis;1,5;a\nLyon;2,25;\n"
CELLS: list[tuple[object, ...]] = [("Paris", "1,5", "a"), ("Lyon", "2,25", None)]


def lay(folder: Path, content: bytes | str, name: str = "table.csv") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        ("ville;prix\nOrléans;5 €\n".encode(), "utf-8"),
        ("ville;prix\nOrléans;5 €\n".encode("utf-8-sig"), "utf-8"),
        ("ville;prix\nOrléans;5 €\n".encode("utf-16"), "utf-16-le"),
        (b"\xfe\xff" + "ville;prix\nOrléans;5 €\n".encode("utf-16-be"), "utf-16-be"),
        ("ville;prix\nOrléans;5 €\n".encode("cp1252"), "windows-1252"),
    ],
)
def test_the_encoding_is_found_out(tmp_path: Path, content: bytes, encoding: str) -> None:
    read = table_of(lay(tmp_path, content))

    assert (cells_of(read), read.table.column_names) == ([("Orléans", "5 €")], ["ville", "prix"])
    assert read.layout.encoding == encoding


@pytest.mark.parametrize("encoding", ["iso-8859-15", "mac-roman", "cp850"])
def test_an_encoding_that_cannot_be_told_can_be_said(tmp_path: Path, encoding: str) -> None:
    path = lay(tmp_path, "ville;prix\nOrléans;5\n".encode(encoding.replace("-", "_")))

    assert cells_of(table_of(path, Layout(encoding=encoding))) == [("Orléans", "5")]


@pytest.mark.parametrize("encoding", ["zlib", "rot13", "unicode_escape", "no such"])
def test_what_is_no_encoding_is_refused(tmp_path: Path, encoding: str) -> None:
    assert finding_of(lay(tmp_path, PLAIN), Layout(encoding=encoding)).rule is Rule.TEXT_UNREADABLE


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("a;b\né;1\n".encode() + "è;2\n".encode("cp1252"), id="two encodings"),
        pytest.param(b"a;b\nx\0;1\n", id="a zero byte"),
        pytest.param(b"a;b\nx\x1b;1\n", id="a control character"),
        pytest.param(b"a;b\n\x81;1\n", id="a byte that Windows-1252 has not"),
        pytest.param(b"\xff\xfea\0;\0b", id="half a character"),
        pytest.param(b"\xff\xfea\0;\0b\0\n\0\x00\xd8;\0c\0\n\0", id="half a pair"),
    ],
)
def test_text_that_cannot_be_read_for_sure_is_refused(tmp_path: Path, content: bytes) -> None:
    assert finding_of(lay(tmp_path, content)).rule is Rule.TEXT_UNREADABLE


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_found_out(tmp_path: Path, separator: str) -> None:
    read = table_of(lay(tmp_path, f"area{separator}jobs\nParis{separator}5\nLyon{separator}7\n"))

    assert (cells_of(read), read.layout.separator) == ([("Paris", "5"), ("Lyon", "7")], separator)


def test_decimal_commas_do_not_pass_for_separators(tmp_path: Path) -> None:
    read = table_of(lay(tmp_path, "area;jobs, thousands\nParis;1,5\nLyon;2,5\n"))

    assert (cells_of(read), read.layout.separator, read.layout.decimal) == (
        [("Paris", "1,5"), ("Lyon", "2,5")],
        ";",
        ",",
    )


def test_an_unlikely_separator_can_be_said(tmp_path: Path) -> None:
    assert cells_of(table_of(lay(tmp_path, "a:b\n1:2\n"), Layout(separator=":"))) == [("1", "2")]


def test_lines_above_the_header_are_skipped_and_rows_keep_their_number(tmp_path: Path) -> None:
    read = table_of(lay(tmp_path, f"Emploi salarié\nSource : Insee\n\n{PLAIN}"))

    assert (cells_of(read), read.layout.header_row, read.first_row) == (CELLS, 4, 5)


def test_lines_above_the_header_that_a_spreadsheet_padded_are_skipped(tmp_path: Path) -> None:
    read = table_of(lay(tmp_path, f"Emploi;;\n;;\n{PLAIN}"))

    assert (cells_of(read), read.layout.header_row) == (CELLS, 3)


def test_the_row_of_the_header_can_be_said(tmp_path: Path) -> None:
    read = table_of(lay(tmp_path, f"x;y;z\n{PLAIN}"), Layout(header_row=2))

    assert (cells_of(read), read.first_row) == (CELLS, 3)


def test_blank_rows_count_as_rows_except_at_the_end(tmp_path: Path) -> None:
    read = table_of(lay(tmp_path, "a;b\n1;2\n\n3;4\n;\n\n\n"))

    assert cells_of(read) == [("1", "2"), (None, None), ("3", "4")]


def test_columns_without_name_and_values_are_left_out(tmp_path: Path) -> None:
    read = table_of(lay(tmp_path, "a;b;;\n1;2;;\n"))

    assert (read.table.column_names, cells_of(read)) == (["a", "b"], [("1", "2")])


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_quoted_cells_hold_what_they_hold(tmp_path: Path, ending: str) -> None:
    content = ending.join(["a,b", '"x,""y""","1\n2"', '"",z', ""])

    assert cells_of(table_of(lay(tmp_path, content))) == [('x,"y"', "1\n2"), (None, "z")]


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        ("a;b\n1;2\n3\n4;5\n6;7;8\n", (3, 5)),
        ('a;b\n1;"2\n3;4\n', (2,)),
        ('a;b\n1;"2\n3;"4\n5;6\n', (2,)),
    ],
)
def test_rows_of_another_length_and_lost_quotation_marks_are_named(
    tmp_path: Path, content: str, rows: tuple[int, ...]
) -> None:
    finding = finding_of(lay(tmp_path, content))

    assert (finding.rule, finding.rows) == (Rule.TEXT_UNREADABLE, rows)


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        ("Paris;12,5;3\nLyon;11,5;4\n", Rule.HEADER_MISSING),
        ("a;a\n1;2\n", Rule.HEADER_REPEATED),
        ("a;;c\n1;2;3\n", Rule.HEADER_REPEATED),
        ("a;b\n", Rule.FILE_EMPTY),
        ("a;b\n;\n;\n", Rule.FILE_EMPTY),
        ("", Rule.FILE_EMPTY),
        (" \n\n", Rule.FILE_EMPTY),
        ("version https://git-lfs.github.com/spec/v1\noid sha256:12\nsize 3\n", Rule.FILE_POINTER),
        ("<!DOCTYPE html><p>a;b", Rule.FILE_NOT_DATA),
        ("%PDF-1.7\n", Rule.FILE_NOT_DATA),
    ],
)
def test_what_is_no_table_is_refused_under_its_rule(tmp_path: Path, content: str, rule: Rule) -> None:
    assert finding_of(lay(tmp_path, content)).rule is rule


@pytest.mark.parametrize(
    ("cells", "decimal", "thousands"),
    [
        (("1,5", "2"), ",", None),
        (("1.5", "2"), ".", None),
        (("1,234", "5,678"), None, None),
        (("1.234", "5.678"), None, None),
        (("1,234", "0.5"), ".", ","),
        (("1.234,5", "2"), ",", "."),
        (("1,234.5", "2"), ".", ","),
        (("1,234,567", "2"), ".", ","),
        (("12 345,6", "2"), ",", " "),
        (("12\u202f345", "2"), None, " "),
        (("12'345.6", "2"), ".", "'"),
        (("58,7 %", "2"), ",", None),
        (("1,5", "2.5"), None, None),
        (("2024", "75"), None, None),
        (("1.2.2024", "v1.5"), None, None),
    ],
)
def test_numbers_are_only_told_where_cells_prove_how_they_are_written(
    tmp_path: Path, cells: tuple[str, ...], decimal: str | None, thousands: str | None
) -> None:
    layout = table_of(lay(tmp_path, "area\tx\n" + "".join(f"P\t{cell}\n" for cell in cells))).layout

    assert (layout.decimal, layout.thousands) == (decimal, thousands)


def test_years_may_be_names_of_columns(tmp_path: Path) -> None:
    assert table_of(lay(tmp_path, "area;2023;2024\nParis;92300;95000\n")).table.column_names == ["area", "2023", "2024"]


def test_sdmx_csv_2_is_recognised(tmp_path: Path) -> None:
    content = "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,TIME_PERIOD,OBS_VALUE\ndataflow,ESTAT:NAMA(1.0),I,FR10,2024,1.5\n"
    read = table_of(lay(tmp_path, content))

    assert read.content is Content.SDMX_CSV
    assert cells_of(read) == [("dataflow", "ESTAT:NAMA(1.0)", "I", "FR10", "2024", "1.5")]


def test_the_separator_of_sdmx_csv_is_that_of_its_column_names(tmp_path: Path) -> None:
    heading = "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,OBS_VALUE,COMMENT_OBS\n"
    row = "dataflow,A:B(1.0),I,FR101,2,a; b; c; d\n"

    read = table_of(lay(tmp_path, heading + 3 * row))

    assert (read.content, read.layout.separator) == (Content.SDMX_CSV, ",")
    assert cells_of(read)[0][-1] == "a; b; c; d"


def test_sdmx_csv_1_with_labels_is_reduced_to_codes(tmp_path: Path) -> None:
    content = (
        "DATAFLOW,REF_AREA: Area,TIME_PERIOD: Time,OBS_VALUE: Value,NOTE: Note\n"
        'ESTAT:NAMA(1.0),FR10: Île-de-France,2024,1.5,"Caveat: read"\n'
        "ESTAT:NAMA(1.0),DE: Germany,2024,2.5,free text\n"
    )
    read = table_of(lay(tmp_path, content))

    assert read.table.column_names == ["DATAFLOW", "REF_AREA", "TIME_PERIOD", "OBS_VALUE", "NOTE"]
    assert cells_of(read)[0] == ("ESTAT:NAMA(1.0)", "FR10", "2024", "1.5", "Caveat: read")


def test_sdmx_csv_that_asks_to_delete_is_refused(tmp_path: Path) -> None:
    finding = finding_of(lay(tmp_path, "STRUCTURE,STRUCTURE_ID,ACTION,OBS_VALUE\ndataflow,x,D,1\n"))

    assert (finding.rule, finding.column, finding.found) == (Rule.CODE_UNKNOWN, "ACTION", ("D",))


def test_eurostat_tsv_becomes_one_row_for_each_observation(tmp_path: Path) -> None:
    content = "freq,unit,geo\\TIME_PERIOD\t2023 \t2024 \nA,NR,FR10\t12.5 b\t: \nA,NR,DE\t: c\t7 ep\n"
    read = table_of(lay(tmp_path, content, "table.tsv"))

    assert read.content is Content.EUROSTAT_TSV
    assert read.table.column_names == ["freq", "unit", "geo", "TIME_PERIOD", "OBS_VALUE", "OBS_FLAG"]
    assert cells_of(read) == [
        ("A", "NR", "FR10", "2023", "12.5", "b"),
        ("A", "NR", "FR10", "2024", None, None),
        ("A", "NR", "DE", "2023", None, "c"),
        ("A", "NR", "DE", "2024", "7", "ep"),
    ]


def test_eurostat_cells_that_are_no_values_stay_as_they_are_written(tmp_path: Path) -> None:
    read = table_of(lay(tmp_path, "geo\\TIME_PERIOD\t2023\nFR\t12,5\nDE\tn.a.\n"))

    assert [row[2:] for row in cells_of(read)] == [("12,5", None), ("n.a.", None)]


def test_eurostat_keys_of_another_length_are_named(tmp_path: Path) -> None:
    finding = finding_of(lay(tmp_path, "unit,geo\\TIME_PERIOD\t2023\nNR,FR\t1\nDE\t2\n"))

    assert (finding.rule, finding.rows) == (Rule.TEXT_UNREADABLE, (3,))


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]) | st.sampled_from(',;"\n|'), max_size=8)


@given(
    rows=st.lists(st.tuples(WORDS.filter(str.strip), WORDS, WORDS), min_size=1, max_size=8),
    separator=st.sampled_from([",", ";", "\t"]),
)
def test_whatever_a_csv_writer_writes_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str, str]], separator: str
) -> None:
    content = io.StringIO()
    csv.writer(content, delimiter=separator, quoting=csv.QUOTE_ALL).writerows([("one", "two", "three"), *rows])
    path = lay(tmp_path_factory.mktemp("csv"), content.getvalue())

    read = outcome(path, Layout(separator=separator, header_row=1))

    assert isinstance(read, ReadTable)
    names = read.table.column_names
    kept = [("one", "two", "three").index(name) for name in names]
    assert cells_of(read) == [tuple(row[index] or None for index in kept) for row in rows]
