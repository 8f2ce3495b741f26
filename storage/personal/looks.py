"""Who opened what about whom, on which day: one row, however often they look."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import NamedTuple
from weakref import WeakKeyDictionary

from sqlalchemy import UniqueConstraint, and_, func, or_
from sqlalchemy import select as select_columns
from sqlmodel import Field, Session, SQLModel, col

from storage.columns import moment
from storage.upsert import insert_new, insert_new_many

MOST_KNOWN = 50_000
EVERYBODY = 0


class LookedAt(SQLModel, table=True):
    """`about_id` 0: a list of everybody in unit `unit_id` and below it (0: of the agency).

    There are no foreign keys: noting waits for no other row, and outlives the people.
    """

    __table_args__ = (UniqueConstraint("about_id", "day", "viewer_id", "what", "unit_id"),)

    id: int | None = Field(default=None, primary_key=True)
    about_id: int
    day: date
    viewer_id: int
    what: str
    unit_id: int = 0
    first_at: datetime = moment()


class Seen(NamedTuple):
    """A day on which somebody looked."""

    viewer_id: int
    what: str
    day: date


Known = set[tuple[int, int, str]]
# What this process found written down already: a row is never taken away on its own day.
_KNOWN: WeakKeyDictionary[object, tuple[date, Known]] = WeakKeyDictionary()


def note(
    session: Session, viewer_id: int, about_id: int, what: str, day: date, now: datetime
) -> None:
    """Write down that somebody looked: at most one statement, none from the third look on.

    It counts as known only when it was found there, because a first one may be rolled back.
    """
    known = _known(session, day)
    key = (viewer_id, about_id, what)
    if key in known or key in session.info.setdefault("looked", set()):
        return
    session.info["looked"].add(key)
    row = {"about_id": about_id, "day": day, "viewer_id": viewer_id, "what": what}
    if not insert_new(session, LookedAt, {**row, "unit_id": 0, "first_at": now}):
        known.add(key)


def note_all(
    session: Session, viewer_id: int, about: Collection[int], what: str, day: date, now: datetime
) -> None:
    """The same of everybody on a page of a list: at most one statement for all of them."""
    known, begun = _known(session, day), session.info.setdefault("looked", set())
    keys = [(viewer_id, one, what) for one in dict.fromkeys(about)]
    fresh = [key for key in keys if key not in known and key not in begun]
    if not fresh:
        return
    begun.update(fresh)
    rows = [
        {
            "about_id": one, "day": day, "viewer_id": viewer_id, "what": what, "unit_id": 0,
            "first_at": now,
        }
        for _, one, _ in fresh
    ]  # fmt: skip
    if not insert_new_many(session, LookedAt, rows):
        known.update(fresh)


def note_export(
    session: Session, viewer_id: int, what: str, units: Sequence[int], day: date, now: datetime
) -> None:
    """A list of everybody in these units was taken out; 0 among them is the whole agency."""
    for unit_id in [EVERYBODY] if EVERYBODY in units else units:
        row = {"about_id": EVERYBODY, "day": day, "viewer_id": viewer_id, "what": what}
        insert_new(session, LookedAt, {**row, "unit_id": unit_id, "first_at": now})


def _known(session: Session, day: date) -> Known:
    engine = session.get_bind().engine
    kept = _KNOWN.get(engine)
    if kept is None or kept[0] != day or len(kept[1]) > MOST_KNOWN:
        kept = _KNOWN[engine] = (day, set())
    return kept[1]


def looks(
    session: Session, about_id: int, units: Sequence[int], offset: int, limit: int
) -> tuple[int, Sequence[Seen]]:
    """How often others looked at a person, and a page of it, newest first.

    `units` are the person's own and all above, for what was taken out as a list.
    """
    listed = and_(
        col(LookedAt.about_id) == EVERYBODY, col(LookedAt.unit_id).in_([EVERYBODY, *units])
    )
    mine = or_(col(LookedAt.about_id) == about_id, listed)
    found = select_columns(col(LookedAt.viewer_id), col(LookedAt.what), col(LookedAt.day))
    found = found.where(mine, col(LookedAt.viewer_id) != about_id).distinct()
    run = session.connection().execute
    total = int(run(select_columns(func.count()).select_from(found.subquery())).scalar_one())
    newest = (col(LookedAt.day).desc(), col(LookedAt.viewer_id), col(LookedAt.what))
    rows = run(found.order_by(*newest).offset(offset).limit(limit))
    return total, [Seen(*row) for row in rows]
