"""A zip of anybody's, within bounds: how many members, how much they unpack to, how much of one is held at a time."""

import zipfile
import zlib
from collections.abc import Iterator, Mapping
from copy import copy as shallow_copy
from io import BytesIO

_MAGIC = b"PK\x03\x04"
#: At most so many members, so much in all of them, and so much in one that is read as a whole.
_MEMBERS = 2_000
_UNPACKED = 300_000_000
_HELD = 16_000_000
_PART = 1 << 18
#: What Python unpacks piece by piece; the other methods may give any amount at once.
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)


class UnpackingError(ValueError):
    """A zip is damaged, or larger than what is unpacked; the message says which."""


class TooLargeError(UnpackingError):
    """A zip has more members, or unpacks to more, than is read."""


def is_packed(content: bytes) -> bool:
    """Whether a file is a zip, as workbooks are."""
    return content.startswith(_MAGIC)


class PackedFiles:
    """The members of a zip.

    Raises:
        TooLargeError: it has too many members, or they unpack to too much.
        UnpackingError: it is damaged, encrypted, packed in an unusual way, or has two members of one name.
    """

    def __init__(self, content: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(BytesIO(content))
        except (*_BROKEN, IndexError, KeyError, UnicodeError) as error:
            raise UnpackingError(f"not a zip that can be read: {error}") from error
        members = self._zip.infolist()
        size = sum(one.file_size for one in members)
        if len(members) > _MEMBERS or size > _UNPACKED:
            raise TooLargeError(f"{len(members)} members of {size} bytes; at most {_MEMBERS} of {_UNPACKED}")
        self.names = frozenset(one.filename for one in members)
        if len(self.names) < len(members):
            raise UnpackingError("two members have one name")
        if any(one.compress_type not in _METHODS or one.flag_bits & _ENCRYPTED for one in members):
            raise UnpackingError("encrypted, or packed by another method than deflate")

    def read(self, name: str) -> bytes:
        """A member as a whole.

        Raises:
            TooLargeError: it is larger than what is held at a time.
            UnpackingError: it is damaged.
        """
        if self._zip.getinfo(name).file_size > _HELD:
            raise TooLargeError(f"{name} is larger than {_HELD} bytes")
        return b"".join(self.parts(name))

    def parts(self, name: str) -> Iterator[bytes]:
        """A member piece by piece.

        Raises:
            UnpackingError: it is damaged.
        """
        try:
            with self._zip.open(name) as member:
                while part := member.read(_PART):
                    yield part
        except _BROKEN as error:
            raise UnpackingError(f"{name} cannot be unpacked: {error}") from error

    def with_members(self, changed: Mapping[str, bytes]) -> bytes:
        """The zip with other contents of some members, everything else as it was; the same input gives the same bytes.

        Raises:
            UnpackingError: a member is damaged.
        """
        written = BytesIO()
        with zipfile.ZipFile(written, "w") as copy:
            copy.comment = self._zip.comment
            for one in self._zip.infolist():
                content = changed[one.filename] if one.filename in changed else b"".join(self.parts(one.filename))
                copy.writestr(shallow_copy(one), content)  # writing changes what it is given
        return written.getvalue()
