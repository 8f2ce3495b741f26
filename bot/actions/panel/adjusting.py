"""Another result proposed by one of the team: levels, what they come to, why; a head signs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from sqlmodel import Session

from bot.actions import schemes, scores
from bot.actions.me import Me
from bot.actions.pages import leaf
from bot.actions.panel.rounds import current
from bot.actions.panel.scope import Subject, demand_working, sentence, subject
from bot.actions.refusals import Refused
from bot.rules.panel import (
    Tally,
    View,
    adjusted,
    follows,
    read_levels,
    write_levels,
)
from bot.rules.schemes import LEVELS
from bot.rules.scoring import Score
from bot.screens import Place, place
from bot.texts import panel as texts
from bot.texts import words
from storage import adjustments, sittings
from storage.adjustments import Adjustment

PAGE = 4


@dataclass(frozen=True, slots=True)
class Work:
    """My draft: every indicator with its value and the level I propose, before and after.

    `fits`: it changes something, in the direction of the team's views.
    """

    adjustment_id: int
    period_id: int
    employee_id: int
    name: str
    lines: Sequence[tuple[int, str, Decimal, int | None]]
    page: int
    total: int
    before: Score
    after: Score
    verdict: View
    reason: str
    fits: bool
    written: str


@dataclass(frozen=True, slots=True)
class OneLevel:
    """One indicator of the draft."""

    adjustment_id: int
    number: int
    name: str
    indicator: str
    anchors: Sequence[str]
    value: Decimal
    level: int | None


def start(session: Session, me: Me, period_id: int, employee_id: int) -> Place:
    """Begin to propose another result, or go on."""
    found = _changeable(session, me, period_id, employee_id)
    those = found.result.id or 0, found.result.edition
    number = adjustments.begin(session, period_id, employee_id, those, me.employee_id, me.now)
    return place("panel.levels", number)


def levels(session: Session, me: Me, adjustment_id: int, page: int = 0) -> Work:
    """My draft as it stands."""
    one, found = mine(session, me, adjustment_id)
    return work_of(session, one, found, page)


def level(session: Session, me: Me, adjustment_id: int, number: int) -> OneLevel:
    """One indicator, to choose another level for it."""
    one, found = mine(session, me, adjustment_id)
    scheme, score = schemes.of_period(session, found.period), scores.read_parts(found.result)
    parts = [part for axis in score.axes for part in axis.indicators]
    if not 1 <= number <= len(parts):
        raise Refused(words.not_available(), "no_such_line")
    part = parts[number - 1]
    shown = scheme.indicator(part.key)
    chosen = read_levels(one.levels).get(part.key)
    return OneLevel(
        adjustment_id, number, found.person.name, shown.name, shown.anchors, part.value, chosen
    )


def put_level(session: Session, me: Me, adjustment_id: int, number: int, chosen: int) -> Place:
    """Propose this level there; 0 leaves the indicator as it is."""
    one, found = mine(session, me, adjustment_id)
    parts = [p for axis in scores.read_parts(found.result).axes for p in axis.indicators]
    if not 1 <= number <= len(parts) or chosen not in (0, *LEVELS):
        raise Refused(words.not_available(), "no_such_level")
    those = read_levels(one.levels)
    those.pop(parts[number - 1].key, None)
    if chosen:
        those[parts[number - 1].key] = chosen
    adjustments.renew(session, adjustment_id, {"levels": write_levels(those)})
    return place("panel.levels", adjustment_id, (number - 1) // PAGE)


def write_reason(session: Session, me: Me, adjustment_id: int, text: str) -> Place:
    """Keep why."""
    mine(session, me, adjustment_id)
    adjustments.renew(session, adjustment_id, {"reason": sentence(text)})
    return place("panel.proposing", adjustment_id)


def mine(session: Session, me: Me, adjustment_id: int) -> tuple[Adjustment, Subject]:
    """A draft of mine about a result that may still be adjusted."""
    one = adjustments.get(session, adjustment_id)
    about, period_id = (one.employee_id, one.period_id) if one else (0, 0)
    found = _changeable(session, me, period_id, about)
    if one is None or one.proposed_by != me.employee_id or one.state != adjustments.DRAFT:
        raise Refused(words.not_available(), "foreign_draft")
    if (one.result_id, one.edition) != (found.result.id, found.result.edition):
        raise Refused(words.changed_since(), "another_result")
    return one, found


def _changeable(session: Session, me: Me, period_id: int, employee_id: int) -> Subject:
    found = subject(session, me, period_id, employee_id)
    demand_working(found.period)
    living = adjustments.living(session, period_id, employee_id)
    if found.result.edition > 1 or (living and living.state == adjustments.WAITING):
        raise Refused(texts.adjusted_already(), "adjusted")
    if _verdict(session, found) not in (View.HIGH, View.LOW):
        raise Refused(texts.views_first(), "no_verdict")
    return found


def _verdict(session: Session, found: Subject) -> View | None:
    sitting = current(session, found.result)
    if sitting is None or sitting.state != sittings.CLOSED:
        return None
    return Tally(sitting.keep, sitting.high, sitting.low).verdict


def work_of(session: Session, one: Adjustment, found: Subject, page: int) -> Work:
    """A draft as it stands, with what it comes to."""
    scheme, before = schemes.of_period(session, found.period), scores.read_parts(found.result)
    chosen = read_levels(one.levels)
    after, verdict = adjusted(before, chosen, scheme), _verdict(session, found)
    assert verdict is not None
    assert after.total is not None
    assert before.total is not None
    parts = [part for axis in before.axes for part in axis.indicators]
    lines = [
        (number, scheme.indicator(part.key).name, part.value, chosen.get(part.key))
        for number, part in enumerate(parts, 1)
    ]
    shown, at, _ = leaf(lines, page, PAGE)
    return Work(
        one.id or 0, one.period_id, one.employee_id, found.person.name,
        shown, at, len(lines), before, after, verdict,
        one.reason, follows(verdict, before.total, after.total), one.levels,
    )  # fmt: skip
