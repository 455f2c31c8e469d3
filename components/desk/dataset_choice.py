"""Which dataset the desk is about: the one that the analyst chose, or the one that was published last."""

from components import address
from components.filters import show_filters, wanted_codes
from loaders.exhibit import Item
from loaders.language import Wording
from loaders.library import Library
from loaders.selection import choice_of

_GROUP, _NAME = "desk", "dataset"


def choose_dataset(read: Library, words: Wording) -> str:
    """Lets choose a dataset of the catalogue, and gives its id."""
    options = tuple(Item(name, words.of(one.title)) for name, one in read.catalogue.declarations.items())
    choice = choice_of(_NAME, words.say("Dataset"), options, wanted_codes((_NAME,), _GROUP))
    show_filters((choice,), _GROUP, words)
    return choice.chosen.code


def open_dataset(dataset: str) -> None:
    """Makes a dataset the one that the desk shows from the next run on."""
    address.keep(f"{_GROUP}_{_NAME}", dataset)
