"""Measures the export: `python -m tests.export_measure` prints the figures of docs/measurements.md."""

import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from itertools import cycle
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median

from components.export.counter import Counter
from components.export.order import Order
from components.print.picture_format import PictureFormat
from tests.browser.server import copy_project, serve
from tests.browser.wire import Wire
from tests.orders import order
from tests.sample_data import ROOT, library

_RUNS, _CHANGES = 5, 20
_FILTER = "departement_measure"
_ALL = ("--all", "--format", "svg,pdf,png", "--lang", "fr,en", "--preset", "column")


def seconds(run: Callable[[], object]) -> float:
    """How long a call takes."""
    began = time.perf_counter()
    run()
    return time.perf_counter() - began


def report(name: str, unit: str, values: list[float]) -> None:
    """Prints median, smallest and largest of some values."""
    spread = f"{min(values):.2f} to {max(values):.2f}"
    sys.stdout.write(f"{name}, {unit}: median {median(values):.2f} ({spread}, n {len(values)})\n")


def every_order(form: PictureFormat) -> list[Order]:
    """An order for each view of the catalogue."""
    declared = library().catalogue.declarations
    return [order(f"{name}/{view.id}", form) for name, one in declared.items() for view in one.views]


def first_picture() -> None:
    """One picture by a process that has to be started for it."""
    counter = Counter()
    counter.file(order())
    counter.close()


def first_of_process() -> float:
    """How long the first picture of a process takes that has loaded its modules: reading the data, starting to draw."""
    program = (
        "import time; from components.export.workshop import Workshop; from tests.orders import order;"
        "from tests.sample_data import SHIPPED; wanted = order(); began = time.perf_counter();"
        "Workshop(SHIPPED).deliver(wanted); print(time.perf_counter() - began)"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True, capture_output=True, text=True)
    return float(done.stdout)


def export(*arguments: str) -> None:
    """Runs the command line."""
    with tempfile.TemporaryDirectory() as place:
        command = [sys.executable, "-m", "components.export", *arguments, "--out", place]
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def filter_changes(wire: Wire) -> list[float]:
    """How long the server takes for each of some filter changes, in milliseconds."""
    options = cycle(wire.options(_FILTER))
    return [1000 * wire.choose(_FILTER, next(options)) for _ in range(_CHANGES)]


def keep_busy(counter: Counter, stop: threading.Event) -> None:
    """Orders one picture after the other until it is told to stop."""
    for wanted in cycle(every_order(PictureFormat.PNG)):
        if stop.is_set():
            return
        counter.file(wanted)


def main() -> None:
    """Prints every figure with its unit and spread."""
    report("first picture of a process", "s", [first_of_process() for _ in range(_RUNS)])
    report(
        "first picture, process started for it", "s", [seconds(lambda: Counter().file(order())) for _ in range(_RUNS)]
    )
    counter = Counter()
    counter.file(order())
    for form in PictureFormat:
        times = [seconds(partial(counter.file, wanted)) for wanted in every_order(form)]
        report(f"one {form.upper()}, warm, every view of the catalogue", "s", times)
    report("all views, both languages, three formats", "s", [seconds(lambda: export(*_ALL))])
    report("its largest process", "MB", [getrusage(RUSAGE_CHILDREN).ru_maxrss * 1024 / 1e6])
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        site = stack.enter_context(serve(copy_project(Path(folder) / "project")))
        wire = stack.enter_context(Wire(site, "lang=fr"))
        wire.open("employment")
        for option in wire.options(_FILTER):
            wire.choose(_FILTER, option)
        report("filter change, nobody exports", "ms", filter_changes(wire))
        stop = threading.Event()
        busy = threading.Thread(target=keep_busy, args=(counter, stop))
        busy.start()
        report("filter change while pictures are made", "ms", filter_changes(wire))
        stop.set()
        busy.join()
    counter.close()


if __name__ == "__main__":
    main()
