"""What a picture can be saved as; nothing here draws, so that a menu may list the formats without loading what does."""

from enum import StrEnum


class PictureFormat(StrEnum):
    """A picture format; the value is the ending of its file."""

    SVG = "svg"
    PDF = "pdf"
    PNG = "png"

    @property
    def mime(self) -> str:
        """The type of its content, for browsers."""
        return {"svg": "image/svg+xml", "pdf": "application/pdf", "png": "image/png"}[self.value]
