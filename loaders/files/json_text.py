"""JSON as our files hold it."""

import json

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]


def json_bytes(content: Json) -> bytes:
    """Readable JSON in UTF-8, keys in the order given."""
    return (json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode("utf-8", "replace")
