"""Forums for a calendar of one's own, alone or a whole series."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.actions.forums import access
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules.forums import Answer, Meeting
from bot.texts import words
from storage import series
from storage.forums import CANCELLED, Forum


@dataclass(frozen=True, slots=True)
class InviteFile:
    """What a calendar needs: `sequence` grows with every change, `stamp` is when it changed."""

    id: int
    meeting: Meeting
    uid: str
    sequence: int
    stamp: datetime
    cancelled: bool
    guest: tuple[int, str, Answer] | None
    series: bool


@dataclass(frozen=True, slots=True)
class Occurrences:
    """A series as it stands; `id` is the one from which I came."""

    id: int
    rhythm: str
    first: datetime
    now: datetime
    files: Sequence[InviteFile]


def calendar_file(session: Session, me: Me, forum_id: int) -> InviteFile:
    """The event for my own calendar."""
    forum, invitation, host, sex = access.opened(session, me, forum_id)
    answer = invitation.answer if invitation else None
    return _file(me, forum, words.addressed(host, sex), answer)


def occurrences(session: Session, me: Me, forum_id: int) -> Occurrences:
    """All of the series of a forum that I host or am invited to, in my zone. Raises Refused."""
    forum, _, host, sex = access.opened(session, me, forum_id)
    if forum.series_id is None:
        raise Refused(words.not_available(), "no_series")
    name = words.addressed(host, sex)
    mine = series.mine(session, forum.series_id, me.employee_id)
    first = access.meeting(mine[0][0], name).start
    files = [_file(me, one, name, answer) for one, answer in mine]
    return Occurrences(forum_id, forum.rhythm, first, me.now, files)


def order_of(session: Session, forum: Forum) -> tuple[int, int] | None:
    """`(2, 6)`: the second of six, in the order of time."""
    if forum.series_id is None:
        return None
    numbers = [one.id for one in series.occurrences(session, forum.series_id)]
    return numbers.index(forum.id) + 1, len(numbers)


def _file(me: Me, forum: Forum, host: str, answer: str | None) -> InviteFile:
    """A forum as the event that it is to me; `answer` None: I am its host."""
    return InviteFile(
        id=forum.id or 0,
        meeting=access.meeting(forum, host),
        uid=forum.uid,
        sequence=forum.sequence,
        stamp=forum.changed_at or forum.created_at,
        cancelled=forum.state == CANCELLED,
        guest=(me.employee_id, me.name, Answer(answer)) if answer else None,
        series=forum.series_id is not None,
    )
