"""Who writes the record of a forum beside its host."""

from __future__ import annotations

from sqlmodel import Session

from bot.actions.forums import access, participants
from bot.actions.forums.participants import Choosing
from bot.actions.forums.records import name_of
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.screens import Place, Went, place
from bot.texts import words
from bot.texts.forums import records as texts
from storage import audit, outbox
from storage import forum_records as records
from storage.forums import OPEN
from storage.outbox import Kind


def note_takers(session: Session, me: Me, forum_id: int, page: int = 0, *only: int) -> Choosing:
    """Who shall write it? A page of everybody invited."""
    forum = access.hosted(session, me, "forums.host", forum_id)
    return participants.page(
        session, forum, forum_id, page, only, without=[me.employee_id],
        text=name_of(session, records.standing(session, forum_id).note_taker_id),
    )  # fmt: skip


def find_note_taker(session: Session, me: Me, forum_id: int, text: str) -> Place:
    """Part of a name is typed. Raises Refused."""
    forum = access.hosted(session, me, "forums.host", forum_id)
    found = participants.find(session, forum, text)
    return place("forums.note_taker", forum_id, 0, *found)


def name_note_taker(session: Session, me: Me, forum_id: int, employee_id: int) -> Went:
    """Let this person write the record, or (0) nobody but me; who is named is told."""
    forum = access.hosted(session, me, "forums.host", forum_id)
    if forum.state != OPEN:
        raise Refused(words.not_available(), "cancelled")
    if employee_id:
        participants.demand(session, forum, employee_id)
    if records.standing(session, forum_id).note_taker_id != (employee_id or None):
        records.name_note_taker(session, forum_id, employee_id or None)
        about = f"forum/{forum_id}"
        facts = {"employee": employee_id}
        audit.record(session, me.now, me.employee_id, "forums.note_taker", about, facts)
        if employee_id and employee_id != me.employee_id:
            outbox.put(
                session, f"{about}/note_taker/{employee_id}/{int(me.now.timestamp())}",
                Kind.DECISION, "forums.note_taker", me.now, to=employee_id,
                facts={"forum": forum_id}, opens=place("forums.record", forum_id, 0),
            )  # fmt: skip
    return Went(place("forums.record", forum_id, 0), texts.note_taker_named(bool(employee_id)))
