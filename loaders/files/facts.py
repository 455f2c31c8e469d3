"""What every file says of itself in words: from where, under which terms, in which version."""

from collections.abc import Iterator

from loaders.files.content import Content
from loaders.language import Wording
from loaders.provenance import Provenance


def facts_of(content: Content, provenance: Provenance, words: Wording) -> Iterator[tuple[str, str]]:
    """Name and text of each fact, in the order in which a reader should see them; none is empty."""
    yield words.say("Source"), content.source
    yield words.say("Licence"), f"{content.licence} {content.licence_url or ''}".strip()
    yield words.say("Dataset"), content.dataset
    if content.view:
        yield words.say("View"), content.view
    for name, item in content.selection:
        yield name, item.label
    yield words.say("Coverage"), content.coverage
    yield words.say("Data version"), content.data_version
    yield words.say("Edition"), _edition(content.edition, words)
    yield words.say("Link"), provenance.link


def _edition(edition: int | None, words: Wording) -> str:
    return (
        words.say("as built with the observatory, never published as an edition") if edition is None else str(edition)
    )
