"""The process that makes files: orders come in on stdin, one JSON a line; files go out on stdout.

It is a process of its own, so that drawing neither slows down who reads nor stays in the memory of the server.
"""

import sys
from collections.abc import Callable
from typing import BinaryIO

from pydantic import TypeAdapter, ValidationError

from components.export.exchange import Answer, Asked, DossierQuestion, SentNotice
from components.export.refusal import RefusedError, broken_off
from components.export.workshop import Workshop
from components.print.check import checked, finding_text
from loaders.folder import PROJECT_DATA
from loaders.language import wording

Tell = Callable[[int, int], None]
_ASKED: TypeAdapter[Asked] = TypeAdapter(Asked)


def answered(question: Asked, workshop: Workshop, tell: Tell) -> tuple[Answer, bytes]:
    """The answer to a question, and the content that follows it; `tell` is told of the slides of a dossier."""
    words = wording(question.language)
    try:
        if isinstance(question, DossierQuestion):
            return _dossier(question, workshop, tell)
        if question.preview is None:
            delivery = workshop.deliver(question.order)
            return Answer(name=delivery.name, length=len(delivery.content)), delivery.content
        exhibit = workshop.exhibit(question.order.subject)
        picture = workshop.picture(exhibit, question.order.page)
        content = picture.preview(question.preview)
        findings = tuple(finding_text(one, words) for one in checked(picture.scene, exhibit))
        return Answer(length=len(content), findings=findings, left_out=picture.scene.left_out), content
    except RefusedError as error:
        return Answer.refusing(error.notice), b""
    except Exception as error:  # noqa: BLE001 - whatever goes wrong with one order, the next is carried out
        return Answer.refusing(broken_off(type(error).__name__, words).notice), b""


def _dossier(question: DossierQuestion, workshop: Workshop, tell: Tell) -> tuple[Answer, bytes]:
    # Loaded for the first dossier: nobody should wait for it who wants a picture.
    from components.board.delivery import deliver_dossier  # noqa: PLC0415

    made = deliver_dossier(question.dossier, workshop.folder, workshop.library, tell)
    notices = tuple(map(SentNotice.of, made.notices))
    return Answer(name=made.name, length=len(made.content), findings=made.troubles, notices=notices), made.content


def serve(questions: BinaryIO, answers: BinaryIO) -> None:
    """Answers until there is nothing more to answer."""
    workshop = Workshop(PROJECT_DATA)

    def say(answer: Answer, content: bytes = b"") -> None:
        answers.write(answer.model_dump_json().encode() + b"\n" + content)
        answers.flush()

    for line in questions:
        try:
            question = _ASKED.validate_json(line)
        except ValidationError:
            return
        say(*answered(question, workshop, lambda done, count: say(Answer(progress=(done, count)))))


if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer)
