"""From the name of a view and some choices to what can be ordered: choices that were left open are settled."""

from components.export.order import Subject
from components.export.refusal import impossible_choice
from loaders.labels import Labels
from loaders.language import Language, wording
from loaders.library import Library
from loaders.selection import choices


def settled_subject(library: Library, name: str, chosen: tuple[tuple[str, str], ...], language: Language) -> Subject:
    """The exhibit of a declared view, `dataset/view`; choices that nobody made are the first that lead to a figure.

    Raises:
        RefusedError: a choice that the view does not offer, or that leads to no figure.
    """
    words = wording(language)
    dataset, _, view_id = name.partition("/")
    declaration = library.catalogue.declarations[dataset]
    view = next(one for one in declaration.views if one.id == view_id)
    for choice, code in chosen:
        if choice not in view.choose:
            raise impossible_choice(name, choice, code, (), words)
    labels = Labels(declaration, library.catalogue, words)
    made = choices((view,), library.observations(dataset), dict(chosen), labels)
    for one in made:
        if one.refused is not None:
            raise impossible_choice(name, one.name, one.refused, (option.code for option in one.options), words)
    settled = tuple((one.name, one.chosen.code) for one in made)
    return Subject(dataset=dataset, view=view, chosen=settled, language=language)
