"""The template of a dataset: the empty form for analysts, as a workbook, as CSV or as Parquet."""

import csv
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import StringIO

import polars as pl

from loaders.catalogue import Catalogue
from loaders.contract import columns_of
from loaders.declaration import Declaration
from loaders.files.spreadsheet_text import as_text
from loaders.language import Wording
from loaders.observation import MEASURE, QUALIFIER, Observation
from loaders.parquet_file import parquet_bytes
from loaders.subjects.code_sheets import CodeSheet, code_sheets
from loaders.subjects.form_rows import form_rows
from loaders.subjects.self_declared import DATASET_KEY
from loaders.subjects.template_format import LABEL, TemplateFormat
from loaders.subjects.template_workbook import FormSheet, workbook_bytes

UNIT_LABEL = f"{LABEL}unit"


@dataclass(frozen=True, kw_only=True)
class Template:
    """The form of a dataset in one language.

    `rows` are in the long form; `codes` are the code lists that fill them, by column, the labels in the language of
    `words`.
    """

    declaration: Declaration
    catalogue: Catalogue
    words: Wording
    rows: pl.DataFrame
    codes: tuple[CodeSheet, ...]

    def labelled(self) -> pl.DataFrame:
        """The rows with a column `label_<column>` after each column of codes that identify them, and the unit."""
        sheets = {sheet.column: sheet for sheet in self.codes}
        columns: list[pl.Expr] = []
        for name in columns_of(self.declaration):
            columns.append(pl.col(name))
            if name in sheets and (name == MEASURE or name in self.key):
                labels = {code.code: code.label for code in sheets[name].codes}
                columns.append(_translated(name, labels, f"{LABEL}{name}"))
            if name == MEASURE:
                columns.append(_translated(name, self._units(), UNIT_LABEL))
        return self.rows.select(columns)

    @property
    def key(self) -> tuple[str, ...]:
        """The dimensions."""
        return tuple(dimension.id for dimension in self.declaration.dimensions)

    def _units(self) -> dict[str, str]:
        declared = self.declaration
        return {
            measure.id: self.words.of(self.catalogue.unit(declared, measure.unit).label)
            for measure in declared.measures
        }


def _translated(name: str, labels: Mapping[str, str], alias: str) -> pl.Expr:
    return (
        pl.col(name)
        .replace_strict(list(labels), list(labels.values()), default=None, return_dtype=pl.String)
        .alias(alias)
    )


def template(
    declaration: Declaration, catalogue: Catalogue, words: Wording, published: tuple[Observation, ...] | None
) -> Template:
    """The form of a dataset: a row for each observation that is published or expected.

    Args:
        declaration: what the dataset is.
        catalogue: the code lists that it shares with others.
        words: the language of labels and explanations.
        published: the stored observations, None where nothing is published yet.
    """
    return Template(
        declaration=declaration,
        catalogue=catalogue,
        words=words,
        rows=form_rows(declaration, catalogue, published),
        codes=code_sheets(declaration, catalogue, words),
    )


def template_bytes(form: Template, kind: TemplateFormat) -> bytes:
    """The file of a template; the same template gives the same bytes.

    XLSX has labels, explanations and code lists; CSV has labels; Parquet has the long form alone, with the dataset
    named in its footer.
    """
    return _WRITERS[kind](form)


def _parquet(form: Template) -> bytes:
    return parquet_bytes(form.rows, {DATASET_KEY: form.declaration.id})


def _xlsx(form: Template) -> bytes:
    sheet = FormSheet(dataset=form.declaration.id, frame=form.labelled(), ready_labels=LABEL)
    return workbook_bytes(sheet, form.codes, form.declaration, form.words)


def _csv(form: Template) -> bytes:
    """UTF-8 with a byte order mark; `;` and decimal comma in French, `,` and point in English."""
    french = form.words.language == "fr"
    text = StringIO()
    writer = csv.writer(text, delimiter=";" if french else ",", lineterminator="\r\n")
    frame = form.labelled()
    writer.writerow(frame.columns)
    for row in frame.iter_rows(named=True):
        writer.writerow([_cell(name, value, french=french) for name, value in row.items()])
    return text.getvalue().encode("utf-8-sig")


def _cell(name: str, value: str | float | None, *, french: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return written_number(value, french=french)
    # "=" alone is a qualifier, and no formula to any spreadsheet.
    return value if name == QUALIFIER else as_text(value)


def written_number(value: float, *, french: bool) -> str:
    """A number with all its digits, and never three decimals: 1.234 might be read as one thousand and more."""
    text = f"{value:.0f}" if value.is_integer() and abs(value) < 1e15 else repr(value)  # noqa: PLR2004
    whole, point, decimals = text.partition(".")
    if len(decimals) == 3 and decimals.isdigit():  # noqa: PLR2004
        text = f"{whole}{point}{decimals}0"
    return text.replace(".", ",") if french else text


_WRITERS: Mapping[TemplateFormat, Callable[[Template], bytes]] = {
    TemplateFormat.PARQUET: _parquet,
    TemplateFormat.XLSX: _xlsx,
    TemplateFormat.CSV: _csv,
}
