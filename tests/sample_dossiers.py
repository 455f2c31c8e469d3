"""Dossiers for the tests of documents: one of every kind of slide, one whose every text is hostile."""

from dataclasses import replace
from datetime import date
from functools import cache

from components.board.dossier import Dossier, Logo
from components.board.formats import DossierFormat, dossier_file
from loaders.boards.board import Board, Cover, Slide
from loaders.boards.resolved import resolved
from loaders.exhibit import Exhibit, Figure, Item, Mark
from loaders.language import Language
from tests.sample_data import ROOT, library

#: A view of each kind, in sections, with one slide whose view is gone.
BOARD = Board(
    cover=Cover(title="Réunion du conseil", date=date(2026, 11, 26), place="Saint-Ouen-sur-Seine", logo="logo.png"),
    slides=(
        Slide(section="Emplois", comment="Ce que l’on sait."),
        Slide(view="employment_by_department/map", comment="Quatre lacunes.\nCe ne sont pas des zéros."),
        Slide(view="employment_by_department/jobs_and_establishments"),
        Slide(view="employment_by_department/departement_columns"),
        Slide(view="employment_structure/total_jobs"),
        Slide(section="Argent et recherche"),
        Slide(view="private_funding/region_map"),
        Slide(view="private_funding/segments"),
        Slide(view="private_funding/ticket_trend", reading="Le ticket moyen a baissé."),
        Slide(view="fdi_rankings/fdi_ranking", chosen={"geo_level": "region"}, title="Un titre à nous"),
        Slide(view="fdi_rankings/volume_and_size"),
        Slide(view="research_specialisation/specialisation_grid"),
        Slide(view="ai_startup_challenges/challenge_overview"),
        Slide(view="innovation_projects/sites"),
        Slide(view="university_rankings/gone", title="Une vue disparue", comment="À dire quand même."),
        Slide(view="fdi_rankings/all_figures"),
    ),
)
#: What would be markup, a formula or the end of a script in one of the formats, and signs that no typeface has.
HOSTILE = (
    '=1+1 #panic("x") #image("/etc/passwd") $x$ `c` *b* _i_ <script>window.pwned=1</script> </script><!-- '
    "\" onload='window.pwned=1' ]]> \\u0022 {{n}} {title} @ref /* \x01\x7f\ue000 日本 \u202e e\u0301"
)
_ICON = (ROOT / "static" / "favicon.png").read_bytes()
LOGO = Logo(content=_ICON, bitmap=_ICON)


@cache
def dossier(language: Language = "fr") -> Dossier:
    """The dossier with every kind of slide on the data of the project."""
    board = resolved("sample", BOARD, library(), language)
    return Dossier(board=board, library=library(), logo=LOGO, base="http://127.0.0.1:8501/")


@cache
def file_of(form: DossierFormat, language: Language = "fr") -> bytes:
    """The dossier as a file, made once."""
    return dossier_file(dossier(language), form, lambda _done: None)


def hostile_dossier() -> Dossier:
    """A dossier whose own words, labels, notes and sources all are hostile."""
    made = resolved(
        "hostile",
        Board(
            cover=Cover(title=HOSTILE, place=HOSTILE[:200]),
            slides=(
                Slide(section=HOSTILE, comment=HOSTILE),
                Slide(view="fdi_rankings/fdi_ranking", title=HOSTILE, reading=HOSTILE, comment=HOSTILE),
                Slide(view="employment_structure/total_jobs", title=HOSTILE),
                Slide(view="fdi_rankings/all_figures", title=HOSTILE),
                Slide(view="nothing/here", title=HOSTILE),
            ),
        ),
        library(),
        "en",
    )
    slides = tuple(replace(one, exhibit=_hostile(one.exhibit)) if one.exhibit else one for one in made.slides)
    return Dossier(board=replace(made, slides=slides), library=library(), base="http://127.0.0.1:8501/")


def _hostile(exhibit: Exhibit) -> Exhibit:
    return replace(
        exhibit,
        title=HOSTILE,
        subtitle=HOSTILE,
        alt=HOSTILE,
        source_line=HOSTILE,
        licence=HOSTILE,
        method=(HOSTILE,),
        warnings=(HOSTILE,),
        category_label=HOSTILE,
        marks=tuple(replace(mark, category=_item(mark), figures=_figures(mark)) for mark in exhibit.marks[:5]),
    )


def _item(mark: Mark) -> Item:
    return Item(mark.category.code, HOSTILE)


def _figures(mark: Mark) -> tuple[Figure | None, ...]:
    return tuple(
        replace(one, reference=replace(one.reference, title=HOSTILE, note=HOSTILE)) if one else None
        for one in mark.figures
    )
