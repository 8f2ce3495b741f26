"""The record of a forum as those who take part read it, on the phone and on paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.actions.forums import access, cards
from bot.actions.forums.recording import Line, lines_of
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules import forum_records as rules
from bot.rules.forums import Meeting
from bot.texts import words
from bot.texts.forums import records as texts
from storage import employees, units
from storage import forum_records as records
from storage.forum_records import RecordEdition
from storage.forums import OPEN

EDITIONS_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Edition:
    """One that was published, by whom and when, in my zone; `reason` of a correction."""

    number: int
    by: str
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Record:
    """A page of an edition; `shown` None while nothing was published."""

    id: int
    meeting: Meeting
    hosting: bool
    writing: bool
    note_taker: str
    newest: int
    shown: Edition | None
    lines: Sequence[Line]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Printed:
    """All of one edition, for paper."""

    id: int
    meeting: Meeting
    office: str
    edition: Edition
    note_taker: str
    attended: int
    lines: Sequence[Line]


def record(session: Session, me: Me, forum_id: int, page: int = 0, edition: int = 0) -> Record:
    """What was published of a forum that I host or am invited to; `edition` 0: the newest."""
    found = access.opened(session, me, forum_id)
    standing = records.standing(session, forum_id)
    all_of = _editions(session, me, forum_id)
    number = edition if 0 < edition <= standing.edition else standing.edition
    shown = next((one for one in all_of if one.number == number), None)
    rows = records.lines(session, forum_id, number) if shown else ()
    leaves = rules.pages(lines_of(session, rows))
    at = min(max(page, 0), len(leaves) - 1)
    hosting = found.forum.host_id == me.employee_id
    return Record(
        id=forum_id,
        meeting=access.meeting(found.forum, words.addressed(found.host, found.host_sex)),
        hosting=hosting and found.forum.state == OPEN,
        writing=found.forum.state == OPEN
        and (hosting or standing.note_taker_id == me.employee_id),
        note_taker=name_of(session, standing.note_taker_id),
        newest=standing.edition,
        shown=shown,
        lines=leaves[at],
        page=at,
        pages=len(leaves),
    )


def editions(session: Session, me: Me, forum_id: int) -> tuple[int, Meeting, Sequence[Edition]]:
    """The newest editions, to be opened one by one."""
    found = access.opened(session, me, forum_id)
    meeting = access.meeting(found.forum, found.host)
    return forum_id, meeting, _editions(session, me, forum_id)[:EDITIONS_SHOWN]


def printed(session: Session, me: Me, forum_id: int, edition: int = 0) -> Printed:
    """One edition for paper, the newest where none is named. Refused where there is none."""
    found = access.opened(session, me, forum_id)
    all_of = _editions(session, me, forum_id)
    shown = next((one for one in all_of if one.number == edition or not edition), None)
    if shown is None:
        raise Refused(texts.none_yet(), "no_record")
    return Printed(
        forum_id, access.meeting(found.forum, found.host), units.top(session), shown,
        name_of(session, records.standing(session, forum_id).note_taker_id),
        cards.invitations_counted(session, found.forum).attended,
        lines_of(session, records.lines(session, forum_id, shown.number)),
    )  # fmt: skip


def _editions(session: Session, me: Me, forum_id: int) -> list[Edition]:
    rows: Sequence[RecordEdition] = records.editions(session, forum_id)
    people = employees.many(session, sorted({row.published_by for row in rows}))
    return [
        Edition(
            row.edition, people[row.published_by].name, row.published_at.astimezone(me.zone),
            row.reason,
        )
        for row in rows
    ]  # fmt: skip


def name_of(session: Session, employee_id: int | None) -> str:
    """ "" of nobody."""
    person = employees.get(session, employee_id) if employee_id else None
    return person.name if person else ""
