"""Who owes which action item: as the record says when it is published or corrected."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlmodel import Session

from bot.actions.me import Me
from bot.rules.forum_records import LineKind
from storage import action_items as items
from storage import duties
from storage import forum_records as records
from storage.action_items import ActionItem
from storage.duties import DutyKind
from storage.forum_records import RecordLine


def settle(
    session: Session, me: Me, forum_id: int, edition: int, rows: Sequence[RecordLine]
) -> None:
    """Bring the steps of a forum to what its record now says."""
    kept = {row.item_id for row in rows if row.item_id and row.kind == LineKind.ACTION}
    for gone in records.struck(session, forum_id, edition):
        number = gone.item_id
        if number and number not in kept and items.change(session, number, cancelled_at=me.now):
            settled(session, number, me.now, cancelled=True)
    for row in rows:
        if row.kind == LineKind.ACTION and row.since == edition:
            _bring(session, me, row)


def _bring(session: Session, me: Me, row: RecordLine) -> None:
    assert row.owner_id is not None
    assert row.due_on is not None
    before = items.get(session, row.item_id) if row.item_id else None
    if before is None:
        number = items.make(
            session,
            ActionItem(
                forum_id=row.forum_id, text=row.text, owner_id=row.owner_id, due_on=row.due_on,
                made_at=me.now,
            ),
        )  # fmt: skip
        records.change(session, row.id or 0, item_id=number)
        owe(session, number, row.owner_id, me.today, row.due_on)
        return
    number = before.id or 0
    values = {"text": row.text, "owner_id": row.owner_id, "due_on": row.due_on}
    if items.change(session, number, **values, asked_id=None, told_at=None):
        settled(session, number, me.now, cancelled=True)
        owe(session, number, row.owner_id, me.today, row.due_on)


def owe(session: Session, item_id: int, owner_id: int, today: date, due: date) -> None:
    duties.owe_anew(
        session, DutyKind.ACTION_ITEM, owner_id, today, due, about_id=0, object_id=item_id
    )


def settled(session: Session, item_id: int, now: datetime, *, cancelled: bool = False) -> None:
    """Nobody owes it any more, nor an answer about it."""
    if cancelled:
        withdraw(session, DutyKind.ACTION_ITEM, item_id, now)
    else:
        duties.done(session, DutyKind.ACTION_ITEM, now, object_id=item_id)
    withdraw(session, DutyKind.TAKE_ITEM, item_id, now)


def withdraw(session: Session, kind: DutyKind, item_id: int, now: datetime) -> None:
    duties.withdraw(session, kind, now, 0, object_id=item_id)
