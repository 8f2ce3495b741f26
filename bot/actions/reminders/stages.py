"""Which stage of a duty has come, and to whom it is told today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from sqlmodel import Session

from bot.actions import schemes
from bot.actions.holidays import workdays_around
from bot.actions.openings import OPENINGS
from bot.rules.reminders import Recipient, ReminderPlan, Stage, stage_for
from bot.rules.workdays import WorkCalendar
from storage import absences, periods, recipients
from storage.recipients import Addressee
from storage.reminders import Owing

Key = tuple[date, date, int, bool, int, Recipient, frozenset[str]]


class Ladders:
    """The stage of each duty, reckoned once for all that are alike."""

    def __init__(self, session: Session, today: date) -> None:
        self.session = session
        self.today = today
        self._plans: dict[int, ReminderPlan] = {}
        self._known: dict[Key, Stage | None] = {}

    def stage(self, duty: Owing, to: Recipient, told: frozenset[str]) -> Stage | None:
        """What is to be told to that recipient today, given the stages told before."""
        opening = OPENINGS.get(duty.kind)
        announced = opening is not None and opening.announced
        span = (duty.opens_on, max(duty.opens_on, duty.due_on))
        key = (*span, duty.days_per_week, announced, duty.period_id, to, told)
        if key not in self._known:
            plan = self._plan(duty.period_id)
            calendar = workdays_around(self.session, duty.days_per_week, duty.due_on)
            plan = _after_a_letter(plan, *span, calendar) if announced else plan
            self._known[key] = stage_for(*span, self.today, plan, calendar, to, told)
        return self._known[key]

    def _plan(self, period_id: int) -> ReminderPlan:
        if period_id not in self._plans:
            self._plans[period_id] = plan_of(self.session, period_id, self.today)
        return self._plans[period_id]


def _after_a_letter(
    plan: ReminderPlan, opens: date, due: date, calendar: WorkCalendar
) -> ReminderPlan:
    """A letter tells of it on its first day: nothing else does on that day, but its deadline."""
    later = [one for one in plan.before if calendar.previous_workday(due - timedelta(one)) > opens]
    return replace(plan, opening=False, before=tuple(later))


def plan_of(session: Session, period_id: int, today: date) -> ReminderPlan:
    """The plan of the period's scheme, of the one in force where there is no period."""
    period = periods.get(session, period_id) if period_id else None
    if period is not None:
        return schemes.of_period(session, period).reminders
    version = periods.scheme_in_force(session, today)
    return schemes.read(version.body).reminders if version else ReminderPlan()


class People:
    """Owners of duties and those above them, with leave and mandates of the day."""

    def __init__(self, session: Session, found: Sequence[Owing], today: date) -> None:
        self.away = absences.away_on(session, today)
        held = absences.mandates_between(session, today, today)
        self.holders = {mandate.absent_id: mandate.holder_id for mandate in held}
        first = {duty.owner_id for duty in found} | {duty.superior_id or 0 for duty in found}
        first |= {self.holders.get(number, 0) for number in first}
        self.known = recipients.many(session, first)
        above = {person.superior_id or 0 for person in self.known.values()} - first
        above |= {self.holders.get(number, 0) for number in above}
        self.known |= recipients.many(session, above - first)

    def whom(self, duty: Owing, to: Recipient) -> Addressee | None:
        """Who hears of this duty today; None when nobody does.

        Whoever holds a mandate hears in the official's place, but never of being rated. While
        the owner is on leave and nobody stands in, the clock stops: nothing goes further up.
        """
        owner = self._present(duty.owner_id, duty)
        if to is Recipient.OWNER or owner is None:
            return owner if to is Recipient.OWNER else None
        superior = duty.superior_id
        if to is Recipient.SUPERIORS_SUPERIOR:
            above = self.known.get(superior or 0)
            superior = above.superior_id if above else None
        return self._present(superior, duty) if superior else None

    def _present(self, number: int, duty: Owing) -> Addressee | None:
        holder = self.holders.get(number)
        opening = OPENINGS.get(duty.kind)
        personal = opening is not None and opening.personal and number == duty.owner_id
        if holder is not None and not personal and holder not in (duty.about_id, duty.owner_id):
            number = holder
        return None if number in self.away else self.known.get(number)
