"""The dimensions of a dataset: what identifies an observation."""

from enum import StrEnum

from pydantic import model_validator

from loaders.vocabulary import Code, Declared, Identifier, Text


class DeclaredCode(Declared):
    """One value that a dimension may take.

    `transcribed` is the spelling of the transcription where it differs from the code; `accent` marks what the
    observatory is about (Île-de-France and its institutions), which is drawn in the accent colour.
    """

    id: Code
    label: Text
    transcribed: str | None = None
    accent: bool = False


class DimensionKind(StrEnum):
    """How the values of a dimension are read: the area list, a period, or the codes that the declaration lists."""

    AREA = "area"
    PERIOD = "period"
    CODE = "code"


class Dimension(Declared):
    """One dimension of the key of an observation."""

    id: Identifier
    kind: DimensionKind
    label: Text
    codes: tuple[DeclaredCode, ...] = ()

    @model_validator(mode="after")
    def _codes_belong_to_code_dimensions(self) -> "Dimension":
        if (self.kind is DimensionKind.CODE) != bool(self.codes):
            message = f"dimension {self.id}: 'codes' are listed for, and only for, dimensions of kind 'code'"
            raise ValueError(message)
        if len({code.id for code in self.codes}) != len(self.codes):
            message = f"dimension {self.id}: a code is listed twice"
            raise ValueError(message)
        return self
