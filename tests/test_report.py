"""The report of a verdict: a workbook with one sheet for each rule, and the same as JSON."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from loaders.finding import Finding, Rule
from loaders.language import LANGUAGES, Language, wording
from loaders.notice import notice
from loaders.report import report_workbook
from loaders.verdict import Verdict
from tests.sample_data import BEDS

#: Texts that a spreadsheet would take for something else.
DISGUISED = ("=1+1", "=cmd|'/c calc'!A1", "+1", "-1", "@SUM(A1)", "#N/A", "12", "2024-01-01", "TRUE", " blank ")
WORDS = wording("en")


def finding(rule: Rule, *found: str, column: str | None = "obs_value") -> Finding:
    """A finding under a rule."""
    return Finding(
        rule=rule, dataset=BEDS, file="new.xlsx", column=column, count=12, rows=(3, 4), found=found, expected=("1", "2")
    )


def verdict(*findings: Finding, file: str = "new.xlsx") -> Verdict:
    """A verdict with these findings."""
    return Verdict(file=file, dataset=BEDS, findings=findings)


def sheets(content: bytes) -> dict[str, Sequence[Sequence[object]]]:
    """The rows of every sheet, read by another library than the one that wrote them."""
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


@pytest.mark.parametrize("rule", Rule)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_can_be_reported_in_both_languages(rule: Rule, language: Language) -> None:
    words = wording(language)

    held = sheets(report_workbook(verdict(finding(rule, "7")), words))

    _, sheet = held
    parts = notice(finding(rule, "7"), words)
    assert sheet == rule.value
    assert held[sheet][1][1:5] == [parts.what, parts.where, parts.expected, parts.remedy]
    assert held[sheet][1][5:] == ["obs_value", "12", "3, 4", "7"]


def test_each_rule_has_one_sheet_with_all_its_findings() -> None:
    jumps = [finding(Rule.JUMP, f"value {number}") for number in range(3)]

    held = sheets(report_workbook(verdict(jumps[0], finding(Rule.AREAS_FEWER), *jumps[1:]), WORDS))

    assert list(held) == ["Verdict", "jump", "areas_fewer"]
    assert [line[8] for line in held["jump"][1:]] == ["value 0", "value 1", "value 2"]
    assert len(held["areas_fewer"]) == 2


def test_the_first_sheet_sums_up() -> None:
    held = sheets(report_workbook(verdict(finding(Rule.JUMP), finding(Rule.JUMP), finding(Rule.OFF_SUBJECT)), WORDS))

    lines = [[cell for cell in line if cell != ""] for line in held["Verdict"]]
    assert lines == [
        ["new.xlsx: refused."],
        ["File", "new.xlsx"],
        ["Dataset", BEDS],
        [],
        ["Rule", "Severity", "Findings"],
        ["jump", "needs a decision", "2"],
        ["off_subject", "blocks", "1"],
    ]


def test_a_verdict_without_findings_has_one_sheet() -> None:
    held = sheets(report_workbook(verdict(), WORDS))

    assert list(held) == ["Verdict"]
    assert held["Verdict"][0][0] == f"new.xlsx: accepted as {BEDS}."


@pytest.mark.parametrize("text", DISGUISED)
def test_every_cell_is_text_whatever_it_looks_like(text: str) -> None:
    content = report_workbook(verdict(finding(Rule.CODE_UNKNOWN, text, column=text), file=text), WORDS)

    book = openpyxl.load_workbook(BytesIO(content))
    cells = [cell for sheet in book for line in sheet.iter_rows() for cell in line if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert book["code_unknown"].cell(2, 9).value == text
    assert book["code_unknown"].cell(2, 6).value == text
    assert book["Verdict"].cell(2, 2).value == text


@given(st.text(max_size=40))
def test_any_text_of_a_file_leaves_a_workbook_that_opens(text: str) -> None:
    content = report_workbook(verdict(finding(Rule.CODE_UNKNOWN, text, column=text), file=text or "f"), WORDS)

    assert list(sheets(content)) == ["Verdict", "code_unknown"]


def test_a_text_longer_than_a_cell_can_be_leaves_a_workbook_that_opens() -> None:
    content = report_workbook(verdict(finding(Rule.CODE_UNKNOWN, "x" * 40_000)), WORDS)

    (cell,) = {str(line[8]) for line in sheets(content)["code_unknown"][1:]}
    assert cell.startswith("xxx")
    assert len(cell) <= 32_767


@pytest.mark.parametrize("language", LANGUAGES)
def test_json_says_what_the_findings_say(language: Language) -> None:
    findings = [finding(rule, "=1+1", "é") for rule in Rule]
    words = wording(language)

    content = json.loads(json.dumps(verdict(*findings).as_json(words)))

    assert (content["file"], content["dataset"], content["accepted"]) == ("new.xlsx", BEDS, False)
    for one, said in zip(findings, content["findings"], strict=True):
        expected = {**asdict(one), "severity": one.severity, **asdict(notice(one, words))}
        assert said == json.loads(json.dumps(expected))
