"""What a file would change: counts, coverage, the rows themselves, and the pictures before and after."""

import streamlit as st

from components import store
from components.charts import config
from components.data_table import show_table
from components.exhibit_card import theme
from components.plain_text import plain
from loaders.commands.difference_text import coverage_lines, revision_text, row_text
from loaders.contract import with_optional_columns
from loaders.declaration import Declaration
from loaders.editions.difference import Difference, difference
from loaders.exhibit import Exhibit
from loaders.intake.intake import Intake, with_subject
from loaders.labels import Labels
from loaders.language import Wording
from loaders.library import Library, read_library
from loaders.observation import MEASURE, observations
from loaders.reader import Dataset, Reading
from loaders.table import Table
from loaders.view import View, ViewKind

#: Of a large difference, so many rows are shown; the report and the command line have them all.
_FIRST = 200
#: Pictures take the place of a dataset with more observations only after publishing.
_DRAWN_ROWS = 20_000


def show_preview(taken: Intake, words: Wording) -> None:
    """Shows the difference between a file and what is published, in figures and in pictures."""
    if taken.frame is None or taken.dataset is None:
        return
    read = _known(taken)
    declaration = read.catalogue.declaration(taken.dataset)
    labels = Labels(declaration, read.catalogue, words)
    found = difference(taken.published, taken.frame, declaration)
    st.header(plain(words.say("What would change")), anchor=False)
    if found.is_empty:
        st.info(plain(words.say("Nothing changes.")))
        return
    _show_counts(found, words)
    for line in coverage_lines(found, labels):
        st.markdown(plain(line))
    _show_rows(found, labels)
    if taken.frame.height <= _DRAWN_ROWS:
        _show_pictures(taken, declaration, read, words)


def _known(taken: Intake) -> Library:
    """What is published; with a new subject declared, which has nothing yet."""
    read = store.current_library()
    if taken.subject is None:
        return read
    return read_library(
        with_subject(read.catalogue, taken.subject),
        lambda _path, one, _catalogue: read.readings.get(one.id, Reading(dataset=None)),
    )


def _show_counts(found: Difference, words: Wording) -> None:
    counts = found.counts
    with st.grid(4, min_column_width=120):
        st.metric(plain(words.say("Rows added")), str(counts.added))
        st.metric(plain(words.say("Rows removed")), str(counts.removed))
        st.metric(plain(words.say("Rows revised")), str(counts.revised))
        st.metric(plain(words.say("Rows unchanged")), str(counts.unchanged))


def _show_rows(found: Difference, labels: Labels) -> None:
    words = labels.words
    rows = [(words.say("revised"), revision_text(one, labels)) for one in found.revised(_FIRST)]
    rows += [(words.say("added"), row_text(one, labels)) for one in found.added(_FIRST)]
    rows += [(words.say("removed"), row_text(one, labels)) for one in found.removed(_FIRST)]
    show_table(Table(columns=(words.say("Change"), words.say("Figure")), rows=tuple(rows[:_FIRST])), words)
    total = found.counts.added + found.counts.removed + found.counts.revised
    if total > _FIRST:
        st.caption(plain(words.say("The first {shown} of {total} changes.", shown=_FIRST, total=total)))


def _show_pictures(taken: Intake, declaration: Declaration, read: Library, words: Wording) -> None:
    """Each view of the dataset that the file changes, as it is and as it would be."""
    candidate = _with_candidate(taken, declaration, read)
    for view in declaration.views:
        if view.kind in (ViewKind.METRIC, ViewKind.TABLE, ViewKind.COLUMN_MAP):
            continue
        pairs = (
            tuple(store.exhibit(one, declaration.id, view, chosen, words.language) for one in (read, candidate))
            for chosen in _measure_choices(view)
        )
        changed = next(((old, new) for old, new in pairs if new and not (old and old.marks == new.marks)), None)
        if changed is None:
            continue
        before, after = changed
        st.subheader(plain(after.title), anchor=False)
        for place, label, exhibit in zip(
            st.columns(2, gap="large"), (words.say("Before"), words.say("After")), (before, after), strict=True
        ):
            with place:
                st.markdown(f"**{plain(label)}**")
                _show_picture(exhibit, f"{view.id}_{'after' if exhibit is after else 'before'}", words)


def _measure_choices(view: View) -> tuple[dict[str, str], ...]:
    """What a reader can choose to see of a view, measure by measure: different units share no axis."""
    return tuple({MEASURE: name} for name in view.measures) if MEASURE in view.choose else ({},)


def _show_picture(exhibit: Exhibit | None, key: str, words: Wording) -> None:
    if exhibit is None:
        st.caption(plain(words.say("No picture: nothing was published.")))
        return
    st.plotly_chart(
        store.figure(exhibit, theme()),
        theme=None,
        config=config(exhibit),
        key=f"preview_{key}_{exhibit.data_version}_{words.language}",
        alt=exhibit.alt,
    )
    st.caption(plain(words.say("Coverage: {coverage}.", coverage=exhibit.coverage.text)))


def _with_candidate(taken: Intake, declaration: Declaration, read: Library) -> Library:
    """The library as it would be with the file in place."""
    frame = with_optional_columns(taken.frame, declaration) if taken.frame is not None else None
    dimensions = tuple(dimension.id for dimension in declaration.dimensions)
    rows = observations(frame, dimensions) if frame is not None else ()
    dataset = Dataset(declaration=declaration, observations=rows, version="candidate")

    def with_file(_path: object, one: Declaration, _catalogue: object) -> Reading:
        return Reading(dataset=dataset) if one.id == declaration.id else read.readings[one.id]

    return read_library(read.catalogue, with_file)
