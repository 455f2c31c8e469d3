"""The last step: what the analyst says of the edition, and publishing it."""

from datetime import UTC, datetime

import streamlit as st

from components.desk import permission
from components.desk.dataset_choice import open_dataset
from components.plain_text import plain
from components.store import current_library
from loaders.editions.edition import DamagedHistoryError, Overtaken, Published, Statement, Unchanged
from loaders.folder import PROJECT_DATA
from loaders.intake.intake import Intake
from loaders.intake.publication import publish_intake
from loaders.language import Wording
from loaders.verdict import Verdict

_SAID = "desk_said"


def show_publication(taken: Intake, verdict: Verdict, words: Wording) -> None:
    """The form that publishes a file, or why it cannot be published; what became of it stays on the page."""
    if taken.frame is None or taken.dataset is None:
        return
    st.header(plain(words.say("Publish")), anchor=False)
    closed = permission.refusal(words)
    if closed:
        st.info(plain(closed), icon=":material/lock:")
        return
    if verdict.blocking:
        st.info(plain(words.say("What blocks has to be put right in the file before it can be published.")))
        return
    with st.form("publication", border=False):
        label = st.text_input(plain(words.say("Label of the edition")), max_chars=80, placeholder="")
        comment = st.text_area(plain(words.say("What is new, and why")), max_chars=500, placeholder="")
        author = st.text_input(plain(words.say("Author")), max_chars=80, placeholder="")
        asked = st.form_submit_button(plain(words.say("Publish this edition")), type="primary")
    if not asked:
        return
    if verdict.undecided:
        st.warning(plain(words.say("Confirm each finding that needs a decision, or correct the file.")))
    elif not label.strip() or not author.strip():
        st.warning(plain(words.say("An edition needs a label and an author.")))
    else:
        accepted = tuple(sorted(rule.value for rule in verdict.decided))
        statement = Statement(label=label.strip(), comment=comment.strip(), author=author.strip(), accepted=accepted)
        _publish(taken, statement, words)


def show_said() -> None:
    """What the last publishing or restoring came to, once."""
    said: tuple[str, bool] | None = st.session_state.pop(_SAID, None)
    if said:
        text, is_good = said
        (st.success if is_good else st.warning)(plain(text))


def say(text: str, *, is_good: bool = True) -> None:
    """Keeps what happened for the next run of the page, which shows it at the top."""
    st.session_state[_SAID] = (text, is_good)


def _publish(taken: Intake, statement: Statement, words: Wording) -> None:
    now = datetime.now(UTC)
    try:
        done = publish_intake(taken, statement, PROJECT_DATA, now)
    except (DamagedHistoryError, OSError) as error:
        st.error(plain(words.say("Nothing was published: {error}", error=error)))
        return
    say(outcome(done, words), is_good=not isinstance(done, Overtaken))
    if taken.dataset:
        open_dataset(taken.dataset)
    st.rerun()


def outcome(done: Published | Unchanged | Overtaken, words: Wording) -> str:
    """What publishing came to, in one sentence."""
    if isinstance(done, Overtaken):
        names = words.listing([f"{one.number} ({one.label}, {one.author})" for one in done.since]) or "?"
        return words.say(
            "Nothing was published: in the meantime, someone published edition {editions}. The difference below is"
            " now against it; look at it again before you publish.",
            editions=names,
        )
    number = done.edition.number
    if isinstance(done, Unchanged):
        return words.say("Edition {number} has these very figures already; nothing was done.", number=number)
    title = words.of(current_library().catalogue.declaration(done.edition.dataset).title)
    return words.say("Published as edition {number} of {dataset}.", number=number, dataset=title)
