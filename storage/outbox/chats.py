"""Letters to chats instead of people: a group moves, is left, or is to be forgotten."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import exists
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, or_, select

from storage.outbox.delivery import change
from storage.outbox.letter import Kind, Letter, State


def move_chat(session: Session, old: int, new: int) -> None:
    """A group became a supergroup: everything still owed to it follows."""
    owed = col(Letter.state).in_((State.WAITING, State.LEASED, State.SENDING))
    change(session, col(Letter.chat_id) == old, owed, chat_id=new)


def leave_chat(session: Session, old: int, new: int) -> None:
    """A group is to be written to no more: what waits for it goes to another, with 0 to none.

    An edit of a message there has no other place to go to. What the other is told already it is
    not told twice.
    """
    if old == new:
        return
    unsent = col(Letter.state).in_((State.WAITING, State.LEASED))
    waiting = (col(Letter.chat_id) == old, unsent)
    edits = or_(col(Letter.kind) == Kind.CARD, col(Letter.message_id).is_not(None))
    twin: Any = aliased(Letter)
    same = (twin.template == Letter.template, twin.facts == Letter.facts, twin.chat_id == new)
    told = exists().where(*same, twin.state.not_in((State.FAILED, State.EXPIRED, State.DROPPED)))
    change(session, *waiting, or_(edits, told), state=State.DROPPED, fault="group left")
    if new:
        change(session, *waiting, chat_id=new, state=State.WAITING)
    else:
        change(session, *waiting, state=State.FAILED, fault="group left")


def posted(session: Session, keys: Collection[str]) -> Sequence[Letter]:
    """Those of these letters that stand in a group or channel."""
    found = select(Letter).where(
        col(Letter.key).in_(keys),
        Letter.state == State.SENT,
        col(Letter.chat_id).is_not(None),
        col(Letter.message_id).is_not(None),
    )
    return session.exec(found.execution_options(populate_existing=True)).all()


def forget_chats(session: Session, template: str) -> int:
    """Of letters of a template that are on no way any more, forget whom they went to."""
    over = col(Letter.state).not_in((State.WAITING, State.LEASED, State.SENDING))
    sent = (col(Letter.template) == template, col(Letter.chat_id).is_not(None))
    return change(session, *sent, over, chat_id=None)
