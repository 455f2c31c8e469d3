"""A dossier as it is handed out: what its slides show, with everything that a document needs beside them."""

from collections.abc import Callable
from dataclasses import dataclass

from loaders.boards.changes import BoardChanges
from loaders.boards.occasion import occasion
from loaders.boards.resolved import ResolvedBoard
from loaders.boards.states import state_name
from loaders.finding import Finding
from loaders.language import Wording, wording
from loaders.library import Library
from loaders.notice import Notice, notice

#: Told after each slide: how many are done.
Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Logo:
    """The logo of the cover: the bytes of a PNG, or of an SVG that neither runs nor fetches anything.

    `bitmap` is it as a PNG, for formats that cannot rely on what an SVG holds.
    """

    content: bytes
    bitmap: bytes

    @property
    def mime(self) -> str:
        """The type of its content."""
        return "image/png" if self.content == self.bitmap else "image/svg+xml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """A resolved dossier with the data behind it; `edition` names the frozen edition that it is.

    `base` is the address of the application. `logo_finding` says why the cover is without its logo. `changes` say what
    has changed since an earlier state, where asked for. `altered` says of which frozen editions files were changed.
    `template` is a presentation whose masters and layouts are used.
    """

    board: ResolvedBoard
    library: Library
    logo: Logo | None = None
    logo_finding: Finding | None = None
    altered: tuple[Finding, ...] = ()
    edition: str | None = None
    base: str = ""
    changes: BoardChanges | None = None
    template: bytes | None = None

    @property
    def words(self) -> Wording:
        """The words of its language."""
        return wording(self.board.language)

    @property
    def stem(self) -> str:
        """The name of its files without the ending: dossier, edition, language."""
        return "-".join(filter(None, (self.board.name, self.edition, self.board.language)))

    @property
    def edition_name(self) -> str:
        """How people name the frozen edition, empty for a dossier as it is today."""
        return state_name(self.edition, self.words) if self.edition else ""

    @property
    def title(self) -> str:
        """What stands on the cover."""
        return self.board.cover.title

    @property
    def when_and_where(self) -> str:
        """Date and place of the meeting as a line ("26 November 2026, Paris"), empty where neither is known."""
        return occasion(self.board.cover, self.board.language)

    @property
    def logo_trouble(self) -> Notice | None:
        """Why the cover is without its logo, in the language of the dossier."""
        return notice(self.logo_finding, self.words) if self.logo_finding else None

    @property
    def versions(self) -> tuple[tuple[str, str], ...]:
        """Each dataset that is shown with its data version, in order of the slides."""
        shown = (slide.exhibit for slide in self.board.slides if slide.exhibit)
        return tuple(dict.fromkeys((one.dataset, one.data_version) for one in shown))
