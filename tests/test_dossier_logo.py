"""The logo of a cover: drawn for every format, or said to be missing wherever the files are asked for."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from components.board.__main__ import main
from components.board.cover_logo import cover_logo
from components.board.delivery import deliver_dossier
from components.board.dossier import Logo
from components.board.formats import DossierFormat
from components.board.order import DossierOrder
from loaders.boards.board import Board, Cover, Slide
from loaders.boards.board_text import as_yaml
from loaders.catalogue import read_catalogue
from loaders.finding import Finding, Rule
from loaders.folder import DataFolder
from loaders.language import LANGUAGES, Language, wording
from loaders.library import read_library
from loaders.notice import notice
from tests.pdf_reading import part, reader, structure
from tests.sample_data import BEDS, sample_folder
from tests.sample_dossiers import LOGO
from tests.sample_presentations import reopened

SPACE = 'xmlns="http://www.w3.org/2000/svg"'
BOX = '<rect width="9" height="9" fill="#005F86"/>'
DRAWN = f'<svg {SPACE} viewBox="0 0 40 10">{BOX}</svg>'
EMPTY = f'<svg {SPACE} width="10" height="10"/>'


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """A data folder with a dossier whose cover names a logo that is not there."""
    made = sample_folder(tmp_path / "data")
    (made.boards / "logos").mkdir(parents=True)
    board = Board(cover=Cover(title="Lits", logo="logo.svg"), slides=(Slide(view=f"{BEDS}/beds_ranking"),))
    (made.boards / "beds.yaml").write_text(as_yaml(board), encoding="utf-8")
    return made


def lay(folder: DataFolder, svg: str) -> None:
    """Puts the logo in its place."""
    (folder.boards / "logos" / "logo.svg").write_text(svg, encoding="utf-8")


def build(folder: DataFolder, *arguments: str) -> int:
    """Runs the command on the dossier; files go beside it."""
    file, out = str(folder.boards / "beds.yaml"), str(folder.root / "out")
    return main(["build", file, "--data", str(folder.root), "--out", out, *arguments])


@pytest.mark.parametrize(
    ("svg", "proportion"),
    [
        pytest.param(DRAWN, 4.0, id="a view box"),
        pytest.param(f'<svg {SPACE} width="4cm" height="20mm">{BOX}</svg>', 2.0, id="two units"),
        pytest.param(f'<svg {SPACE} width="100%" height="100%">{BOX}</svg>', 2.0, id="a share of the page"),
        pytest.param(f"<svg {SPACE}>{BOX}<text> </text></svg>", 2.0, id="no size"),
        pytest.param(f'<svg {SPACE} width="0.01" height="0.01">{BOX}</svg>', 1.0, id="very small"),
        pytest.param(
            f'<svg {SPACE} width="3000000" height="1000000"><rect width="900000" height="900000"/></svg>',
            3.0,
            id="very large",
        ),
        pytest.param(f'\ufeff<?xml version="1.0" encoding="UTF-8"?><!-- x -->{DRAWN}', 4.0, id="with a prologue"),
    ],
)
def test_an_svg_is_drawn_in_its_proportions_and_in_a_size_of_ours(
    folder: DataFolder, svg: str, proportion: float
) -> None:
    lay(folder, svg)

    logo = cover_logo(folder.boards, "logo.svg")

    assert isinstance(logo, Logo)
    assert logo.mime == "image/svg+xml"
    with Image.open(BytesIO(logo.bitmap)) as picture:
        assert picture.width / picture.height == pytest.approx(proportion, rel=0.02)
        assert max(picture.size) < 1000


@pytest.mark.parametrize(
    "svg",
    [
        pytest.param(f'<svg {SPACE} width="0" height="0"/>', id="a size of nothing"),
        pytest.param(f'<svg {SPACE} viewBox="0 0 nan nan">{BOX}</svg>', id="a size that is no number"),
        pytest.param(f'<svg {SPACE} viewBox="a b">{BOX}</svg>', id="words for a size"),
        pytest.param(f'<svg {SPACE} viewBox="0 0 1e9 1">{BOX}</svg>', id="a line without end"),
        pytest.param(f"<svg {SPACE}><g>", id="not closed"),
        pytest.param(f'<svg {SPACE} viewBox="0 0 9 9">{"<g>" * 5000}{BOX}{"</g>" * 5000}</svg>', id="too deep"),
        pytest.param(f'<svg width="10" height="10">{BOX}</svg>', id="without its name space"),
        pytest.param(EMPTY, id="empty"),
        pytest.param(DRAWN.replace(BOX, f"{BOX}<text>R<tspan>égion</tspan></text>"), id="texts that need a typeface"),
    ],
)
def test_an_svg_that_shows_nothing_is_a_finding_in_four_parts(folder: DataFolder, svg: str) -> None:
    lay(folder, svg)

    found = cover_logo(folder.boards, "logo.svg")

    assert isinstance(found, Finding)
    assert (found.rule, found.file) == (Rule.LOGO_UNDRAWN, "logo.svg")
    assert all(found.found)


def test_a_png_whose_content_is_damaged_is_a_finding(folder: DataFolder) -> None:
    content = bytearray(LOGO.content)
    content[60] ^= 255
    (folder.boards / "logos" / "logo.png").write_bytes(content)

    found = cover_logo(folder.boards, "logo.png")

    assert isinstance(found, Finding)
    assert found.rule is Rule.LOGO_UNDRAWN


def test_a_cover_without_a_logo_is_nothing_to_speak_of(folder: DataFolder) -> None:
    assert cover_logo(folder.boards, None) is None


def test_a_drawn_svg_stands_on_the_cover_of_every_document(folder: DataFolder) -> None:
    lay(folder, DRAWN)

    assert build(folder, "--lang", "en") == 0

    out = folder.root / "out"
    cover = next(iter(reopened((out / "beds-en.pptx").read_bytes()).slides))
    tags = structure(part(reader((out / "beds-en.pdf").read_bytes()).root_object, "/StructTreeRoot"))
    assert [shape.name for shape in cover.shapes if shape.shape_type == 13] == ["Logo"]
    assert "Logo" in [str(one["/Alt"]) for one in tags if "/Alt" in one]
    assert '<img class="logo" alt="Logo" src="data:image/svg+xml' in (out / "beds-en.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("svg", "rule"),
    [(EMPTY, Rule.LOGO_UNDRAWN), (f"<svg {SPACE}><script/></svg>", Rule.LOGO_INVALID), (None, Rule.LOGO_MISSING)],
)
def test_the_command_says_why_a_cover_is_without_its_logo_and_makes_the_files(
    folder: DataFolder, capsys: pytest.CaptureFixture[str], svg: str | None, rule: Rule, language: Language
) -> None:
    if svg:
        lay(folder, svg)

    assert build(folder, "--lang", language, "--formats", "pptx,xlsx", "--json") == 1

    said = json.loads(capsys.readouterr().out)["logo"]
    found = cover_logo(folder.boards, "logo.svg")
    assert isinstance(found, Finding)
    assert found.rule is rule
    assert tuple(said.values()) == tuple(
        getattr(notice(found, wording(language)), name) for name in ("what", "where", "expected", "remedy")
    )
    assert len(list((folder.root / "out").iterdir())) == 2


@pytest.mark.parametrize("form", DossierFormat)
def test_an_order_of_the_page_says_it_with_every_format(folder: DataFolder, form: DossierFormat) -> None:
    lay(folder, EMPTY)
    order = DossierOrder(name="beds", language="en", form=form)

    made = deliver_dossier(order, folder, lambda: read_library(read_catalogue(folder)), lambda _done, _count: None)

    assert [one.what for one in made.notices] == ["The logo cannot be drawn, and the cover is without it: transparent"]
    assert made.content
