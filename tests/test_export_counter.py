"""The counter: files made in a process of its own, a short queue, refusals in four parts, and life after a crash."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from components.export.counter import LONGEST_QUEUE, Counter
from components.export.order import Order
from components.export.page_sizes import page_of
from components.export.refusal import RefusedError
from components.export.workshop import Workshop
from components.print.picture_format import PictureFormat
from loaders.files.formats import FileFormat
from tests.orders import order
from tests.sample_data import SHIPPED


@pytest.fixture(scope="module")
def counter() -> Iterator[Counter]:
    """A counter that is closed afterwards."""
    one = Counter()
    yield one
    one.close()


@pytest.mark.parametrize("form", [PictureFormat.SVG, PictureFormat.PNG, FileFormat.XLSX])
def test_a_file_is_the_one_that_the_workshop_makes(counter: Counter, form: PictureFormat | FileFormat) -> None:
    wanted = order(form=form)

    finished, delivered = counter.file(wanted), Workshop(SHIPPED).deliver(wanted)

    assert (finished.name, finished.content) == (delivered.name, delivered.content)


def test_a_preview_is_a_picture_with_what_the_check_finds(counter: Counter) -> None:
    preview = counter.preview(order(), 96.0)

    assert preview.content.startswith(b"\x89PNG")
    assert (preview.findings, preview.left_out) == ((), 0)


def test_a_refusal_reaches_who_ordered(counter: Counter) -> None:
    with pytest.raises(RefusedError) as refused:
        counter.file(order(page=page_of(None, "60x20mm", tone="light", titled=True)))

    assert "illisible" in refused.value.notice.what


def test_orders_from_many_threads_all_get_their_own_file(counter: Counter) -> None:
    wanted = [order(form=form) for form in (*PictureFormat, FileFormat.CSV)] * 2

    with ThreadPoolExecutor(len(wanted)) as pool:
        names = [finished.name.rpartition(".")[2] for finished in pool.map(counter.file, wanted)]

    assert names == ["svg", "pdf", "png", "csv"] * 2


def test_the_next_order_is_carried_out_after_the_process_has_died() -> None:
    counter = Counter()
    first = counter.file(order())
    assert counter.process is not None
    counter.process.kill()
    counter.process.wait()

    assert counter.file(order()) == first
    counter.close()


def test_a_process_that_dies_over_an_order_is_a_refusal_and_not_the_end() -> None:
    counter = Counter(command=("/bin/false",))

    with pytest.raises(RefusedError) as refused:
        counter.file(order())

    assert refused.value.notice.remedy.startswith("Réessayez")


def test_more_orders_than_the_queue_holds_are_refused_at_once(counter: Counter) -> None:
    def attempt(wanted: Order) -> bool:
        try:
            counter.file(wanted)
        except RefusedError:
            return False
        return True

    many = [order(form=PictureFormat.PNG)] * (LONGEST_QUEUE * 3)
    with ThreadPoolExecutor(len(many)) as pool:
        done = list(pool.map(attempt, many))

    assert done.count(True) >= LONGEST_QUEUE
    assert done.count(False) > 0
