"""How people are judged, part by part, for everybody to read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.rights import demand
from bot.actions.schemes.pinned import milestones_of, quarter_of, read
from bot.actions.schemes.versions import PAGE, Version, version
from bot.rules.awards import AwardKind
from bot.rules.periods import PeriodState
from bot.rules.quarters import Quarter
from bot.rules.schemes import Axis, Indicator, Milestones, Scheme, period_of
from bot.texts import words
from storage import periods, scheme_changes
from storage.periods import Period, SchemeVersion


@dataclass(frozen=True, slots=True)
class Explained:
    """One scheme; `following` is the newer one that is approved already, if any."""

    version: Version
    scheme: Scheme
    following: tuple[int, date] | None
    quarter: Quarter
    milestones: Milestones


@dataclass(frozen=True, slots=True)
class AxisPage:
    scheme_id: int
    axis: Axis
    weight: str
    indicators: Sequence[Indicator]
    page: int
    size: int


@dataclass(frozen=True, slots=True)
class OneIndicator:
    """An indicator, and its neighbours' keys on the same axis."""

    scheme_id: int
    indicator: Indicator
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class OneAward:
    """`round_id` is the round from which it was opened, 0 from the list of kinds."""

    scheme_id: int
    scheme: Scheme
    kind: AwardKind
    round_id: int = 0


def explain(session: Session, me: Me, scheme_id: int = 0) -> Explained:
    """A scheme as everybody may read it; 0: the one by which my running quarter is judged.

    Raises Refused when there is none.
    """
    row = _kept(session, me, scheme_id)
    assert row.id is not None
    scheme = read(row.body)
    quarter, milestones = _days(session, row, scheme, me.today)
    all_versions = scheme_changes.versions(session)
    newest = all_versions[0]
    following = (newest.id or 0, newest.in_force_from) if newest.version > row.version else None
    shown = version(session, row, all_versions, me.zone)
    return Explained(shown, scheme, following, quarter, milestones)


def axis(session: Session, me: Me, scheme_id: int, name: str, page: int = 0) -> AxisPage:
    """The indicators of one axis; a page at a time where they are many."""
    row = _kept(session, me, scheme_id)
    scheme = read(row.body)
    if name not in set(Axis):
        raise Refused(words.not_available(), "no_such_axis")
    those = scheme.on_axis(Axis(name))
    size = PAGE if len(those) > PAGE + 2 else len(those)
    at = max(0, min(page, (len(those) - 1) // max(size, 1)))
    weight = str(scheme.axis_weights.of(Axis(name)))
    return AxisPage(scheme_id, Axis(name), weight, those, at, size)


def indicator(session: Session, me: Me, scheme_id: int, key: str) -> OneIndicator:
    """One indicator: what it means, who rates it, what each level looks like."""
    scheme = read(_kept(session, me, scheme_id).body)
    try:
        found = scheme.indicator(str(key))
    except KeyError:
        raise Refused(words.not_available(), "no_such_indicator") from None
    keys = ["", *(one.key for one in scheme.on_axis(found.axis)), ""]
    at = keys.index(found.key)
    return OneIndicator(scheme_id, found, keys[at - 1], keys[at + 1])


def award(session: Session, me: Me, scheme_id: int, key: str, round_id: int = 0) -> OneAward:
    """One kind of award: its criteria, conditions and days, before any round of it."""
    row = _kept(session, me, scheme_id)
    scheme = read(row.body)
    for kind in scheme.award:
        if kind.key == key:
            return OneAward(row.id or 0, scheme, kind, round_id)
    raise Refused(words.not_available(), "no_such_award")


def _kept(session: Session, me: Me, scheme_id: int) -> SchemeVersion:
    demand(session, me, "schemes.read", about=me.employee_id)
    row = periods.scheme(session, scheme_id) if scheme_id else _mine(session, me)
    if row is None:
        raise Refused(words.not_available(), "no_scheme")
    return row


def _mine(session: Session, me: Me) -> SchemeVersion | None:
    """That of the quarter that runs; else of the last one; else what is in force."""
    running = periods.running(session)
    opened = running[-1:] or periods.recent(session, 1)
    if opened:
        return periods.scheme(session, opened[0].scheme_id)
    return periods.scheme_in_force(session, me.today)


def _days(
    session: Session, row: SchemeVersion, scheme: Scheme, today: date
) -> tuple[Quarter, Milestones]:
    """The calendar of the newest quarter that runs by it, else of the first that would."""
    those = [p for p in periods.everything(session) if p.scheme_id == row.id]
    those = [p for p in those if p.state != PeriodState.PLANNED] or those[:1]
    if those:
        newest: Period = those[-1]
        return quarter_of(newest), milestones_of(newest)
    quarter = Quarter.of(max(today, row.in_force_from))
    return quarter, period_of(quarter, scheme.calendar)
