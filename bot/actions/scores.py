"""From what raters sent to a stored result, and back: any result can be computed again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from pydantic import TypeAdapter
from sqlmodel import Session

from bot.actions import schemes
from bot.rules.schemes import Axis, Scheme, Source
from bot.rules.scoring import FORMULAS, Mark, Score
from storage import appraisals, editions, results
from storage.appraisals import Rating
from storage.editions import FormerResult
from storage.periods import Period
from storage.results import Result

_SCORE = TypeAdapter(Score)


def write_parts(score: Score) -> str:
    """JSON in which every number is a decimal string."""
    return _SCORE.dump_json(score).decode()


def read_parts(result: Result | FormerResult) -> Score:
    """The score as it was stored, every part of it."""
    return _SCORE.validate_json(result.parts)


def preview(ratings: Mapping[str, Rating], scheme: Scheme, formula: str, source: Source) -> Score:
    """What the levels given so far would come to."""
    marks = {key: [Mark(source, rating.level)] for key, rating in ratings.items()}
    return FORMULAS[formula](marks, scheme)


def compute(
    session: Session, period_id: int, employee_id: int, scheme_id: int, formula: str
) -> tuple[Score, int]:
    """The score of one person from everything that was sent, and how many people rated."""
    scheme = schemes.by_number(session, scheme_id)
    marks: dict[str, list[Mark]] = {}
    sent = appraisals.sent_about(session, period_id, employee_id)
    for appraisal in sent:
        assert appraisal.id is not None
        for key, rating in appraisals.ratings(session, appraisal.id).items():
            marks.setdefault(key, []).append(Mark(Source(appraisal.source), rating.level))
    return FORMULAS[formula](marks, scheme), len(sent)


def settle(session: Session, period: Period, employee_id: int, now: datetime) -> Result | None:
    """Compute and keep a person's result of a period; None when there is one already."""
    assert period.id is not None
    score, raters = compute(session, period.id, employee_id, period.scheme_id, period.formula)
    hasil, perilaku = score.axis(Axis.HASIL_KERJA), score.axis(Axis.PERILAKU)
    assert score.total is not None
    assert score.predikat is not None
    assert hasil is not None
    assert perilaku is not None
    result = Result(
        period_id=period.id,
        employee_id=employee_id,
        scheme_id=period.scheme_id,
        formula=period.formula,
        total=str(score.total),
        hasil_kerja=str(hasil.value),
        perilaku=str(perilaku.value),
        predikat=score.predikat.value,
        raters=raters,
        parts=write_parts(score),
        computed_at=now,
    )
    return result if results.add(session, result) else None


def agrees(session: Session, result: Result) -> bool:
    """Whether the stored result is what its scheme and formula make of the stored levels.

    Of one that was corrected it is what it was first: what was decided is no formula's.
    """
    period_id, person = result.period_id, result.employee_id
    score, raters = compute(session, period_id, person, result.scheme_id, result.formula)
    first = editions.of_result(session, result.id or 0)[0] if result.edition > 1 else result
    stored = (first.total, first.hasil_kerja, first.perilaku, first.predikat, first.raters)
    axes = [str(part.value) for part in score.axes]
    again = (str(score.total), *axes, str(score.predikat), raters)
    return stored == again and read_parts(first) == score


def disagreeing(session: Session, after_id: int, limit: int) -> tuple[Sequence[int], int | None]:
    """Numbers of results in a batch that recompute to something else, and where to go on.

    The nightly replay calls again with the second number until it is None.
    """
    batch = results.batch(session, after_id, limit)
    wrong = [result.id for result in batch if result.id and not agrees(session, result)]
    return wrong, batch[-1].id if len(batch) == limit else None
