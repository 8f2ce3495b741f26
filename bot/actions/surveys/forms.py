"""What a chat has filled in so far: one sealed row, gone when it is sent or a day after."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from sqlmodel import Session

from bot.actions.guest import Guest
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.rights import demand
from bot.actions.surveys.collecting import Ticket
from bot.actions.surveys.rules import chat_of
from bot.rules.surveys.elements import ELEMENTS, Element
from bot.texts import words
from bot.texts.surveys import asking as texts
from storage import surveys
from storage.surveys import SurveyDraft
from storage.surveys.places import Desk


@dataclass(frozen=True, slots=True)
class Form:
    """`wish`: to be told when what is written about has changed."""

    number: int
    desk: Desk
    ticket: Ticket | None
    marks: Mapping[Element, int] = field(default_factory=dict)
    comment: str = ""
    wish: bool = False
    typing: bool = False

    @property
    def is_whole(self) -> bool:
        return len(self.marks) == len(ELEMENTS)

    @property
    def next_at(self) -> int:
        """The place of the first question without an answer, or behind the last."""
        open_ones = (at for at, one in enumerate(ELEMENTS) if one not in self.marks)
        return next(open_ones, len(ELEMENTS))


def mine(session: Session, who: Me | Guest, number: int) -> Form:
    """The form of this chat under that number. Raises Refused when it is gone or another's."""
    demand(session, who, "surveys.answer", about=who.employee_id)
    form = waiting(session, who)
    if form is None or form.number != number:
        told = texts.gone() if isinstance(who, Guest) else words.not_available()
        raise Refused(told, "no_form")
    return form


def waiting(session: Session, who: Me | Guest) -> Form | None:
    """What this chat has begun."""
    row = surveys.drafts.of_chat(session, chat_of(session, who))
    desk = surveys.places.desk(session, row.counter_id) if row else None
    if row is None or desk is None:
        return None
    ticket = None if row.batch_id is None else Ticket(row.batch_id, row.number or 0)
    said = json.loads(row.said)
    marks = {Element(key): mark for key, mark in said["marks"].items()}
    return Form(row.id or 0, desk, ticket, marks, said["comment"], said["wish"], row.typing)


def is_typing(session: Session, who: Me | Guest) -> int:
    """The number of the form whose comment this chat was asked for; 0 for none."""
    row = surveys.drafts.of_chat(session, chat_of(session, who))
    return row.id or 0 if row is not None and row.typing else 0


def begin(session: Session, who: Me | Guest, desk: Desk, ticket: Ticket | None) -> int:
    row = SurveyDraft(
        mark=chat_of(session, who), counter_id=desk.counter.id or 0,
        said=_said(Form(0, desk, None)),
        batch_id=ticket.batch_id if ticket else None, number=ticket.number if ticket else None,
        touched_at=who.now,
    )  # fmt: skip
    return surveys.drafts.begin(session, row)


def listen(session: Session, who: Me | Guest, form: Form, *, typing: bool) -> None:
    """Whether what this chat types next is the comment; an account remembers that itself."""
    if isinstance(who, Guest) and form.typing is not typing:
        surveys.drafts.change(session, form.number, {"typing": typing})


def keep(session: Session, who: Me | Guest, form: Form) -> None:
    values = {
        "said": _said(form), "typing": False, "touched_at": who.now,
        "batch_id": form.ticket.batch_id if form.ticket else None,
        "number": form.ticket.number if form.ticket else None,
    }  # fmt: skip
    surveys.drafts.change(session, form.number, values)


def without_ticket(form: Form) -> Form:
    return replace(form, ticket=None)


def _said(form: Form) -> str:
    marks = {one.value: mark for one, mark in form.marks.items()}
    return json.dumps({"marks": marks, "comment": form.comment, "wish": form.wish})
