"""Writing the record of a forum: a line a message, kept at once, by its host or the note-taker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.actions import rights
from bot.actions.forums import access
from bot.actions.forums.typed import tidy
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules import forum_records as rules
from bot.rules import forums as forum_rules
from bot.rules.forum_records import LineKind
from bot.rules.forums import Meeting
from bot.rules.stamps import stamp
from bot.screens import Place, place
from bot.texts import words
from bot.texts.forums import recording
from bot.texts.forums import records as texts
from storage import employees, forums
from storage import forum_records as records
from storage.forum_records import RecordLine, Standing
from storage.forums import Forum


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a record; `owner` and `due` are of a step, empty while nobody was named."""

    id: int
    number: int
    kind: LineKind
    text: str
    owner: str
    due: date | None

    @property
    def complete(self) -> bool:
        return self.kind is not LineKind.ACTION or bool(self.owner and self.due)


@dataclass(frozen=True, slots=True)
class Draft:
    """A page of what will be published next; `seen` marks all of it."""

    id: int
    meeting: Meeting
    edition: int
    lines: Sequence[Line]
    page: int
    pages: int
    total: int
    incomplete: int
    changed: bool
    seen: str


def lines_of(session: Session, rows: Sequence[RecordLine]) -> list[Line]:
    """Rows in words, numbered from 1; one query for all names."""
    people = employees.many(session, sorted({row.owner_id for row in rows if row.owner_id}))
    return [
        Line(
            row.id or 0, at, LineKind(row.kind), row.text,
            people[row.owner_id].name if row.owner_id in people else "", row.due_on,
        )
        for at, row in enumerate(rows, 1)
    ]  # fmt: skip


def draft(session: Session, me: Me, forum_id: int, page: int = 0) -> Draft:
    """What I have written so far, and what may be added."""
    forum, standing = mine(session, me, forum_id)
    rows = records.lines(session, forum_id, standing.edition + 1)
    lines = lines_of(session, rows)
    leaves = rules.pages(lines)
    at = min(max(page, 0), len(leaves) - 1)
    return Draft(
        forum_id, access.meeting(forum, me.name), standing.edition, leaves[at], at, len(leaves),
        len(lines), sum(not one.complete for one in lines),
        changes(session, forum_id, standing.edition + 1, rows), seen(rows),
    )  # fmt: skip


def seen(rows: Sequence[RecordLine]) -> str:
    """The mark of a draft as it is shown."""
    said = [(row.id, row.kind, row.text, row.owner_id, str(row.due_on)) for row in rows]
    return stamp(*said)


def changes(session: Session, forum_id: int, draft: int, rows: Sequence[RecordLine]) -> bool:
    """Whether lines were added or taken out since the newest edition."""
    new = any(row.since == draft for row in rows)
    return new or bool(records.struck(session, forum_id, draft))


def say(session: Session, me: Me, forum_id: int, kind: str, text: str) -> Place:
    """Keep a line; of a step it is asked next who does it. Raises Refused."""
    mine(session, me, forum_id)
    said = tidy(text, rules.LINE_LIMIT)
    standing = records.hold(session, forum_id)
    there = len(records.lines(session, forum_id, standing.edition + 1))
    if there >= rules.MOST_LINES:
        raise Refused(recording.enough_lines(rules.MOST_LINES), "enough")
    number = records.write(
        session,
        RecordLine(
            forum_id=forum_id, kind=LineKind(kind), text=said, position=0,
            since=standing.edition + 1, written_by=me.employee_id, written_at=me.now,
        ),
    )  # fmt: skip
    if kind == LineKind.ACTION:
        return place("forums.record_owner", number, 0)
    return place("forums.record_draft", forum_id, rules.MOST_LINES)


def asked_for(session: Session, me: Me, forum_id: int, kind: str) -> tuple[Meeting, int, str]:
    """A line of this kind is about to be typed."""
    forum, _ = mine(session, me, forum_id)
    return access.meeting(forum, me.name), forum_id, LineKind(kind).value


def mine(session: Session, me: Me, forum_id: int) -> tuple[Forum, Standing]:
    """A forum whose record I write, from the time its doors open. Raises Refused."""
    forum = forums.get(session, forum_id)
    standing = records.standing(session, forum_id)
    if forum is None:
        raise Refused(words.not_available(), "missing")
    writes = me.employee_id in (forum.host_id, standing.note_taker_id)
    about = me.employee_id if writes else None
    rights.demand(session, me, "forums.record", about=about, state=forum.state)
    assert forum.starts_at is not None
    opens = forum.starts_at - forum_rules.DOORS_OPEN
    if me.now < opens:
        raise Refused(texts.record_opens(opens.astimezone(me.zone)), "early")
    return forum, standing
