"""Typst: a program and its inputs in, a tagged PDF out. Typst is used here and nowhere else."""

from collections.abc import Mapping
from functools import cache

import typst

from components.print.typeface import FOLDER


def typeset(source: bytes, inputs: Mapping[str, str]) -> bytes:
    """The PDF/UA-1 document of a Typst program, the same bytes for the same inputs.

    Whatever data say comes in as an input, `sys.inputs` in the program: a value there, never part of the program.
    """
    compiled = _compiler().compile(source, sys_inputs=dict(inputs), pdf_standards=["ua-1"], timestamp=0)
    if not isinstance(compiled, bytes):
        raise TypeError(type(compiled))
    return compiled


@cache
def _compiler() -> typst.Compiler:
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FOLDER)])
    return typst.Compiler(font_paths=fonts, ignore_system_fonts=True)
