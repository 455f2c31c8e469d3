"""Every kind of picture in every status: hatched, hollow, broken or written, on the screen, on paper and in the table.

What a status looks like is said here and not taken from the program: `Wear` is read off the figure, the deck and the
shapes of the sheet. Shipped data have few values that are not plain, so that each kind has an exhibit of its own.
"""

from functools import cache

import pytest

from components.palette import palette
from components.print.frame import composed
from components.print.ink import ink
from components.print.scene import Scene
from components.print.sheet import Preset, preset_sheet
from loaders.exhibit import Exhibit
from loaders.language import wording
from loaders.observation import MISSING_STATUSES, QUALIFIERS, STATUSES
from loaders.table import Part, status_text, table_of
from loaders.view import ViewKind
from tests.printed_views import written
from tests.sample_statuses import MEANING, SAMPLES, Sample, probe, with_qualifier, with_status
from tests.worn import DRESSES, Wardrobe, Wear, expected
from tests.worn_on_paper import on_paper
from tests.worn_on_screen import NO_PICTURE, Screen, on_screen

FORMS = [sample for forms in SAMPLES.values() for sample in forms.values()]
NAMES = [f"{kind} {form}".strip() for kind, forms in SAMPLES.items() for form in forms]
KINDS = [kind for kind, forms in SAMPLES.items() for _ in forms]
#: What is seen of a status; the others look plain, and their code is written.
WEARS = {"E": Wear.HOLLOW, "F": Wear.DASHED, **dict.fromkeys(MISSING_STATUSES, Wear.HATCHED)}
#: The surface of an area is a shade, so that its edge says what its value is.
ON_AREAS = {**WEARS, "E": Wear.DASHED_EDGE, "F": Wear.DOTTED_EDGE}
every_kind = pytest.mark.parametrize(("kind", "sample"), list(zip(KINDS, FORMS, strict=True)), ids=NAMES)
every_status = pytest.mark.parametrize("status", STATUSES)


@cache
def sheet_of(sample: Sample, status: str) -> Scene:
    """The sample in print, composed once."""
    return composed(with_status(sample, status), preset_sheet(Preset.TWO_COLUMNS))


@cache
def screen_of(sample: Sample, status: str) -> Screen:
    """The sample on the screen, drawn once."""
    return on_screen(with_status(sample, status), palette("light"))


def wears(seen: Wardrobe, exhibit: Exhibit) -> set[Wear]:
    """What is seen of the mark that has the status."""
    mark = probe(exhibit)
    own = (mark.category.code, mark.series.code if mark.series else "")
    return {one.wear for one in seen if (one.category, one.series) == own}


def lacks_a_mark(kind: ViewKind, status: str) -> bool:
    """Plain figures of tables and all key figures are words alone."""
    return kind is ViewKind.METRIC or (kind is ViewKind.TABLE and status not in WEARS)


def seen_of(kind: ViewKind, sample: Sample, status: str) -> Wear:
    """What a status looks like in a kind of picture."""
    if sample.is_text:
        return Wear.PLAIN
    return (ON_AREAS if kind is ViewKind.CHOROPLETH else WEARS).get(status, Wear.PLAIN)


def test_every_kind_is_a_row_of_the_matrix() -> None:
    assert set(SAMPLES) == set(DRESSES) == set(ViewKind)


@every_status
@every_kind
def test_a_status_looks_the_same_on_screen_and_paper(kind: ViewKind, sample: Sample, status: str) -> None:
    exhibit = with_status(sample, status)
    paper = on_paper(exhibit, sheet_of(sample, status), ink("light"))
    screen = None if kind in NO_PICTURE else screen_of(sample, status).marks

    assert paper == expected(exhibit, ink("light"))
    assert screen is None or screen == expected(exhibit, palette("light"))
    for seen in filter(None, (paper, screen)):
        found = wears(seen, exhibit)
        if lacks_a_mark(kind, status):
            assert not found
        else:
            assert seen_of(kind, sample, status) in found
            assert Wear.ODD not in found


@every_status
@every_kind
def test_a_status_without_a_look_is_written_and_every_status_is_explained(
    kind: ViewKind, sample: Sample, status: str
) -> None:
    sheet = sheet_of(sample, status)
    has_value = status not in MISSING_STATUSES
    is_coded = has_value and status != "A" and (sample.is_text or status not in WEARS)
    code = f"({status})"

    assert (MEANING in written(sheet)) == (status != "A")
    if kind in NO_PICTURE:
        return
    words = screen_of(sample, status).words
    # The words of a deck are tooltips, and no key stands beside it.
    is_told = is_coded or (kind is ViewKind.COLUMN_MAP and has_value and status != "A")
    assert (code in words) == is_told
    assert (code in written(sheet)) == is_coded
    if kind in {ViewKind.CHOROPLETH, ViewKind.SYMBOL_MAP} and status in WEARS:
        assert MEANING in words


@every_status
@pytest.mark.parametrize("sample", FORMS, ids=NAMES)
def test_the_table_says_the_status_of_the_mark(sample: Sample, status: str) -> None:
    words = wording("fr")
    exhibit = with_status(sample, status)
    table = table_of(exhibit, words)
    column = table.parts.index(Part.STATUS)
    figure = next(one for one in probe(exhibit).figures if one and one.status == status)

    assert len(table.rows) == len(exhibit.marks)
    assert status_text(figure, words) in table.rows[0][column]
    assert bool(status_text(figure, words)) == (status != "A")


@pytest.mark.parametrize("qualifier", [one for one in QUALIFIERS if one != "="])
@every_kind
def test_a_bound_or_an_approximation_is_written_with_its_sign(kind: ViewKind, sample: Sample, qualifier: str) -> None:
    exhibit = with_qualifier(sample, qualifier)
    sheet = composed(exhibit, preset_sheet(Preset.TWO_COLUMNS))

    assert f"{qualifier}\N{NO-BREAK SPACE}" in written(sheet)
    if kind not in NO_PICTURE:
        screen = on_screen(exhibit, palette("light"))
        assert f"{qualifier}\N{NO-BREAK SPACE}" in screen.words
        assert screen.marks == expected(exhibit, palette("light"))
