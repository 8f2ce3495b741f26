"""Whether stored results are what comes of the stored levels."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import Session

from bot.actions.scores.parts import by_indicator, read_parts
from bot.actions.scores.sending import compute
from storage import editions, results
from storage.results import Result


def agrees(session: Session, result: Result) -> bool:
    """Whether the stored result is what its scheme and formula make of the stored levels.

    Of one that was corrected it is what it was first: what was decided is no formula's. Its values
    by indicator are those of its parts as they are now.
    """
    period_id, person = result.period_id, result.employee_id
    score, raters = compute(session, period_id, person, result.scheme_id, result.formula)
    first = editions.of_result(session, result.id or 0)[0] if result.edition > 1 else result
    stored = (first.total, first.hasil_kerja, first.perilaku, first.predikat, first.raters)
    axes = [str(part.value) for part in score.axes]
    again = (str(score.total), *axes, str(score.predikat), raters)
    now = by_indicator(read_parts(result))
    return stored == again and read_parts(first) == score and result.by_indicator == now


def disagreeing(session: Session, after_id: int, limit: int) -> tuple[Sequence[int], int | None]:
    """Numbers of results in a batch that recompute to something else, and where to go on.

    The nightly replay calls again with the second number until it is None.
    """
    batch = results.batch(session, after_id, limit)
    wrong = [result.id for result in batch if result.id and not agrees(session, result)]
    return wrong, batch[-1].id if len(batch) == limit else None
