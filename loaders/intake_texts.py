"""What each rule of the intake says: what is wrong with a file on its way in, what was expected, what to do."""

from loaders.contract_texts import RuleTexts
from loaders.finding import Rule
from loaders.language import mark

#: What stands against a file before its rows are read.
INTAKE_TEXTS: RuleTexts = {
    Rule.FILE_TOO_LARGE: (
        mark("The file is too large: {found} bytes."),
        mark("At most {expected} bytes."),
        mark("Split the file by period, or raise the limit OBSERVATORY_MAX_FILE_BYTES."),
    ),
    Rule.FILE_NOT_DATA: (
        mark("The content of the file is not what its name says: {found}"),
        mark("A table as Parquet, CSV, TSV or XLSX."),
        mark("Save the table again from its program, in one of these formats."),
    ),
    Rule.FILE_POINTER: (
        mark("The file is not the table but a pointer to it, as Git LFS leaves in place of a large file."),
        mark("The table itself."),
        mark("Fetch the file from its store (git lfs pull), then lay it down again."),
    ),
    Rule.FILE_ENCRYPTED: (
        mark("The file is encrypted or protected by a password."),
        mark("A file that can be read without a key."),
        mark("Save the table again without protection."),
    ),
    Rule.FILE_NESTED: (
        mark("Columns hold lists or structures instead of single values: {found}"),
        mark("One value in each cell."),
        mark("Unfold the columns into rows before you save the file."),
    ),
    Rule.TABLE_TOO_WIDE: (
        mark("The table has {found} columns."),
        mark("At most {expected} columns."),
        mark("Keep only the columns that matter, or raise the limit OBSERVATORY_MAX_COLUMNS."),
    ),
    Rule.TABLE_TOO_LONG: (
        mark("The table has {found} rows."),
        mark("At most {expected} rows."),
        mark("Split the file by period, or raise the limit OBSERVATORY_MAX_ROWS."),
    ),
    Rule.TABLE_UNPACKS_TOO_LARGE: (
        mark("The file unpacks to {found} bytes."),
        mark("At most {expected} bytes once it is unpacked."),
        mark("Check where the file comes from; split it, or raise the limit OBSERVATORY_MAX_UNPACKED_BYTES."),
    ),
    Rule.DECODING_TOO_LONG: (
        mark("Reading the file took longer than {found} seconds and was stopped."),
        mark("A table that is read within {expected} seconds."),
        mark("Split the file, or raise the limit OBSERVATORY_MAX_SECONDS."),
    ),
    Rule.DECODING_TOO_LARGE: (
        mark("Reading the file needed more memory than allowed and was stopped."),
        mark("A table that is read within {expected} bytes of memory."),
        mark("Split the file, or raise the limit OBSERVATORY_MAX_MEMORY_BYTES."),
    ),
    Rule.TEXT_UNREADABLE: (
        mark("The text of the file cannot be read: {found}"),
        mark("Text in UTF-8, UTF-16 or Windows-1252, the same number of cells in each row."),
        mark("Save the table again as CSV in UTF-8."),
    ),
    Rule.HEADER_MISSING: (
        mark("No row of the file looks like the names of columns."),
        mark("One row with a name for each column, above the values."),
        mark("Say in which row the names of the columns stand."),
    ),
    Rule.HEADER_REPEATED: (
        mark("Several columns have the same name, or none: {found}"),
        mark("A name of its own for each column."),
        mark("Rename the columns in the file."),
    ),
    Rule.SHEET_UNKNOWN: (
        mark("The workbook has no sheet named {found}."),
        mark("One of the sheets {expected}."),
        mark("Choose another sheet."),
    ),
    Rule.DATASET_UNKNOWN: (
        mark("Nothing says to which dataset the file belongs: {found}"),
        mark("One of the datasets {expected}."),
        mark("Name the dataset, or declare a new one."),
    ),
}

#: What stands against turning a table into observations.
MAPPING_TEXTS: RuleTexts = {
    Rule.MAPPING_INVALID: (
        mark("The mapping of the file is not valid: {found}"),
        mark("The keys and values that CONTRIBUTING.md lists for mappings."),
        mark("Correct the mapping, or answer the questions again."),
    ),
    Rule.MAPPING_INCOMPLETE: (
        mark("The mapping leaves open: {found}"),
        mark("An answer for each of them; nothing is guessed."),
        mark("Answer the questions that are open."),
    ),
    Rule.AREA_UNMATCHED: (
        mark("Names of areas are not known: {found}"),
        mark("A French or English name, or a code (NUTS, INSEE, ISO), such as {expected}."),
        mark("Say which area each of them is, or correct the file."),
    ),
    Rule.VALUE_NOT_NUMBER: (
        mark("Cells are not numbers: {found}"),
        mark("Numbers as the mapping says that they are written."),
        mark("Correct the cells, or say how numbers are written in this file."),
    ),
    Rule.FLAG_UNKNOWN: (
        mark("Flags beside values are unknown: {found}"),
        mark("Flags of Eurostat or SDMX, such as {expected}."),
        mark("Say which status each flag is, or correct the file."),
    ),
    Rule.OFF_SUBJECT: (
        mark("The file is not about this dataset: {found}"),
        mark("Areas, periods and measures of the dataset, such as {expected}."),
        mark("Choose the dataset that the file belongs to, or declare a new one."),
    ),
}

#: What a statistician would ask about a table that is well formed.
JUDGEMENT_TEXTS: RuleTexts = {
    Rule.LEVELS_MIXED: (
        mark("Areas of different levels stand in one column: {found}"),
        mark("Areas of one level for each measure and period."),
        mark("Leave out the areas of the other levels, or confirm that they belong there."),
    ),
    Rule.AGGREGATE_BESIDE_MEMBERS: (
        mark("Totals stand beside their members: {found}"),
        mark("Either the members or their total, or both where the dataset has had both before."),
        mark("Leave the totals out, or confirm that they belong there."),
    ),
    Rule.UNITS_MIXED: (
        mark("Values of one measure have different units, scales or currencies: {found}"),
        mark("One unit for each measure: {expected}."),
        mark("Convert the values to one unit and save the file again."),
    ),
    Rule.RANK_WITHOUT_SIZE: (
        mark("Ranks come without the number by which they are ranked: {found}"),
        mark("The number beside its rank, such as {expected}."),
        mark("Add the numbers if the source has them; a rank alone does not say how far apart two areas are."),
    ),
    Rule.BAND_AS_NUMBER: (
        mark("Ranks that the source publishes in bands stand as single ranks: {found}"),
        mark("The best and the worst rank of the band."),
        mark("Write both ends of the band, or confirm that the source gives a single rank."),
    ),
    Rule.SHARES_DO_NOT_ADD_UP: (
        mark("Shares of one whole do not add up: {found}"),
        mark("A sum of {expected}, apart from rounding, wherever all parts are given."),
        mark("Look for a missing or wrong part; confirm if the source says why."),
    ),
    Rule.PERIOD_IN_FUTURE: (
        mark("Periods lie in the future without being forecasts: {found}"),
        mark("Periods until {expected}, or the status F of a forecast."),
        mark("Correct the period, or mark the values as forecasts."),
    ),
    Rule.JUMP: (
        mark("Values differ much from the published ones: {found}"),
        mark("A change of at most {expected} per cent against the published value."),
        mark("Check unit and scale; confirm if the change is real."),
    ),
    Rule.AREAS_FEWER: (
        mark("Areas that are published are missing: {found}"),
        mark("All areas of the published edition, a gap being a row with a status that says why."),
        mark("Add the rows that are missing, or confirm that they are gone."),
    ),
    Rule.CORRECTION_SUPERSEDED: (
        mark("A correction of the ledger is no longer needed, for the source has changed: {found}"),
        mark("The value that the correction was made for: {expected}."),
        mark("Remove the correction from the ledger, or renew it for the new value."),
    ),
}
