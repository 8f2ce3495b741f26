"""Hadir and Tidak hadir: seats, the waiting list, and who moves up."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from bot.actions.forums import access
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules.forums import Answer, settle
from bot.screens import Went, place
from bot.texts import forums as texts
from bot.texts import words
from storage import audit, forums, invitations, outbox
from storage.forums import Entered
from storage.invitations import Invitation
from storage.outbox import Kind


def answer(session: Session, me: Me, forum_id: int, wish: str, sequence: int = -1) -> Went:
    """Say whether I come (`coming` or `declined`), until the forum starts. Raises Refused.

    On a card that shows another time or place (an older `sequence`) nothing is answered.

    The forum's row is locked first, so that answers of many people at once fall one by one.
    """
    entered = forums.enter(session, forum_id, before=me.now)
    forum, row = access.invited(session, me, "forums.answer", forum_id)
    if entered is None:
        raise Refused(texts.too_late_to_answer(), "started")
    if sequence not in (-1, entered.sequence):
        return Went(place("forums.card", forum_id), words.changed_since())
    before, wants = Answer(row.answer), wish == Answer.COMING
    free = (
        wants and before in (Answer.NONE, Answer.DECLINED) and forums.take_seat(session, forum_id)
    )
    given = settle(before, wants, free)
    _note(session, row, given, entered, me.now)
    if before is Answer.COMING and given is Answer.DECLINED:
        forums.free_seat(session, forum_id)
        promote(session, forum_id, entered.sequence, me.now)
    audit.record(
        session, me.now, me.employee_id, "forums.answer", f"forum/{forum_id}",
        {"answer": given.value, "before": before.value, "sequence": forum.sequence},
    )  # fmt: skip
    return Went(place("forums.card", forum_id), texts.answered(given))


def promote(session: Session, forum_id: int, sequence: int, now: datetime) -> None:
    """Give free seats to those who wait, in their order; each is told. The row is locked."""
    while (row := invitations.first_waiting(session, forum_id)) is not None:
        if not forums.take_seat(session, forum_id):
            return
        # whoever waited for the old time is still to confirm the new one
        invitations.answer(session, row, invitations.SEATED, now, row.answered_for, row.queue)
        outbox.put(
            session,
            f"forum/{forum_id}/promoted/{row.queue}/{row.employee_id}",
            Kind.DECISION,
            "forums.promoted",
            now,
            to=row.employee_id,
            facts={"forum": forum_id, "sequence": sequence},
            opens=place("forums.card", forum_id),
        )
        audit.record(
            session,
            now,
            None,
            "forums.promote",
            f"forum/{forum_id}",
            {"employee": row.employee_id},
        )


def _note(
    session: Session, row: Invitation, given: Answer, entered: Entered, now: datetime
) -> None:
    joins = given is Answer.WAITING and row.answer != invitations.QUEUED
    queue = entered.queue if joins else row.queue
    invitations.answer(session, row, given.value, now, entered.sequence, queue)
