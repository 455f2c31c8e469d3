"""Archives without the moment at which they were written: the same content gives the same bytes."""

import re
from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

#: The date that every archive and every workbook bears.
EPOCH = datetime(2000, 1, 1)  # noqa: DTZ001 - neither of them knows a time zone
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")


def archive(files: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip archive of files by name, in their order."""
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as made:
        for name, content in files:
            entry = ZipInfo(name, date_time=EPOCH.timetuple()[:6])
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            made.writestr(entry, content)
    return written.getvalue()


def timeless_workbook(content: bytes) -> bytes:
    """The same workbook without the moment at which it was written."""
    with ZipFile(BytesIO(content)) as old:
        parts = [(name, _MODIFIED.sub(rb"\g<1>2000-01-01T00:00:00Z\g<2>", old.read(name))) for name in old.namelist()]
    return archive(parts)
