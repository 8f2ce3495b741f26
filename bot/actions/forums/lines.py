"""One line of a record that is being written: its words, and of a step who does it until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.actions.dates import read_day
from bot.actions.forums import access, participants
from bot.actions.forums.participants import Choosing
from bot.actions.forums.recording import Line, lines_of, mine
from bot.actions.forums.typed import tidy
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.spans import packed, unpacked
from bot.rules import forum_records as rules
from bot.rules.forums import Meeting
from bot.screens import Place, Went, place
from bot.texts import words
from bot.texts.forums import recording
from bot.texts.forums import records as texts
from storage import action_items as items
from storage import forum_records as records
from storage.forum_records import RecordLine
from storage.forums import Forum


@dataclass(frozen=True, slots=True)
class Single:
    """One line of the draft, alone."""

    forum_id: int
    meeting: Meeting
    line: Line
    today: date


def single(session: Session, me: Me, line_id: int) -> Single:
    """One line, to be changed."""
    row, forum = _line(session, me, line_id)
    rows = records.lines(session, row.forum_id, row.since)
    number = [one.id for one in rows].index(row.id) + 1
    (line,) = lines_of(session, [row])
    shown = Line(line.id, number, line.kind, line.text, line.owner, line.due)
    return Single(row.forum_id, access.meeting(forum, me.name), shown, me.today)


def edit(session: Session, me: Me, line_id: int) -> Went:
    """Take a line up to change it; of a published one a copy enters the draft in its place."""
    row, _ = _held(session, me, line_id, any_edition=True)
    return Went(place("forums.record_line", _in_draft(session, me, row)))


def say_line(session: Session, me: Me, line_id: int, text: str) -> Place:
    """Other words for a line. Raises Refused."""
    said = tidy(text, rules.LINE_LIMIT)
    _held(session, me, line_id)
    records.change(session, line_id, text=said)
    return place("forums.record_line", line_id)


def remove(session: Session, me: Me, line_id: int) -> Went:
    """Take a line out; what was published keeps it."""
    row, _ = _held(session, me, line_id, any_edition=True)
    standing = records.standing(session, row.forum_id)
    records.strike(session, row, standing.edition + 1)
    return Went(place("forums.record_draft", row.forum_id, 0), texts.line_gone())


def owners(session: Session, me: Me, line_id: int, page: int = 0, *only: int) -> Choosing:
    """Who does it? A page of everybody invited."""
    row, forum = _line(session, me, line_id)
    return participants.page(session, forum, line_id, page, only, text=row.text)


def find_owner(session: Session, me: Me, line_id: int, text: str) -> Place:
    """Part of a name is typed. Raises Refused."""
    _, forum = _line(session, me, line_id)
    found = participants.find(session, forum, text)
    return place("forums.record_owner", line_id, 0, *found)


def take_owner(session: Session, me: Me, line_id: int, employee_id: int) -> Place:
    """This person does it; until when is asked next."""
    row, forum = _held(session, me, line_id)
    participants.demand(session, forum, employee_id)
    records.change(session, line_id, owner_id=employee_id)
    if row.due_on is not None:
        return place("forums.record_line", line_id)
    return place("forums.record_due", line_id)


def take_due(session: Session, me: Me, line_id: int, day: int) -> Place:
    """Until this day (`20261201`). Raises Refused."""
    row, _ = _held(session, me, line_id)
    due = unpacked(day)
    if not rules.due_fits(due, me.today):
        raise Refused(recording.due_out_of_reach(), "day")
    records.change(session, line_id, due_on=due)
    return place("forums.record_draft", row.forum_id, rules.MOST_LINES)


def say_due(session: Session, me: Me, line_id: int, text: str) -> Place:
    """The day as it is typed. Raises Refused."""
    _line(session, me, line_id)
    day = read_day(text, me.now)
    if day is None:
        raise Refused(recording.bad_due(), "not_a_day")
    return take_due(session, me, line_id, packed(day))


def _line(
    session: Session, me: Me, line_id: int, *, any_edition: bool = False
) -> tuple[RecordLine, Forum]:
    """A line of the draft; with `any_edition` one that was published, too. Raises Refused."""
    row = records.line(session, line_id)
    if row is None:
        raise Refused(words.not_available(), "missing")
    forum, standing = mine(session, me, row.forum_id)
    if row.until is not None or not (any_edition or row.since == standing.edition + 1):
        raise Refused(words.changed_since(), "published")
    return row, forum


def _held(
    session: Session, me: Me, line_id: int, *, any_edition: bool = False
) -> tuple[RecordLine, Forum]:
    """The same, while nobody can publish."""
    row, _ = _line(session, me, line_id, any_edition=any_edition)
    records.hold(session, row.forum_id)
    return _line(session, me, line_id, any_edition=any_edition)


def _in_draft(session: Session, me: Me, row: RecordLine) -> int:
    draft = records.standing(session, row.forum_id).edition + 1
    if row.since == draft:
        return row.id or 0
    item = items.get(session, row.item_id) if row.item_id else None
    copy = RecordLine(
        forum_id=row.forum_id, kind=row.kind, text=row.text,
        owner_id=item.owner_id if item else row.owner_id,
        due_on=row.due_on, position=row.position, since=draft, item_id=row.item_id,
        written_by=me.employee_id, written_at=me.now,
    )  # fmt: skip
    records.strike(session, row, draft)
    return records.write(session, copy)
