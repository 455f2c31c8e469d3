"""What is said of a link to an exhibit that there is not."""

from loaders.catalogue import Catalogue
from loaders.declaration import Declaration
from loaders.language import Wording
from loaders.notice import Notice


def unknown_dataset(asked: str, catalogue: Catalogue, words: Wording) -> Notice:
    """The notice for a link whose dataset nobody declared."""
    return _notice(
        words.say("The link asks for a dataset that there is not."),
        asked,
        tuple(catalogue.declarations),
        words.say("Correct the address, or take the link of the picture anew."),
        words,
    )


def unknown_view(asked: str, declaration: Declaration, words: Wording) -> Notice:
    """The notice for a link whose view its dataset does not have."""
    known = tuple(f"{declaration.id}/{one.id}" for one in declaration.views)
    return _notice(
        words.say("The link asks for a picture that the dataset does not have."),
        asked,
        known,
        words.say(
            "Correct the address. A picture of the explorer or of a portrait has no page of its own:"
            " look at the dataset."
        ),
        words,
    )


def _notice(what: str, asked: str, known: tuple[str, ...], remedy: str, words: Wording) -> Notice:
    return Notice(
        what=what,
        where=words.say("the part “view={asked}” of the address", asked=asked),
        expected=words.say("One of {known}.", known=", ".join(known)),
        remedy=remedy,
    )
