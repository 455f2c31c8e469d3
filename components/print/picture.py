"""Picture files: an exhibit on a sheet as SVG, PDF and PNG, each with its provenance inside."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from components.print.frame import composed
from components.print.outlines import with_outlines
from components.print.pdf_file import pdf_bytes
from components.print.picture_format import PictureFormat
from components.print.png_file import png_bytes
from components.print.scene import Scene
from components.print.sheet import Sheet
from components.print.svg_file import svg_bytes
from components.print.vega_lite import svg_text
from loaders.exhibit import Exhibit
from loaders.provenance import Provenance
from loaders.seal import sealed

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True)
class Picture:
    """An exhibit drawn on a sheet, from which its files are made: drawn once, however many there are.

    Raises:
        TooSmallError: the sheet is too small for the exhibit (at the first use).
    """

    exhibit: Exhibit
    sheet: Sheet

    @cached_property
    def scene(self) -> Scene:
        """The sheet, composed."""
        return composed(self.exhibit, self.sheet)

    @cached_property
    def _set(self) -> str:
        return svg_text(self.scene)

    @cached_property
    def _outlined(self) -> str:
        return with_outlines(self._set)

    def preview(self, dots_per_inch: float) -> bytes:
        """The picture as a PNG for the screen, without provenance."""
        return png_bytes(self._outlined, self.exhibit, None, dots_per_inch)

    def file(self, form: PictureFormat, provenance: Provenance) -> bytes:
        """One file of it, sealed: the same exhibit, sheet and provenance give the same bytes."""
        writers: dict[PictureFormat, Callable[[], bytes]] = {
            PictureFormat.SVG: lambda: svg_bytes(self._outlined, self.exhibit, provenance),
            PictureFormat.PDF: lambda: pdf_bytes(self._set, self.scene, self.exhibit, provenance),
            PictureFormat.PNG: lambda: png_bytes(self._outlined, self.exhibit, provenance),
        }
        return sealed(writers[form]())
