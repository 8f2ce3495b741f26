"""Whether real forms stand open to a rater: by a setting of the scheme, after the drill only."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import Session

from bot.actions import schemes
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.waiting import Waiting
from bot.rules.drills import chosen
from bot.rules.periods import PeriodState
from bot.rules.schemes import Scheme
from bot.screens import place
from bot.texts import drills as texts
from storage import drills, duties, periods
from storage.duties import FORMS
from storage.periods import Period


def cases_each(scheme: Scheme) -> int:
    """How many cases every rater is given."""
    return min(scheme.drill.asked, len(scheme.drill_cases))


def trained(session: Session, period: Period, employee_id: int) -> bool:
    """Whether this person answered all their cases of the quarter; how well plays no part."""
    scheme = schemes.of_period(session, period)
    mine = chosen(scheme.drill_cases, scheme.drill.asked, period.id or 0, employee_id)
    done = {one.case for one in drills.of_rater(session, period.id or 0, employee_id)}
    return all(case.key in done for case in mine)


def shut(session: Session, me: Me, period: Period) -> bool:
    """Whether my forms of a quarter wait for my drill. It can be done whenever a form can."""
    if not schemes.of_period(session, period).drill.required:
        return False
    return not trained(session, period, me.employee_id)


def demand_trained(session: Session, me: Me, period: Period) -> None:
    """Refused with the way to the drill."""
    if shut(session, me, period):
        raise Refused(texts.first(), "untrained")


def waiting(session: Session, me: Me) -> Sequence[Waiting]:
    """For /menu: the drill, where forms of mine wait for it."""
    found = []
    for period in periods.running(session):
        assert period.id is not None
        if period.state != PeriodState.RATING or not shut(session, me, period):
            continue
        if duties.kinds_of(session, period.id, me.employee_id, FORMS):
            opens = place("drills.home", period.id)
            found.append(Waiting(texts.TASK, opens, period.rate_until))
    return found
