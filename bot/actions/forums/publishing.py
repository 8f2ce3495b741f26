"""Publishing the record of a forum, and correcting it: every edition stays."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session

from bot.actions.forums import access, owing, recording
from bot.actions.forums.recording import lines_of
from bot.actions.forums.records import name_of
from bot.actions.forums.typed import tidy
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules.forum_records import LineKind
from bot.rules.forums import REASON_LIMIT, Meeting
from bot.screens import Place, Went, place
from bot.texts import words
from bot.texts.forums import records as texts
from bot.texts.forums.recording import not_complete, nothing_changed
from storage import audit, forums, outbox, remindables
from storage import forum_records as records
from storage.agreement import mark
from storage.columns import vault_of
from storage.forum_records import words_of
from storage.forums import OPEN
from storage.outbox import Kind, Owed

CHUNK = 500


@dataclass(frozen=True, slots=True)
class Sure:
    """A record about to be published: so many lines, `steps` of them owed; `seen` marks it."""

    id: int
    meeting: Meeting
    lines: int
    steps: int
    seen: str


def sure(session: Session, me: Me, forum_id: int, seen: str = "") -> Sure:
    """The question before the first edition is published. Raises Refused."""
    forum, standing = recording.mine(session, me, forum_id)
    rows = records.lines(session, forum_id, standing.edition + 1)
    steps = sum(row.kind == LineKind.ACTION for row in rows)
    return Sure(forum_id, access.meeting(forum, me.name), len(rows), steps, seen)


def publish(session: Session, me: Me, forum_id: int, seen: str = "") -> Went | Place:
    """Publish the record that was `seen`; a correction is asked for its reason. Raises Refused."""
    _, standing = recording.mine(session, me, forum_id)
    draft = standing.edition + 1
    if not recording.changes(session, forum_id, draft, records.lines(session, forum_id, draft)):
        raise Refused(nothing_changed(), "unchanged")
    if standing.edition:
        return place("forums.record_reason", forum_id, seen)
    return _publish(session, me, forum_id, seen, "")


def reason(session: Session, me: Me, forum_id: int, seen: str = "") -> tuple[Meeting, int, str]:
    """What was corrected, and why?"""
    forum, _ = recording.mine(session, me, forum_id)
    return access.meeting(forum, me.name), forum_id, seen


def say_reason(session: Session, me: Me, forum_id: int, seen: str, text: str) -> Went | Place:
    """Publish the corrected record with its reason. Raises Refused."""
    recording.mine(session, me, forum_id)
    return _publish(session, me, forum_id, seen, tidy(text, REASON_LIMIT))


def _publish(session: Session, me: Me, forum_id: int, seen: str, why: str) -> Went:
    draft = records.hold(session, forum_id).edition + 1
    rows = records.lines(session, forum_id, draft)
    if seen and seen != recording.seen(rows):
        return Went(place("forums.record_draft", forum_id, 0), words.changed_since())
    lines = lines_of(session, rows)
    if not lines or not all(one.complete for one in lines):
        raise Refused(not_complete(), "incomplete")
    if not recording.changes(session, forum_id, draft, rows):
        raise Refused(nothing_changed(), "unchanged")
    if draft > 1 and not why:
        return Went(place("forums.record_reason", forum_id, seen))
    if not records.publish(session, forum_id, draft, me.employee_id, me.now, why):
        return Went(place("forums.record", forum_id, 0), words.changed_since())
    owing.settle(session, me, forum_id, draft, rows)
    said = mark(vault_of(session), *words_of(rows), why)
    about, facts = f"forum_record/{forum_id}/{draft}", {"lines": len(rows), "said": said}
    audit.record(session, me.now, me.employee_id, "forums.publish", about, facts)
    _tell(session, me, forum_id, draft)
    return Went(place("forums.record", forum_id, 0), texts.published(draft))


def _tell(session: Session, me: Me, forum_id: int, edition: int) -> None:
    opens = place("forums.record", forum_id, 0)
    facts = {"forum": forum_id, "edition": edition}
    people = [one for one in remindables.people(session, forum_id) if one != me.employee_id]
    letters = [
        Owed(f"forum/{forum_id}/record/{edition}/{one}", one, facts, opens) for one in people
    ]
    for at in range(0, len(letters), CHUNK):
        outbox.put_many(
            session, Kind.REMINDER, "forums.recorded", me.now, letters[at : at + CHUNK]
        )


def told(
    session: Session, what: str, forum_id: int, employee_id: int, edition: int = 0
) -> Meeting | None:
    """What a letter is about, while it still is so."""
    forum = forums.get(session, forum_id)
    standing = records.standing(session, forum_id)
    if forum is None or forum.state != OPEN:
        return None
    if what == "note_taker" and standing.note_taker_id != employee_id:
        return None
    if what == "recorded" and standing.edition != edition:
        return None
    return access.meeting(forum, name_of(session, forum.host_id))
