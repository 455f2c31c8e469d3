"""What an exhibit is about stands out in the picture and in the words, and colour goes on to mean Île-de-France."""

from dataclasses import replace

import pytest

from components.charts import draw
from components.palette import Theme, palette
from components.print.drawing import plot_of
from components.print.plot import Space
from components.print.scene import Text
from components.print.sheet import Preset, preset_sheet
from components.print.typeface import Face
from loaders.language import wording
from loaders.sentences import with_words
from tests.sample_exhibits import funding_ranking, institution_ranking


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_ranking_points_at_what_it_is_about_and_its_colours_stay(theme: Theme) -> None:
    before = draw(funding_ranking(), palette(theme))

    after = draw(replace(funding_ranking(), focus="CH"), palette(theme))

    labels = after.layout.yaxis.ticktext
    assert [label for label in labels if label not in before.layout.yaxis.ticktext] == ["<b>→ Suisse</b>"]
    assert [shape.fillcolor for shape in after.layout.shapes] == [shape.fillcolor for shape in before.layout.shapes]
    assert "<b>3\u202f800</b>" in str(after)
    assert "<b>3\u202f800</b>" not in str(before)


def test_a_gap_is_pointed_at_too() -> None:
    figure = draw(replace(funding_ranking(), focus="NL"), palette("light"))

    assert "<b>→ Pays-Bas</b>" in figure.layout.yaxis.ticktext


def test_ranks_are_pointed_at_as_well() -> None:
    about = institution_ranking().marks[-1].category

    figure = draw(replace(institution_ranking(), focus=about.code), palette("light"))

    assert sum("→" in label for label in figure.layout.yaxis.ticktext) == 1


def test_paper_points_at_it_as_the_screen_does() -> None:
    space = Space(
        width=400,
        height=None,
        tallest=600,
        type=preset_sheet(Preset.TWO_COLUMNS).type,
        palette=palette("light"),
        words=wording("fr"),
    )

    plot = plot_of(replace(funding_ranking(), focus="CH"), space)

    bold = {one.text for one in plot.shapes if isinstance(one, Text) and one.face is Face.BOLD}
    assert bold == {"→ Suisse", "3\u202f800"}


@pytest.mark.parametrize(
    ("focus", "reading"),
    [
        ("CH", "Lecture : Suisse, montants levés : 3 800 M€, 3e des 4 valeurs connues."),
        ("NL", "Lecture : Pays-Bas, montants levés : non imprimé."),
    ],
)
def test_the_reading_sentence_is_about_it(focus: str, reading: str) -> None:
    made = with_words(replace(funding_ranking(), focus=focus), wording("fr"))

    assert " ".join(made.reading.split()) == reading
