"""What steers the HTML document: buttons, the overview, the list of keys, the black screen."""

from orjson import dumps

from components.board.dossier import Dossier
from components.board.html_text import element, text
from loaders.language import Wording


def controls_html(dossier: Dossier) -> str:
    """The bar below the slides and what its buttons open; without scripts nobody sees them."""
    words = dossier.words
    buttons = (
        ("previous", words.say("Previous"), ""),
        ("next", words.say("Next"), ""),
        ("overview", words.say("Overview"), "O"),
        ("fullscreen", words.say("Full screen"), "F"),
        ("help", words.say("Keys"), "?"),
    )
    made = "".join(_button(*one) for one in buttons)
    place = element("p", "", class_="place", id="place")
    bar = element("nav", made + place, class_="bar", aria_label=words.say("Slides"))
    progress = element("div", element("div", "", id="done"), class_="progress", aria_hidden="true")
    spoken = element("p", "", id="spoken", class_="spoken", aria_live="polite")
    black = element("div", "", id="black", hidden="", aria_label=words.say("Black screen"))
    tip = element("div", "", id="tip", hidden="", aria_hidden="true")
    return bar + progress + spoken + black + tip + _overview(words) + _keys(words)


def script_words(words: Wording) -> str:
    """The words that the script says, as JSON; `{n}`, `{all}` and `{title}` are filled in there."""
    place = words.say("Slide {n} of {all}: {title}", n="{n}", all="{all}", title="{title}")
    return dumps({"place": place, "black": words.say("Black screen")}).decode()


def _button(name: str, said: str, key: str) -> str:
    shown = text(said) + (" " + element("kbd", text(key)) if key else "")
    return element("button", shown, type="button", id=f"to-{name}")


def _overview(words: Wording) -> str:
    close = element("button", text(words.say("Close")), type="button", class_="close")
    heading = element("h2", text(words.say("Overview")), id="overview-title")
    grid = element("div", "", class_="grid")
    return element("dialog", heading + close + grid, id="overview", aria_labelledby="overview-title")


def _keys(words: Wording) -> str:
    keys = (
        ("→ ↓ PageDown", words.say("Next slide (the space bar too)")),
        ("← ↑ PageUp", words.say("Previous slide")),
        ("Home, End", words.say("First and last slide")),
        ("1–9 + Enter", words.say("The slide of that number")),
        ("O", words.say("Overview")),
        ("B", words.say("Black screen")),
        ("F", words.say("Full screen")),
        ("Esc", words.say("Back to the slide")),
    )
    rows = "".join(element("dt", element("kbd", text(key))) + element("dd", text(said)) for key, said in keys)
    close = element("button", text(words.say("Close")), type="button", class_="close")
    heading = element("h2", text(words.say("Keys")), id="keys-title")
    return element("dialog", heading + close + element("dl", rows), id="keys", aria_labelledby="keys-title")
