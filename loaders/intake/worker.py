"""The separate process that decodes one file: `python -m loaders.intake.worker`, request on stdin, answer on stdout.

Its memory, processor time and the size of what it writes are limited by the system, so that whatever a file makes a
library do ends here and not in the application.
"""

import resource
import sys
from pathlib import Path

import pyarrow as pa

from loaders.finding import Finding, Rule
from loaders.intake.admission import Form
from loaders.intake.decoding import admitted, decoded_here, decoder, glimpser
from loaders.intake.exchange import Answer, Facts, Request, Wanted
from loaders.intake.limits import Limits
from loaders.intake.raw_table import Glimpse
from loaders.intake.refusal import RefusedError, refused
from loaders.intake.rows_read import Counter


def answer(request: Request) -> Answer:
    """Decodes the file of a request in this process, which is limited from here on."""
    form = admitted(request.path, request.limits)
    if isinstance(form, Finding):
        return Answer(finding=form)
    return _seen(request, form) if request.wanted is Wanted.GLIMPSE else _decoded(request, form)


def _seen(request: Request, form: Form) -> Answer:
    glimpse = glimpser(form)
    if glimpse is None:
        return Answer(glimpse=Glimpse())
    _limit(request.limits)
    try:
        return Answer(glimpse=glimpse(request.path, request.layout, request.limits))
    except RefusedError as error:
        return Answer(finding=error.finding)


def _decoded(request: Request, form: Form) -> Answer:
    decode = decoder(form)
    count = Counter(request.rows_read)
    _limit(request.limits)
    read = decoded_here(decode, request.path, request.layout, request.limits, count)
    if isinstance(read, Finding):
        return Answer(finding=read)
    try:
        _write(read.table, request.cells)
    except MemoryError:
        finding = refused(
            Rule.DECODING_TOO_LARGE, request.path.name, expected=(str(request.limits.memory_bytes),)
        ).finding
        return Answer(finding=finding)
    except OSError:  # the limit on files written, or a full disk
        found, expected = (f">{request.limits.unpacked_bytes}",), (str(request.limits.unpacked_bytes),)
        return Answer(
            finding=refused(Rule.TABLE_UNPACKS_TOO_LARGE, request.path.name, found=found, expected=expected).finding
        )
    facts = Facts(
        content=read.content, layout=read.layout, sheets=read.sheets, first_row=read.first_row, metadata=read.metadata
    )
    return Answer(facts=facts)


def _limit(limits: Limits) -> None:
    """Limits this process; what it has taken so far, most of it reserved and never used, does not count."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    memory = pages * resource.getpagesize() + limits.memory_bytes
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.seconds, limits.seconds + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (limits.unpacked_bytes, limits.unpacked_bytes))


def _write(table: pa.Table, path: Path) -> None:
    whole = table.unify_dictionaries()  # the format has room for one dictionary a column
    with pa.OSFile(str(path), "wb") as file, pa.ipc.new_file(file, whole.schema) as writer:
        writer.write_table(whole)


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    pa.set_cpu_count(1)
    sys.stdout.write(answer(Request.model_validate_json(sys.stdin.buffer.read())).model_dump_json())
