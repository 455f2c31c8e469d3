"""Commands on editions: the history of a dataset, and the way back to an earlier edition."""

from dataclasses import asdict, replace
from datetime import UTC, datetime

from loaders.catalogue import Catalogue
from loaders.commands.answer import Answer, MisusedError
from loaders.editions.edition import Edition, Statement, Unchanged, UnknownEditionError
from loaders.editions.history import editions, find
from loaders.editions.publishing import restore
from loaders.language import Wording


def history(dataset: str, catalogue: Catalogue, words: Wording) -> Answer:
    """Every edition of a dataset, oldest first; the last one is in force."""
    catalogue.declaration(dataset)
    known = editions(catalogue.folder, dataset)
    return Answer(
        lines=tuple(edition_line(one, words) for one in known),
        content=[asdict(one) for one in known],
    )


def rollback(dataset: str, number: int, statement: Statement, catalogue: Catalogue, words: Wording) -> Answer:
    """Makes an earlier edition the one in force, as a new edition.

    Raises:
        MisusedError: the dataset has no such edition.
    """
    catalogue.declaration(dataset)
    try:
        earlier = find(editions(catalogue.folder, dataset), dataset, number)
        said = replace(statement, label=earlier.label)
        done = restore(catalogue.folder, dataset, number, said, datetime.now(UTC))
    except UnknownEditionError as error:
        raise MisusedError(str(error)) from error
    if isinstance(done, Unchanged):
        text = words.say("Edition {number} is in force already; nothing was done.", number=done.edition.number)
    else:
        text = words.say("Edition {number} brings edition {earlier} back.", number=done.edition.number, earlier=number)
    return Answer(lines=(text,), content=asdict(done.edition))


def edition_line(one: Edition, words: Wording) -> str:
    """An edition in one line: number, version, when, by whom, label, comment."""
    who = one.author or words.say("not published by anyone")
    back = words.say("brings back {number}", number=one.restored_from) if one.restored_from is not None else ""
    told = " · ".join(filter(None, (one.label, one.comment, back)))
    return f"{one.number:>4}  {one.version}  {one.published_at}  {who}  {told}".rstrip()
