"""Files that are whole at every moment: a reader sees the old content or the new one."""

from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Writes a file in one step; a file that already has this content is left untouched.

    Raises:
        OSError: the file cannot be written; nothing of it is left.
    """
    if path.exists() and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f"{path.name}.unfinished")
    try:
        unfinished.write_bytes(content)
        unfinished.replace(path)
    except OSError:
        unfinished.unlink(missing_ok=True)
        raise
