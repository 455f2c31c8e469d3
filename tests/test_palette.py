"""The colours hold for readers: thin marks and text stand out from the paper."""

import pytest

from components.palette import READABLE, Palette, contrast, palette

both_themes = pytest.mark.parametrize("colours", [palette("light"), palette("dark")], ids=["light", "dark"])


@both_themes
def test_thin_marks_and_text_stand_out_from_the_paper(colours: Palette) -> None:
    thin = (*colours.series, colours.accent, colours.national, colours.quiet, colours.gap)

    assert all(contrast(colour, colours.paper) >= 3 for colour in thin)
    assert all(contrast(colour, colours.paper) >= READABLE for colour in (colours.ink, colours.muted))
    assert all(
        contrast(colours.text_on(fill), fill) >= READABLE for fill in (colours.ramp(step / 10) for step in range(11))
    )
