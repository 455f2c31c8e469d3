"""The protocol between browser and server, spoken without a browser: how long the server alone takes for an answer."""

import time
from typing import TYPE_CHECKING, Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from tests.browser.server import Site

if TYPE_CHECKING:
    from streamlit.proto.Selectbox_pb2 import Selectbox

_ANSWER_S = 30
_BEGINS_AGAIN = ForwardMsg.ScriptFinishedStatus.FINISHED_EARLY_FOR_RERUN


class Wire:
    """A session without a browser, with the selectboxes of its page."""

    def __init__(self, site: Site, query: str) -> None:
        """Open a session; `query` goes with every question, as the address does."""
        self._socket: ClientConnection = connect(
            site.address.replace("http", "ws", 1) + "/_stcore/stream",
            subprotocols=[Subprotocol("streamlit")],
            max_size=None,
        )
        self._query = query
        self._page = ""
        self._boxes: dict[str, tuple[Selectbox, str]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._socket.close()

    def open(self, page: str) -> float:
        """Run a page from the beginning, as a browser does that opens its address; the seconds until it is complete."""
        question = self._question()
        question.rerun_script.page_name = page
        return self._ask(question)

    def choose(self, name: str, option: str) -> float:
        """Choose an option of the selectbox whose key contains `name`; the seconds until the last of the answer."""
        box, fragment = next(found for key, found in self._boxes.items() if name in key)
        question = self._question()
        question.rerun_script.fragment_id = fragment
        question.rerun_script.page_script_hash = self._page
        question.rerun_script.widget_states.widgets.add(id=box.id, string_value=option)
        return self._ask(question)

    def options(self, name: str) -> list[str]:
        """The options of the selectbox whose key contains `name`."""
        return next(list(box.options) for key, (box, _) in self._boxes.items() if name in key)

    def _question(self) -> BackMsg:
        question = BackMsg()
        question.rerun_script.query_string = self._query
        question.rerun_script.context_info.locale = "fr-FR"
        question.rerun_script.context_info.color_scheme = "light"
        return question

    def _ask(self, question: BackMsg) -> float:
        began = time.perf_counter()
        self._socket.send(question.SerializeToString())
        while True:
            answer = ForwardMsg()
            answer.ParseFromString(self._socket.recv(timeout=_ANSWER_S, decode=False))
            self._note(answer)
            if answer.WhichOneof("type") == "script_finished" and answer.script_finished != _BEGINS_AGAIN:
                return time.perf_counter() - began

    def _note(self, answer: ForwardMsg) -> None:
        if answer.WhichOneof("type") == "new_session":
            self._page = answer.new_session.page_script_hash
        if answer.WhichOneof("type") == "delta" and answer.delta.new_element.WhichOneof("type") == "selectbox":
            box = answer.delta.new_element.selectbox
            self._boxes[box.id] = (box, answer.delta.fragment_id)
