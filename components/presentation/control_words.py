"""The words of the controls of a presentation."""

from dataclasses import dataclass

from loaders.language import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyHelp:
    """Keys, and what they do."""

    keys: str
    does: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlWords:
    """Every word that the script shows, in one language."""

    previous: str
    next: str
    overview: str
    filters: str
    table: str
    link: str
    presenter: str
    black: str
    full_screen: str
    help: str
    leave: str
    close: str
    controls: str
    progress: str
    black_screen: str
    go_to: str
    current_slide: str
    next_slide: str
    last_slide: str
    comment: str
    no_comment: str
    time: str
    elapsed: str
    restart: str
    here_only: str
    keys: tuple[KeyHelp, ...]


def control_words(words: Wording) -> ControlWords:
    """The words in a language."""
    return ControlWords(
        previous=words.say("Previous slide"),
        next=words.say("Next slide"),
        overview=words.say("All slides"),
        filters=words.say("Filters"),
        table=words.say("Table"),
        link=words.say("Link"),
        presenter=words.say("Presenter’s view"),
        black=words.say("Black screen"),
        full_screen=words.say("Full screen"),
        help=words.say("Keys"),
        leave=words.say("Leave"),
        close=words.say("Close"),
        controls=words.say("Controls of the presentation"),
        progress=words.say("Progress"),
        black_screen=words.say("The screen is black. Any key or a click shows the slide again."),
        go_to=words.say("Go to slide"),
        current_slide=words.say("On the screen"),
        next_slide=words.say("Next"),
        last_slide=words.say("This is the last slide."),
        comment=words.say("Comment"),
        no_comment=words.say("No comment on this slide."),
        time=words.say("Time"),
        elapsed=words.say("Elapsed"),
        restart=words.say("Restart the clock"),
        here_only=words.say("The observatory runs on this machine only: other devices cannot open this link."),
        keys=_keys(words),
    )


def _keys(words: Wording) -> tuple[KeyHelp, ...]:
    said = (
        ("→ ↓ Page Down", words.say("Next slide; a slide that is longer than the screen moves first (↓)")),
        ("← ↑ Page Up", words.say("Previous slide")),
        (words.say("Space"), words.say("Next slide; with Shift, the previous one")),
        ("Home", words.say("First slide")),
        ("End", words.say("Last slide")),
        (words.say("Number, then Enter"), words.say("The slide with this number")),
        ("O", words.say("All slides")),
        ("Q", words.say("Filters of the figure, and back to the dossier’s view")),
        ("T", words.say("The figures of the slide as a table")),
        ("L", words.say("Link and QR code of the slide")),
        ("B", words.say("Black screen")),
        ("P", words.say("Presenter’s view in a second window")),
        ("F", words.say("Full screen")),
        ("Escape", words.say("Close what is open; leave the full screen")),
        ("?", words.say("This list")),
    )
    return tuple(KeyHelp(keys=keys, does=does) for keys, does in said)
