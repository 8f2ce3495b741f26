"""Results brought to what was sent: kept once a superior has, computed anew, taken back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlmodel import Session

from bot.actions import schemes, serving
from bot.actions.scores.parts import by_indicator, write_parts
from bot.actions.scores.sending import Sent, sent
from bot.actions.surveys import pinning
from bot.rules.publication import RELEASED
from bot.rules.schemes import Axis
from bot.rules.scoring import SCORERS, Marks, Score
from storage import audit, results
from storage.periods import Period
from storage.results import Result


def settle(
    session: Session, period: Period, employee_id: int, now: datetime, by: int | None
) -> Result | None:
    """Compute and keep a person's result, anew if there is one; None without a superior's form.

    What was published or decided on stays as it is. `by` sent what it is computed after.
    """
    assert period.id is not None
    pinning.assign(session, period, [employee_id])
    before = results.of(session, period.id, employee_id)
    if period.state in RELEASED:
        return before
    serving.put_days(session, period, [employee_id])
    mine = sent(session, period.id, employee_id, employee_id).get(employee_id)
    if mine is None or not mine.main:
        return before
    if before is not None:
        renew(session, period, [before], now, by)
        return results.of(session, period.id, employee_id)
    return _add(session, period, employee_id, mine, now, by)


def settle_late(
    session: Session, period: Period, employee_id: int, now: datetime
) -> Result | None:
    """Keep the result of somebody who was left out when their quarter was published.

    None without a superior's form, or when there is one already.
    """
    assert period.id is not None
    pinning.assign(session, period, [employee_id])
    serving.put_days(session, period, [employee_id])
    mine = sent(session, period.id, employee_id, employee_id).get(employee_id)
    if mine is None or not mine.main or period.state not in RELEASED:
        return None
    return _add(session, period, employee_id, mine, now, None)


def _add(
    session: Session, period: Period, employee_id: int, mine: Sent, now: datetime, by: int | None
) -> Result | None:
    values = _values(_scorer(session, period)(mine.marks), mine, now, by)
    result = Result(
        period_id=period.id or 0, employee_id=employee_id, scheme_id=period.scheme_id,
        formula=period.formula, **values,
    )  # fmt: skip
    if not results.add(session, result):
        return None
    _tell(session, period, mine, values)
    return result


def renew(
    session: Session, period: Period, old: Sequence[Result], now: datetime, by: int | None
) -> int:
    """Compute these results of a period anew, sorted by employee; how many changed."""
    assert period.id is not None
    if not old or period.state in RELEASED:
        return 0
    found = sent(session, period.id, old[0].employee_id, old[-1].employee_id)
    score, changed = _scorer(session, period), []
    for result in old:
        mine = found.get(result.employee_id)
        if result.edition > 1 or mine is None or not mine.main:
            continue
        values = _values(score(mine.marks), mine, now, by)
        if (values["parts"], values["raters"]) != (result.parts, result.raters):
            changed.append({"result_id": result.id, **values})
            _tell(session, period, mine, values)
    results.renew(session, changed)
    return len(changed)


def withdraw(session: Session, period: Period, employee_id: int, now: datetime, by: int) -> bool:
    """Take back a result whose form goes back to its superior; False when there is none that can.

    To be called while the form still counts as sent.
    """
    assert period.id is not None
    result = results.of(session, period.id, employee_id)
    mine = sent(session, period.id, employee_id, employee_id).get(employee_id)
    if result is None or result.id is None or mine is None or period.state in RELEASED:
        return False
    if not results.withdraw(session, result.id):
        return False
    audit.record(session, now, by, "results.withdraw", f"appraisal/{mine.main}")
    return True


def _scorer(session: Session, period: Period) -> Callable[[Marks], Score]:
    return SCORERS[period.formula](schemes.of_period(session, period))


def values_of(score: Score) -> dict[str, str]:
    """What a result keeps of a score that has both axes."""
    hasil, perilaku = score.axis(Axis.HASIL_KERJA), score.axis(Axis.PERILAKU)
    assert score.total is not None
    assert score.predikat is not None
    assert hasil is not None
    assert perilaku is not None
    return {
        "total": str(score.total), "hasil_kerja": str(hasil.value),
        "perilaku": str(perilaku.value), "predikat": score.predikat.value,
        "parts": write_parts(score), "by_indicator": by_indicator(score),
    }  # fmt: skip


def _values(score: Score, mine: Sent, now: datetime, by: int | None) -> dict[str, Any]:
    computed = {"raters": mine.raters, "computed_at": now, "computed_by": by}
    return {**values_of(score), **computed}


def _tell(session: Session, period: Period, mine: Sent, values: Mapping[str, Any]) -> None:
    facts = {
        "period": period.id, "formula": period.formula,
        "total": values["total"], "predikat": values["predikat"],
    }  # fmt: skip
    at, by, about = values["computed_at"], values["computed_by"], f"appraisal/{mine.main}"
    audit.record(session, at, by, "results.compute", about, facts)
