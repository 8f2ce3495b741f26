"""A decision on an objection, as it is told to both sides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlmodel import Session

from bot.actions import levels, schemes
from bot.actions.me import Me
from bot.actions.objections.people import Seen, names
from bot.rules.achievements import read_marks
from bot.rules.objections import State
from bot.rules.predikat import Predikat
from storage import editions
from storage.results import Result


@dataclass(frozen=True, slots=True)
class Verdict:
    """`changes` are name of the indicator, level before and after; `after` None: it was kept."""

    name: str
    at: datetime
    reason: str
    before: tuple[Decimal, Predikat]
    after: tuple[Decimal, Predikat] | None
    changes: Sequence[tuple[str, int, int]]


def verdict_of(session: Session, me: Me, found: Seen, result: Result) -> Verdict | None:
    """What was decided, with the result before and after; None while it waits."""
    row = found.row
    if row.state != State.DECIDED or row.decided_by is None or row.decided_at is None:
        return None
    editions_ = _editions(session, result)
    scheme = schemes.by_number(session, result.scheme_id)
    changes: list[tuple[str, int, int]] = []
    if row.made is not None:
        before = levels.given_before(session, result, row.made)
        changes = [
            (scheme.indicator(key).name, before[key], level)
            for key, level in read_marks(row.levels).items()
        ]
    return Verdict(
        name=names(session, [row.decided_by])[row.decided_by],
        at=row.decided_at.astimezone(me.zone),
        reason=row.answer or "",
        before=editions_[row.made - 1 if row.made else row.edition],
        after=editions_[row.made] if row.made else None,
        changes=changes,
    )


def _editions(session: Session, result: Result) -> dict[int, tuple[Decimal, Predikat]]:
    """Number and predikat of every edition of a result."""
    found = {result.edition: (Decimal(result.total), Predikat(result.predikat))}
    for one in editions.of_result(session, result.id or 0):
        found[one.edition] = (Decimal(one.total), Predikat(one.predikat))
    return found
