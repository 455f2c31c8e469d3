"""Makes the typefaces of print from the variable ones beside them: one file a weight, all characters, tabular figures.

Needs fonttools and brotli. Run from the root of the project: python static/fonts/print/make.py
"""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from fontTools.merge import Merger, Options
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

FONTS = Path(__file__).resolve().parents[1]
PLACE = Path(__file__).resolve().parent
FIXED_TIME = 3_786_825_600  # 1 January 2024, counted from 1904: the same input gives the same bytes


@dataclass(frozen=True)
class Face:
    """One file: its family (neither name is reserved), its weight and style, and the files that it is made of."""

    family: str
    style: str
    weight: int
    parts: tuple[str, ...]


INTER = ("inter-latin", "inter-latin-ext", "inter-symbols")
SERIF = ("source-serif-4-latin", "source-serif-4-latin-ext")
FACES = (
    Face("Observatory Sans", "Regular", 400, INTER),
    Face("Observatory Sans", "SemiBold", 600, INTER),
    Face("Observatory Serif", "SemiBold", 600, SERIF),
)


def instance(part: str, weight: int) -> TTFont:
    """A variable font at one weight."""
    font = TTFont(FONTS / f"{part}-wght-normal.woff2")
    font.flavor = None
    axes = {axis.axisTag: weight if axis.axisTag == "wght" else axis.defaultValue for axis in font["fvar"].axes}
    fixed = instancer.instantiateVariableFont(font, axes)
    for table in ("STAT", "HVAR", "MVAR", "avar"):
        if table in fixed:
            del fixed[table]
    return fixed


def with_tabular_figures(font: TTFont) -> TTFont:
    """The font with figures of one width as its ordinary ones, so that columns line up wherever they are set."""
    swaps: dict[str, str] = {}
    for record in font["GSUB"].table.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for table in font["GSUB"].table.LookupList.Lookup[index].SubTable:
                    swaps |= getattr(table, "mapping", getattr(getattr(table, "ExtSubTable", None), "mapping", {}))
    for table in font["cmap"].tables:
        for code in range(ord("0"), ord("9") + 1):
            if code in table.cmap:
                table.cmap[code] = swaps.get(table.cmap[code], table.cmap[code])
    return font


def named(font: TTFont, face: Face) -> TTFont:
    """The font under the name of the house, without what a rasteriser would use to set it on a grid."""
    names = font["name"]
    for record in list(names.names):
        if record.nameID not in (0, 13, 14):  # copyright and licence stay
            names.removeNames(record.nameID)
    postscript = f"{face.family.replace(' ', '')}-{face.style}"
    texts = {1: f"{face.family} {face.style}" if face.style != "Regular" else face.family, 2: "Regular"}
    texts |= {3: postscript, 4: f"{face.family} {face.style}", 5: "Version 1.000", 6: postscript}
    texts |= {16: face.family, 17: face.style}
    for number, text in texts.items():
        names.setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = face.weight
    font["head"].created = font["head"].modified = FIXED_TIME
    font.recalcTimestamp = False
    return font


def make(face: Face) -> Path:
    """Writes one file."""
    target = PLACE / f"{face.family.replace(' ', '')}-{face.style}.ttf"
    with TemporaryDirectory() as folder:
        paths = []
        for part in face.parts:
            paths.append(f"{folder}/{part}.ttf")
            with_tabular_figures(instance(part, face.weight)).save(paths[-1])
        merged = Merger(options=Options(drop_tables=["DSIG", "meta"])).merge(paths)
        named(merged, face).save(target)
    return target


if __name__ == "__main__":
    for one in FACES:
        print(make(one).name)
