"""How a reader of the intake says that it cannot go on."""

from loaders.finding import Finding, Rule

#: Longest reason that a finding carries: what a library says of a hostile file may be as long as the file.
_LONGEST = 200


class RefusedError(Exception):
    """A file is refused; `finding` says why. It never leaves the decoding of a file."""

    def __init__(self, finding: Finding) -> None:
        """Keep the finding, which says everything."""
        super().__init__(finding.rule.value)
        self.finding = finding


def refused(  # noqa: PLR0913 - the parts of a finding
    rule: Rule,
    file: str,
    *,
    found: tuple[str, ...] = (),
    expected: tuple[str, ...] = (),
    column: str | None = None,
    rows: tuple[int, ...] = (),
    count: int | None = None,
) -> RefusedError:
    """The refusal of `file` under `rule`; what was found is cut to a length that can be shown."""
    return RefusedError(
        Finding(
            rule=rule,
            dataset=None,
            file=file,
            column=None if column is None else short(column),
            count=count,
            rows=rows,
            found=tuple(short(one) for one in found),
            expected=tuple(short(one) for one in expected),
        )
    )


def short(text: object) -> str:
    """Any text or error on one line, cut, without characters that cannot be shown."""
    line = " ".join(str(text)[: 4 * _LONGEST].split())
    clean = "".join(sign if sign.isprintable() else "�" for sign in line)
    return clean if len(clean) <= _LONGEST else clean[: _LONGEST - 1] + "…"
