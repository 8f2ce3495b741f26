"""Duties of a period brought to what is wanted: more, less, or owed again."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlmodel import Session

from bot.actions.periods.wanting import Key, Wanted
from storage import duties
from storage.duties import DutyKind, Owed

There = Mapping[Key, Owed]


def there(session: Session, period_id: int, kinds: Collection[DutyKind]) -> There:
    """Every duty of these kinds in a period, open or not, by what it is known by."""
    return {
        Key(row.kind, row.owner_id, row.about_id, row.object_id): row
        for row in duties.of_period(session, period_id, kinds)
    }


def bring(
    session: Session, period_id: int, there: There, wanted: Wanted, now: datetime, room: int
) -> int:
    """Make, reopen and take back at most `room` duties; how many. What is done stays done."""
    new = [key for key in wanted if key not in there][:room]
    back = [
        row.id for key, row in there.items() if key in wanted and row.cancelled and not row.done
    ][: room - len(new)]
    gone = [
        row.id
        for key, row in there.items()
        if key not in wanted and not row.done and not row.cancelled
    ][: room - len(new) - len(back)]
    duties.owe_many(
        session,
        [{"period_id": period_id, **key._asdict(), **wanted[key]._asdict()} for key in new],
    )
    if back:
        duties.reopen(session, back)
    if gone:
        duties.cancel(session, gone, now)
    return len(new) + len(back) + len(gone)
