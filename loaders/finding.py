"""What is wrong with a file, as a value: the named rules, how grave each is, and one finding under a rule."""

from dataclasses import dataclass
from enum import StrEnum


class Rule(StrEnum):
    """The named rules that a file is held against."""

    FILE_MISSING = "file_missing"
    FILE_UNREADABLE = "file_unreadable"
    FILE_EMPTY = "file_empty"
    FILE_UNDECLARED = "file_undeclared"
    DECLARATION_INVALID = "declaration_invalid"
    COLUMN_MISSING = "column_missing"
    COLUMN_UNEXPECTED = "column_unexpected"
    COLUMN_TYPE = "column_type"
    KEY_MISSING = "key_missing"
    KEY_DUPLICATE = "key_duplicate"
    CODE_UNKNOWN = "code_unknown"
    PERIOD_MALFORMED = "period_malformed"
    MEASURE_UNKNOWN = "measure_unknown"
    VALUE_NOT_FINITE = "value_not_finite"
    VALUE_OUT_OF_RANGE = "value_out_of_range"
    STATUS_UNKNOWN = "status_unknown"
    STATUS_VALUE_DISAGREE = "status_value_disagree"
    CONFIDENTIALITY_UNKNOWN = "confidentiality_unknown"
    QUALIFIER_UNKNOWN = "qualifier_unknown"
    SOURCE_UNKNOWN = "source_unknown"
    FILE_TOO_LARGE = "file_too_large"
    FILE_NOT_DATA = "file_not_data"
    FILE_POINTER = "file_pointer"
    FILE_ENCRYPTED = "file_encrypted"
    FILE_NESTED = "file_nested"
    TABLE_TOO_WIDE = "table_too_wide"
    TABLE_TOO_LONG = "table_too_long"
    TABLE_UNPACKS_TOO_LARGE = "table_unpacks_too_large"
    DECODING_TOO_LONG = "decoding_too_long"
    DECODING_TOO_LARGE = "decoding_too_large"
    TEXT_UNREADABLE = "text_unreadable"
    HEADER_MISSING = "header_missing"
    HEADER_REPEATED = "header_repeated"
    SHEET_UNKNOWN = "sheet_unknown"
    MAPPING_INVALID = "mapping_invalid"
    MAPPING_INCOMPLETE = "mapping_incomplete"
    AREA_UNMATCHED = "area_unmatched"
    VALUE_NOT_NUMBER = "value_not_number"
    FLAG_UNKNOWN = "flag_unknown"
    DATASET_UNKNOWN = "dataset_unknown"
    OFF_SUBJECT = "off_subject"
    LEVELS_MIXED = "levels_mixed"
    AGGREGATE_BESIDE_MEMBERS = "aggregate_beside_members"
    UNITS_MIXED = "units_mixed"
    RANK_WITHOUT_SIZE = "rank_without_size"
    BAND_AS_NUMBER = "band_as_number"
    SHARES_DO_NOT_ADD_UP = "shares_do_not_add_up"
    PERIOD_IN_FUTURE = "period_in_future"
    JUMP = "jump"
    AREAS_FEWER = "areas_fewer"
    CORRECTION_SUPERSEDED = "correction_superseded"
    FIGURE_FOREIGN = "figure_foreign"
    FIGURE_ALTERED = "figure_altered"
    FIGURE_DAMAGED = "figure_damaged"
    FIGURE_TOO_LARGE = "figure_too_large"
    FIGURE_OUTLIVED = "figure_outlived"
    BOARD_MISSING = "board_missing"
    BOARD_INVALID = "board_invalid"
    BOARD_OVERTAKEN = "board_overtaken"
    BOARD_NAME_TAKEN = "board_name_taken"
    BOARD_NAME_INVALID = "board_name_invalid"
    BOARD_HAS_EDITIONS = "board_has_editions"
    FROZEN_MISSING = "frozen_missing"
    FROZEN_INVALID = "frozen_invalid"
    FROZEN_ALTERED = "frozen_altered"
    LOGO_INVALID = "logo_invalid"
    LOGO_MISSING = "logo_missing"
    LOGO_UNDRAWN = "logo_undrawn"


class Severity(StrEnum):
    """What a finding means for publishing: it blocks, it needs a decision of the analyst, or it is a note."""

    BLOCKS = "blocks"
    DECISION = "decision"
    NOTE = "note"


_DECISIONS = frozenset(
    {
        Rule.LEVELS_MIXED,
        Rule.AGGREGATE_BESIDE_MEMBERS,
        Rule.BAND_AS_NUMBER,
        Rule.SHARES_DO_NOT_ADD_UP,
        Rule.PERIOD_IN_FUTURE,
        Rule.JUMP,
        Rule.AREAS_FEWER,
    }
)
_NOTES = frozenset({Rule.RANK_WITHOUT_SIZE, Rule.CORRECTION_SUPERSEDED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One broken rule: where (dataset, file, column, how many rows, the first of them), what was found and expected.

    `rows` are one-based positions of the first rows concerned. `found` and `expected` are codes, never sentences.
    """

    rule: Rule
    dataset: str | None
    file: str
    column: str | None = None
    count: int | None = None
    rows: tuple[int, ...] = ()
    found: tuple[str, ...] = ()
    expected: tuple[str, ...] = ()

    @property
    def severity(self) -> Severity:
        """What the finding means for publishing."""
        if self.rule in _NOTES:
            return Severity.NOTE
        return Severity.DECISION if self.rule in _DECISIONS else Severity.BLOCKS
