"""Duties of a period brought to what is wanted: more, less, or owed again."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlmodel import Session

from bot.actions.periods.wanting import Key, Wanted
from storage import duties
from storage.duties import DutyKind, Owed

There = Mapping[Key, Owed]
Row = Mapping[str, Any]
"""A duty to be made, as `duties.owe_many` takes it."""


class Due(NamedTuple):
    """What differs: rows to be made, numbers of duties owed again, and of those taken back."""

    new: Sequence[Row]
    back: Sequence[int]
    gone: Sequence[int]

    @property
    def many(self) -> int:
        return len(self.new) + len(self.back) + len(self.gone)


def there(session: Session, period_id: int, kinds: Collection[DutyKind]) -> There:
    """Every duty of these kinds in a period, open or not, by what it is known by."""
    return {
        Key(row.kind, row.owner_id, row.about_id, row.object_id): row
        for row in duties.of_period(session, period_id, kinds)
    }


def compare(period_id: int, there: There, wanted: Wanted) -> Due:
    """What is to be done so that what is wanted is there. What is done stays done."""
    return Due(
        [
            {"period_id": period_id, **key._asdict(), **span._asdict()}
            for key, span in wanted.items()
            if key not in there
        ],
        [row.id for key, row in there.items() if row.cancelled and not row.done and key in wanted],
        [
            row.id
            for key, row in there.items()
            if not row.done and not row.cancelled and key not in wanted
        ],
    )


def bring(session: Session, due: Due, now: datetime, room: int) -> Due:
    """Make, reopen and take back at most `room` duties; what is left of it."""
    new, left = due.new[:room], due.new[room:]
    room -= len(new)
    back, gone = due.back[:room], due.gone[: max(room - len(due.back), 0)]
    duties.owe_many(session, new)
    if back:
        duties.reopen(session, back)
    if gone:
        duties.cancel(session, gone, now)
    return Due(left, due.back[len(back) :], due.gone[len(gone) :])
