"""The verdict on a file: every finding by its severity, the confirmations, and the reports to take away."""

import json

import streamlit as st

from components.plain_text import plain
from loaders.finding import Finding, Rule, Severity
from loaders.language import Wording
from loaders.notice import notice
from loaders.verdict import SEVERITIES, Verdict, summary

_BOXES = {Severity.BLOCKS: st.error, Severity.DECISION: st.warning, Severity.NOTE: st.info}
_ICONS = {
    Severity.BLOCKS: ":material/block:",
    Severity.DECISION: ":material/help:",
    Severity.NOTE: ":material/info:",
}
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show_verdict(verdict: Verdict, words: Wording) -> frozenset[str]:
    """Shows the verdict, and gives the rules whose findings the analyst has confirmed."""
    st.header(plain(words.say("Verdict")), anchor=False)
    if not verdict.findings:
        st.success(plain(summary(verdict, words)), icon=":material/check:")
    else:
        st.markdown(plain(summary(verdict, words)))
    confirmed = set()
    for severity in Severity:
        for rule in dict.fromkeys(one.rule for one in verdict.findings if one.severity is severity):
            for finding in (one for one in verdict.findings if one.rule is rule):
                _show_finding(finding, words)
            if severity is Severity.DECISION and _confirm(rule, verdict, words):
                confirmed.add(rule.value)
    _show_reports(verdict, words)
    return frozenset(confirmed)


def _show_finding(finding: Finding, words: Wording) -> None:
    parts = notice(finding, words)
    lines = (
        (words.say("Where"), parts.where),
        (words.say("Expected"), parts.expected),
        (words.say("What to do"), parts.remedy),
    )
    body = "\n".join(f"- **{plain(label)}** {plain(text)}" for label, text in lines)
    title = f"**{plain(words.say(SEVERITIES[finding.severity]).capitalize())}**"
    _BOXES[finding.severity](f"{title} · {plain(parts.what)}\n\n{body}", icon=_ICONS[finding.severity])


def _confirm(rule: Rule, verdict: Verdict, words: Wording) -> bool:
    return st.checkbox(
        plain(words.say("I have checked this, and it is right ({rule}).", rule=rule.value)),
        key=f"confirm_{rule.value}_{verdict.file}_{words.language}",
    )


def _show_reports(verdict: Verdict, words: Wording) -> None:
    stem = verdict.file.rsplit(".", maxsplit=1)[0]
    with st.container(horizontal=True, gap="small"):
        st.download_button(
            plain(words.say("Report as a workbook (XLSX)")),
            data=lambda: _workbook(verdict, words),
            file_name=f"{stem}.report.xlsx",
            mime=_WORKBOOK,
            on_click="ignore",
            key="report_xlsx",
        )
        st.download_button(
            plain(words.say("Report as JSON")),
            data=lambda: json.dumps(verdict.as_json(words), ensure_ascii=False, indent=2),
            file_name=f"{stem}.report.json",
            mime="application/json",
            on_click="ignore",
            key="report_json",
        )


def _workbook(verdict: Verdict, words: Wording) -> bytes:
    from loaders.report import report_workbook  # noqa: PLC0415 - what writes workbooks takes memory until it is needed

    return report_workbook(verdict, words)
