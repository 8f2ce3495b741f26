"""Every published result is computed again each night, and must come out as it was told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import structlog
from sqlmodel import Session

from bot.actions import scores
from bot.rules.authority import Role
from storage import grants, outbox, replays
from storage.outbox import Kind
from storage.results import Result

log = structlog.get_logger()
ZONE = ZoneInfo("Asia/Jakarta")  # midnight there is two hours past it in Jayapura
BEGIN, END = time(0), time(4)
LATE = timedelta(hours=36)
CHUNK = 100
TOLD = "replay.disagrees"


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A published result that is not what its inputs make of it."""

    result_id: int
    period_id: int
    employee_id: int


def walk(session: Session, now: datetime) -> bool:
    """One chunk of the night's walk; whether there is more. It goes on where it stopped.

    Between midnight and four; at any hour when the last one ended more than 36 hours ago.
    """
    if not _is_time(session, now):
        return False
    here = now.astimezone(ZONE)
    under_way = replays.unfinished(session)
    if under_way is None:
        return replays.begin(session, here.date(), now)
    found = replays.batch(session, under_way.reached, CHUNK)
    wrong = [one for result in found if (one := _judge(session, result))]
    if found:
        numbers = [one.result_id for one in wrong]
        replays.advance(session, under_way, found[-1].id or 0, len(found), numbers)
    if len(found) == CHUNK:
        return True
    replays.finish(session, under_way, now)
    if under_way.wrong:
        _tell(session, under_way, now)
    return False


def everything(session: Session) -> Iterator[Disagreement]:
    """Every published result that disagrees, a page at a time; for whoever only reads."""
    after = 0
    while found := replays.batch(session, after, CHUNK):
        yield from (one for result in found if (one := _judge(session, result)))
        after = found[-1].id or 0
        session.expunge_all()


def _judge(session: Session, result: Result) -> Disagreement | None:
    """None when it agrees. What cannot even be computed does not."""
    assert result.id is not None
    try:
        agrees = scores.agrees(session, result)
    except (ValueError, KeyError, IndexError) as fault:
        log.warning("result_not_computable", result=result.id, kind=type(fault).__name__)
        agrees = False
    if agrees:
        return None
    return Disagreement(result.id, result.period_id, result.employee_id)


def _is_time(session: Session, now: datetime) -> bool:
    here, under_way = now.astimezone(ZONE), replays.unfinished(session)
    walked = replays.last(session)
    if BEGIN <= here.time() < END:
        return under_way is not None or walked is None or walked.day != here.date()
    if under_way is not None:
        return now - under_way.begun_at > LATE
    return walked is not None and now - (walked.finished_at or now) > LATE


def _tell(session: Session, walked: replays.Replay, now: datetime) -> None:
    """The operator's alarm rings from the row; HR for the whole agency gets a letter."""
    log.critical("results_disagree", count=walked.wrong, results=walked.which)
    for person in _hr(session, now):
        key, facts = f"{TOLD}/{walked.day}/{person}", {"count": walked.wrong}
        outbox.put(session, key, Kind.DECISION, TOLD, now, to=person, facts=facts)


def _hr(session: Session, now: datetime) -> Sequence[int]:
    held = grants.holders(session, Role.HR, now.astimezone(ZONE).date())
    return sorted({one.employee_id for one in held if one.unit_id is None})
