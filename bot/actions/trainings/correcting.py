"""Asking that a noted result be put right: by whoever may note results, never of one's own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.actions.corrections.people import deciders
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.trainings.applying import sentence
from bot.actions.trainings.attending import Participant, participant
from bot.actions.trainings.corrected import after_of, hands_of, is_noted, outcome_of
from bot.actions.trainings.letters import tell
from bot.rules.stamps import stamp, still
from bot.rules.trainings.correcting import (
    CORRECTABLE,
    DRAFT_LASTS,
    Outcome,
    with_minutes,
    with_score,
    with_state,
)
from bot.rules.trainings.course import SCORES, State
from bot.rules.trainings.hours import read
from bot.screens import Place, Went, place
from bot.texts import words
from bot.texts.trainings import correcting as texts
from bot.texts.trainings import ruling
from storage import agreement, audit, duties, rounds
from storage.columns import vault_of
from storage.duties import DutyKind
from storage.trainings import corrections
from storage.trainings.corrections import TrainingCorrection

DAYS = 7
NONE = "-"
ROUND = "trainings.drop_drafts"


@dataclass(frozen=True, slots=True)
class Correcting:
    """What stands on record, and what I am about to ask; `row` None before the first word."""

    at: Participant
    row: TrainingCorrection | None
    before: Outcome
    after: Outcome
    reason: str
    seen: str

    @property
    def ready(self) -> bool:
        return self.before != self.after and bool(self.reason)


def correcting(session: Session, me: Me, request_id: int) -> Correcting:
    """A result before whoever wants it put right."""
    at = participant(session, me, request_id)
    if at.row.employee_id == me.employee_id or not is_noted(at.row):
        raise Refused(words.not_available(), "not_correctable")
    if corrections.waiting_for(session, request_id) is not None:
        raise Refused(texts.waits_already(), "waits_already")
    before = outcome_of(session, at.row)
    row = corrections.draft_of(session, request_id, me.employee_id)
    after, reason = (after_of(row), row.reason) if row else (before, "")
    return Correcting(at, row, before, after, reason, stamp(_parts(before, after), reason))


def put_state(session: Session, me: Me, request_id: int, result: str) -> Place:
    """Another result in the place of the one noted."""
    now = correcting(session, me, request_id)
    if result not in set(CORRECTABLE):
        raise Refused(words.not_available(), "no_result")
    minutes = now.before.minutes or now.at.course.minutes
    return _keep(session, me, now, with_state(now.after, State(result), minutes))


def write(session: Session, me: Me, request_id: int, text: str) -> Place:
    """A number is the score, an amount of JP the hours, everything else the reason."""
    now, said = correcting(session, me, request_id), text.strip()
    if said.isdecimal() or said == NONE:
        if said != NONE and int(said) not in SCORES:
            raise Refused(texts.score_wanted(), "score_wanted")
        scored = with_score(now.after, None if said == NONE else int(said))
        if scored is None:
            raise Refused(texts.no_score(), "no_score")
        return _keep(session, me, now, scored)
    if minutes := read(said):
        counted = with_minutes(now.after, minutes)
        if counted is None:
            raise Refused(texts.no_hours(), "no_hours")
        return _keep(session, me, now, counted)
    return _keep(session, me, now, now.after, sentence(text))


def _keep(session: Session, me: Me, now: Correcting, after: Outcome, reason: str = "") -> Place:
    """Keep the draft with what stood on record when it was written."""
    row, before = now.at.row, now.before
    corrections.put_draft(
        session, row.id or 0, me.employee_id,
        {
            "was_result": before.state, "was_score": before.score, "was_minutes": before.minutes,
            "was_by": row.ended_by, "was_at": row.ended_at, "result": after.state,
            "score": after.score, "minutes": after.minutes, "reason": reason or now.reason,
            "written_at": me.now,
        },
    )  # fmt: skip
    return place("trainings.correcting", row.id or 0)


def ask(session: Session, me: Me, request_id: int, seen: str = "") -> Went:
    """Hand what I have `seen` to a second person; those who may decide are told."""
    now = correcting(session, me, request_id)
    row, here = now.at.row, place("trainings.correcting", request_id)
    if not still(seen, _parts(now.before, now.after), now.reason):
        return Went(here, words.changed_since())
    if now.row is None or not now.ready:
        raise Refused(texts.incomplete(), "incomplete")
    _keep(session, me, now, now.after)
    hands = hands_of(session, row, now.before, now.after)
    second = deciders(session, row.employee_id, hands, me.employee_id, me.today)
    if not second:
        raise Refused(ruling.nobody_else(), "no_decider")
    number = now.row.id or 0
    if not corrections.hand_over(session, number, me.now):
        raise Refused(texts.waits_already(), "waits_already")
    _record_asking(session, me, now)
    for person in second:
        duties.owe(
            session, DutyKind.CONFIRM_TRAINING, person, me.today, me.today + timedelta(DAYS),
            about_id=row.employee_id, object_id=number,
        )  # fmt: skip
        tell(session, "correction_asked", number, person, me.now, opens="trainings.correction")
    return Went(place("trainings.participant", request_id), texts.asked())


def drop_drafts(session: Session, now: datetime) -> None:
    """What was begun and left for two weeks goes, once a day."""
    if rounds.first_today(session, ROUND, now.date()):
        corrections.drop_drafts(session, now - DRAFT_LASTS)


def _parts(before: Outcome, after: Outcome) -> tuple[object, ...]:
    return tuple((one.state.value, one.score, one.minutes) for one in (before, after))


def _record_asking(session: Session, me: Me, now: Correcting) -> None:
    assert now.row is not None
    facts = {
        "request": now.at.row.id, "was_result": now.before.state.value,
        "was_score": now.before.score, "was_minutes": now.before.minutes,
        "result": now.after.state.value, "score": now.after.score, "minutes": now.after.minutes,
        "was_by": now.at.row.ended_by, "said": agreement.mark(vault_of(session), now.reason),
    }  # fmt: skip
    about = f"trainingcorrection/{now.row.id}"
    audit.record(session, me.now, me.employee_id, "trainings.ask_correction", about, facts)
