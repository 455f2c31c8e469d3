"""An edition of a dataset, what an analyst says when publishing one, and what publishing comes to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What the analyst says of an edition; `accepted` are the rules of the findings that they confirmed.

    Raises:
        ValueError: the author is not named.
    """

    label: str
    comment: str
    author: str
    accepted: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Hold that someone answers for the edition."""
        if not self.author.strip():
            raise ValueError("an edition needs an author")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One edition of a dataset, as the history holds it.

    `version` is the beginning of the SHA-256 of the file, as the reader gives it. `published_at` is ISO 8601 in UTC.
    `areas` counts the areas that have a value. A file that came into place without being published (number 0, as it was
    built, or a later one that was laid there by hand) has no label and no author, and the time of its file.
    """

    dataset: str
    number: int
    version: str
    label: str
    comment: str
    author: str
    published_at: str
    rows: int
    areas: int
    restored_from: int | None = None
    accepted: tuple[str, ...] = ()

    @property
    def file(self) -> str:
        """The name of the kept file."""
        return f"{self.number:04d}-{self.version}.parquet"

    @property
    def stated(self) -> bool:
        """Whether an analyst published it; otherwise it is what was built or laid there."""
        return bool(self.author)


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """The edition is what readers see from now on; `replaced` is the one before, None for the first of a dataset."""

    edition: Edition
    replaced: Edition | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unchanged:
    """Nothing was done: the published edition has these very bytes."""

    edition: Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class Overtaken:
    """Nothing was done: what is published is not what the analyst compared with.

    `since` are the editions published in between, oldest first; `current` is the version in place, None for no file.
    """

    since: tuple[Edition, ...]
    current: str | None


class UnknownEditionError(LookupError):
    """A dataset has no such edition; `known` are the numbers that it has."""

    def __init__(self, dataset: str, edition: int | str, known: tuple[int, ...]) -> None:
        """Say which were possible."""
        super().__init__(f"{dataset} has no edition {edition}; it has {', '.join(map(str, known)) or 'none'}")
        self.dataset, self.edition, self.known = dataset, edition, known


class DamagedHistoryError(ValueError):
    """A history, or the kept file of an edition, was changed by something other than publishing."""
