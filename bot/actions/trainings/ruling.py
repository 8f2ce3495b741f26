"""The second person's word on a correction: it takes effect, or the result stays as it was."""

from __future__ import annotations

from sqlmodel import Session

from bot.actions.factors.proof import demand_proof
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.trainings.applying import sentence
from bot.actions.trainings.attending import participant
from bot.actions.trainings.corrected import before_of, outcome_of
from bot.actions.trainings.letters import tell
from bot.actions.trainings.restoring import put_right
from bot.actions.trainings.weighing import to_be_decided
from bot.rules.stamps import still
from bot.screens import Place, Went, place
from bot.texts import words
from bot.texts.trainings import correcting as texts
from bot.texts.trainings import ruling
from storage import audit, duties
from storage.duties import DutyKind
from storage.trainings import corrections
from storage.trainings.corrections import CONFIRMED, REFUSED, WITHDRAWN, TrainingCorrection
from storage.trainings.request import TrainingRequest

VERBS = {CONFIRMED: "confirm", REFUSED: "refuse", WITHDRAWN: "withdraw"}


def confirm(session: Session, me: Me, correction_id: int, seen: str = "") -> Went:
    """Put it right for the reason I have `seen`; hours and certificate follow, and whose result
    it is reads what was changed and why. Raises ProofWanted.
    """
    row, asked = to_be_decided(session, me, correction_id)
    here = place("trainings.correction", correction_id)
    if not still(seen, row.reason) or outcome_of(session, asked) != before_of(row):
        return Went(here, words.changed_since())
    demand_proof(session, me)
    end(session, me, row, asked, CONFIRMED)
    put_right(session, me, asked, row)
    return Went(here, ruling.confirmed())


def write_refusal(session: Session, me: Me, correction_id: int, text: str) -> Place:
    """Keep why I am about to refuse it."""
    to_be_decided(session, me, correction_id)
    corrections.draft_answer(session, correction_id, me.employee_id, sentence(text))
    return place("trainings.refusing_correction", correction_id)


def refuse(session: Session, me: Me, correction_id: int, seen: str = "") -> Went:
    """The result stays as it was, for the reason I have `seen`. Raises ProofWanted."""
    row, asked = to_be_decided(session, me, correction_id)
    if row.answer_by != me.employee_id or not row.answer:
        raise Refused(texts.reason_wanted(), "without_reason")
    if not still(seen, row.answer):
        return Went(place("trainings.refusing_correction", correction_id), words.changed_since())
    demand_proof(session, me)
    end(session, me, row, asked, REFUSED, row.answer)
    return Went(place("trainings.correction", correction_id), ruling.refused())


def withdraw(session: Session, me: Me, request_id: int) -> Went:
    """Take back what I asked while nobody has decided."""
    at = participant(session, me, request_id)
    row = corrections.waiting_for(session, request_id)
    if row is None or row.asked_by != me.employee_id:
        raise Refused(words.not_available(), "not_mine")
    end(session, me, row, at.row, WITHDRAWN)
    return Went(place("trainings.participant", request_id), texts.withdrawn())


def end(
    session: Session, me: Me, row: TrainingCorrection, asked: TrainingRequest, state: str,
    answer: str | None = None,
) -> None:  # fmt: skip
    """End its waiting, once; whoever asked is told unless it was they. Raises Refused."""
    number, verb = row.id or 0, VERBS[state]
    if not corrections.decide(session, number, state, me.employee_id, me.now, answer):
        raise Refused(ruling.decided(), "decided")
    about, facts = f"trainingcorrection/{number}", {"request": row.request_id}
    audit.record(session, me.now, me.employee_id, f"trainings.{verb}_correction", about, facts)
    those = {"about_id": asked.employee_id, "object_id": number}
    duties.done(session, DutyKind.CONFIRM_TRAINING, me.now, **those)
    if row.asked_by != me.employee_id:
        tell(
            session, "correction_decided", row.request_id, row.asked_by, me.now,
            opens="trainings.participant", turn=str(number),
        )  # fmt: skip
