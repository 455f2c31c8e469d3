"""How far long work has come: one callable that whoever shows it passes down, and whoever works calls."""

from collections.abc import Callable
from enum import StrEnum

from loaders.language import mark


class Stage(StrEnum):
    """What is being done with a file, in this order."""

    READING = "reading"
    MAPPING = "mapping"
    CONVERTING = "converting"
    JUDGING = "judging"


STAGES = {
    Stage.READING: mark("Reading the file"),
    Stage.MAPPING: mark("Telling what the columns hold"),
    Stage.CONVERTING: mark("Turning the rows into observations"),
    Stage.JUDGING: mark("Checking"),
}

#: Called with a stage and the share of it that is done, from 0 to 1; a stage that ends early is never called with 1.
Progress = Callable[[Stage, float], None]


def unseen(_stage: Stage, _share: float) -> None:
    """Progress that nobody looks at."""
