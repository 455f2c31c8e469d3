"""What each rule of the contract says: what is wrong, what was expected, what to do."""

from loaders.finding import Rule
from loaders.language import mark

#: Rule -> (what, expected, remedy); `{found}` and `{expected}` are filled from the finding.
RuleTexts = dict[Rule, tuple[str, str, str]]

_DECLARATION = mark("Correct the declaration; the message names the key and the line.")
_CORRECT_OR_DECLARE = mark("Correct the values in the file, or add the code to the declaration of the dataset.")
_CORRECT = mark("Correct the rows in the file and lay it down again.")

#: What stands against a file that claims to be in the long form.
CONTRACT_TEXTS: RuleTexts = {
    Rule.FILE_MISSING: (
        mark("The data file of this dataset is not there."),
        mark("A Parquet file named after the dataset."),
        mark("Run `python -m loaders build`, or lay the file into data/indicators/."),
    ),
    Rule.FILE_UNREADABLE: (
        mark("The file cannot be read as Parquet: {found}"),
        mark("A complete, unencrypted Parquet file in the long form of the observatory."),
        mark("Write the file again from its source, or put the previous file back."),
    ),
    Rule.FILE_EMPTY: (
        mark("The file has no rows, so there is nothing to show."),
        mark("One row for each figure; a figure that is missing is a row with a status that says why."),
        mark("Write the file again from its source, or put the previous file back."),
    ),
    Rule.FILE_UNDECLARED: (
        mark("This file has no declaration, so nothing is known of what it holds."),
        mark("A declaration of the same name in data/catalogue/."),
        mark("Add the YAML declaration, or move the file out of data/indicators/."),
    ),
    Rule.DECLARATION_INVALID: (
        mark("The declaration of this dataset is not valid: {found}"),
        mark("The keys and values that CONTRIBUTING.md lists."),
        _DECLARATION,
    ),
    Rule.COLUMN_MISSING: (
        mark("A column is missing."),
        mark("The columns {expected}."),
        mark("Add the column to the file; its name is that of the declaration."),
    ),
    Rule.COLUMN_UNEXPECTED: (
        mark("The file has a column that the declaration does not know."),
        mark("Only the columns {expected}."),
        mark("Remove or rename the column, or declare it as a dimension."),
    ),
    Rule.COLUMN_TYPE: (
        mark("A column has the type {found}."),
        mark("The type {expected}."),
        mark("Write the column with that type and lay the file down again."),
    ),
    Rule.KEY_MISSING: (
        mark("Rows have no value in a column that identifies them."),
        mark("A code in every row."),
        _CORRECT,
    ),
    Rule.KEY_DUPLICATE: (
        mark("Several rows say different things of the same: {found}"),
        mark("One row for each combination of dimensions and measure, unless a contradiction is declared."),
        mark("Remove the rows that are too many, or declare the contradiction."),
    ),
    Rule.CODE_UNKNOWN: (
        mark("Codes are not in the code list: {found}"),
        mark("Known codes, such as {expected}."),
        _CORRECT_OR_DECLARE,
    ),
    Rule.PERIOD_MALFORMED: (
        mark("Periods are not well formed: {found}"),
        mark("A period such as {expected}."),
        _CORRECT,
    ),
    Rule.MEASURE_UNKNOWN: (
        mark("Measures are not declared: {found}"),
        mark("One of the measures {expected}."),
        _CORRECT_OR_DECLARE,
    ),
    Rule.VALUE_NOT_FINITE: (
        mark("Values are not numbers (NaN or infinite)."),
        mark("A finite number, or an empty value with a status that says why."),
        _CORRECT,
    ),
    Rule.VALUE_OUT_OF_RANGE: (
        mark("Values are outside the range of the measure: {found}"),
        mark("A value in the range {expected}."),
        mark("Check unit and scale; correct the values, or the range in the declaration."),
    ),
    Rule.STATUS_UNKNOWN: (
        mark("Statuses are unknown: {found}"),
        mark("One of the statuses {expected}."),
        _CORRECT,
    ),
    Rule.STATUS_VALUE_DISAGREE: (
        mark("Status and value disagree: {found}"),
        mark("No value exactly where the status says that it is missing ({expected}) or confidential."),
        mark("Give the missing values a status that says why, and values a status that is not a missing one."),
    ),
    Rule.CONFIDENTIALITY_UNKNOWN: (
        mark("Confidentiality statuses are unknown: {found}"),
        mark("One of {expected}."),
        _CORRECT,
    ),
    Rule.QUALIFIER_UNKNOWN: (
        mark("Qualifiers are unknown, or stand where there is no value: {found}"),
        mark("One of {expected} beside every value, none beside a gap."),
        _CORRECT,
    ),
    Rule.SOURCE_UNKNOWN: (
        mark("Sources are not among those that the declaration names: {found}"),
        mark("One of the sources {expected}."),
        mark("Correct the source, or add it to the declaration and to data/figures/sources.csv."),
    ),
}
