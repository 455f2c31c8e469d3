"""The check of a figure: what a reader has to tell apart on the sheet as it is drawn, whoever looks at it.

Shapes of figures, by their surface or their outline, and their grounds need a contrast of 3:1, texts under 18 points
and what is under them 4.5:1. Neighbours that touch need 3:1 between them, or a line between them with 3:1 to both; or
both have their value or name written on or beside them. Such neighbours are not told apart by colour alone, so they are
no finding; `told_by_text` lists them. All of it is asked under each vision.
"""

from collections.abc import Callable
from dataclasses import dataclass

from components.print.encounters import Encounter, Rules, encounters
from components.print.scene import Scene
from components.print.vision import VISION_NAMES, Vision, contrast_for
from loaders.exhibit import Exhibit
from loaders.language import Wording, mark
from loaders.number import number_text

_SENTENCES = {
    Rules.SHAPE: mark("{vision}: “{first}” has a contrast of {ratio} with its ground; {needed} is needed."),
    Rules.TEXT: mark("{vision}: the text “{first}” has a contrast of {ratio} with its ground; {needed} is needed."),
    Rules.NEIGHBOURS: mark(
        "{vision}: “{first}” and “{second}” touch with a contrast of {ratio}; {needed} is needed, or a line between."
    ),
}
_ON_SHAPE = mark("{vision}: the text “{first}” has a contrast of {ratio} with “{second}”; {needed} is needed.")


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckFinding:
    """Colours that cannot be told apart well enough under a vision.

    Attributes:
        rule: what is asked.
        vision: who cannot tell them apart.
        first: the mark or the text concerned.
        second: the other mark; empty for the ground.
        ratio: the contrast that there is, from 1 to 21.
        needed: the contrast that is asked for.
    """

    rule: Rules
    vision: Vision
    first: str
    second: str
    ratio: float
    needed: float


def checked(scene: Scene, exhibit: Exhibit) -> tuple[CheckFinding, ...]:
    """What is wrong with the drawing of an exhibit, the worst of each kind for each two marks; none is a pass."""
    found = _found(scene, exhibit, lambda encounter: not encounter.is_written)
    worst: dict[tuple[Rules, Vision, str, str], CheckFinding] = {}
    for one in sorted(found, key=lambda finding: finding.ratio):
        worst.setdefault((one.rule, one.vision, one.first, one.second), one)
    return tuple(sorted(worst.values(), key=lambda one: (list(Vision).index(one.vision), one.rule, one.ratio)))


def told_by_text(scene: Scene, exhibit: Exhibit) -> tuple[tuple[str, str], ...]:
    """Neighbours that some reader tells apart by what is written on or beside them, and not by their colours."""
    found = _found(scene, exhibit, lambda encounter: encounter.is_written)
    return tuple(sorted({(finding.first, finding.second) for finding in found}))


def finding_text(finding: CheckFinding, words: Wording) -> str:
    """A finding as a sentence."""
    is_on_shape = finding.rule is Rules.TEXT and finding.second
    return words.say(
        _ON_SHAPE if is_on_shape else _SENTENCES[finding.rule],
        vision=words.say(VISION_NAMES[finding.vision]),
        first=finding.first,
        second=finding.second,
        # Rounded down: what does not reach 3 is not printed as 3.
        ratio=number_text(int(finding.ratio * 100) / 100, words),
        needed=number_text(finding.needed, words),
    )


def _found(scene: Scene, exhibit: Exhibit, wanted: Callable[[Encounter], bool]) -> list[CheckFinding]:
    met = [encounter for encounter in encounters(scene, exhibit) if wanted(encounter)]
    findings = []
    for vision in Vision:
        for one in met:
            ratio = _ratio(one, vision)
            if ratio < one.needed:
                findings.append(
                    CheckFinding(
                        rule=one.rule,
                        vision=vision,
                        first=one.first,
                        second=one.second,
                        ratio=ratio,
                        needed=one.needed,
                    )
                )
    return findings


def _ratio(encounter: Encounter, vision: Vision) -> float:
    """The contrast of the best of the ways to tell apart, each being as good as its worst pair."""
    return max(min(contrast_for(one, two, vision) for one, two in way) for way in encounter.ways)
