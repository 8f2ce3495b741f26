"""From what raters sent to a stored result, and back: any result can be computed again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from typing import Any

from pydantic import TypeAdapter
from sqlmodel import Session

from bot.actions import schemes, serving
from bot.rules.publication import RELEASED
from bot.rules.schemes import Axis, Scheme, Source
from bot.rules.scoring import FORMULAS, Mark, Score
from storage import audit, editions, marks, peers, results
from storage.appraisals import Rating
from storage.editions import FormerResult
from storage.periods import Period
from storage.results import Result

_SCORE = TypeAdapter(Score)
_SOURCES = {source.value: source for source in Source}
_mark = lru_cache(maxsize=4096)(Mark)  # an agency's marks are few different ones, many times


def write_parts(score: Score) -> str:
    """JSON in which every number is a decimal string."""
    return _SCORE.dump_json(score).decode()


def read_parts(result: Result | FormerResult) -> Score:
    """The score as it was stored, every part of it."""
    return _SCORE.validate_json(result.parts)


def preview(ratings: Mapping[str, Rating], scheme: Scheme, formula: str, source: Source) -> Score:
    """What the levels given so far would come to."""
    levels = {key: [Mark(source, rating.level)] for key, rating in ratings.items()}
    return FORMULAS[formula](levels, scheme)


@dataclass(frozen=True, slots=True)
class Sent:
    """All that was sent about one person: marks by indicator, of how many raters.

    `main` is the first form of a superior that counts, 0 where none has come.
    """

    marks: dict[str, list[Mark]]
    main: int
    raters: int


def sent(session: Session, period_id: int, first: int, last: int) -> dict[int, Sent]:
    """What counts about the employees with these numbers; only those with a form."""
    found: dict[int, Sent] = {}
    for employee_id, rows in groupby(
        marks.about(session, period_id, first, last), key=attrgetter("employee_id")
    ):
        given = [one for one in rows if one.days != 0]  # who led nobody that long counts not
        by_key: dict[str, list[Mark]] = {}
        for one in given:
            mark = _mark(_SOURCES[one.source], one.level, one.days or 1)
            by_key.setdefault(one.indicator, []).append(mark)
        forms = {one.appraisal_id for one in given}
        main = [one.appraisal_id for one in given if one.source == Source.SUPERIOR]
        found[employee_id] = Sent(by_key, min(main, default=0), len(forms))
    told = peers.levels_about(session, period_id, list(found)) if found else {}
    return {one: _with_peers(mine, told.get(one, ())) for one, mine in found.items()}


def _with_peers(mine: Sent, told: Sequence[tuple[str, int]]) -> Sent:
    """Colleagues' answers, as far as they may be told; they count as the most of one indicator."""
    if not told:
        return mine
    answers = Counter(key for key, _ in told)
    for key, level in told:
        mine.marks.setdefault(key, []).append(_mark(Source.PEERS, level))
    return Sent(mine.marks, mine.main, mine.raters + max(answers.values()))


def compute(
    session: Session, period_id: int, employee_id: int, scheme_id: int, formula: str
) -> tuple[Score, int]:
    """The score of one person from everything that was sent, and how many people rated."""
    scheme = schemes.by_number(session, scheme_id)
    mine = sent(session, period_id, employee_id, employee_id).get(employee_id)
    return FORMULAS[formula](mine.marks if mine else {}, scheme), mine.raters if mine else 0


def settle(
    session: Session, period: Period, employee_id: int, now: datetime, by: int | None
) -> Result | None:
    """Compute and keep a person's result, anew if there is one; None without a superior's form.

    What was published or decided on stays as it is. `by` sent what it is computed after.
    """
    assert period.id is not None
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
    serving.put_days(session, period, [employee_id])
    mine = sent(session, period.id, employee_id, employee_id).get(employee_id)
    if mine is None or not mine.main or period.state not in RELEASED:
        return None
    return _add(session, period, employee_id, mine, now, None)


def _add(
    session: Session, period: Period, employee_id: int, mine: Sent, now: datetime, by: int | None
) -> Result | None:
    values = _values(_score(session, period, mine), mine, now, by)
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
    changed = []
    for result in old:
        mine = found.get(result.employee_id)
        if result.edition > 1 or mine is None or not mine.main:
            continue
        values = _values(_score(session, period, mine), mine, now, by)
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


def _score(session: Session, period: Period, mine: Sent) -> Score:
    scheme = schemes.by_number(session, period.scheme_id)
    return FORMULAS[period.formula](mine.marks, scheme)


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
        "parts": write_parts(score),
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
