"""A published result that is corrected is published again; what it was before is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.actions import scores
from bot.actions.publication.spreading import hand_out
from bot.actions.refusals import Refused
from bot.actions.years.renewing import renew
from bot.rules.publication import RELEASED
from bot.rules.scoring import Score
from bot.texts import publication as texts
from bot.texts import words
from storage import appraisals, audit, duties, editions, periods, released, results
from storage.duties import DutyKind


@dataclass(frozen=True, slots=True)
class Correction:
    """What a result shall be instead, computed of how many raters, and why."""

    score: Score
    raters: int
    reason: str


def publish_again(
    session: Session, now: datetime, by: int, result_id: int, correction: Correction
) -> int:
    """Put a correction in force: the next edition, with a letter and a receipt of its own.

    The caller has asked the right of `by`. Raises Refused when `by` rated the person or is the
    person, for a result that is not published, and when somebody else corrected it meanwhile.
    """
    result = results.get(session, result_id)
    period = periods.get(session, result.period_id) if result else None
    if result is None or period is None or period.state not in RELEASED:
        raise Refused(words.not_available(), "not_published")
    sent = appraisals.sent_about(session, result.period_id, result.employee_id)
    if by == result.employee_id or any(by in (one.by_id, one.official_id) for one in sent):
        raise Refused(texts.another_person(), "same_person")
    edition = editions.replace(
        session, result, _values(correction, now), by, now, correction.reason
    )
    if edition is None:
        raise Refused(words.changed_since(), "changed")
    duties.withdraw(
        session, DutyKind.RECEIPT, now, result.period_id, owner_id=result.employee_id,
        object_id=edition - 1,
    )  # fmt: skip
    duties.withdraw(session, DutyKind.ATTEST, now, result.period_id, about_id=result.employee_id)
    facts = {
        "edition": edition, "total": str(correction.score.total),
        "predikat": str(correction.score.predikat),
    }  # fmt: skip
    audit.record(session, now, by, "results.correct", f"result/{result_id}", facts)
    hand_out(session, period, released.by_number(session, result_id), now, now)
    renew(session, now, by, period, result.employee_id)
    return edition


def _values(correction: Correction, now: datetime) -> dict[str, object]:
    raters = {"raters": correction.raters, "computed_at": now}
    return {**scores.values_of(correction.score), **raters}
