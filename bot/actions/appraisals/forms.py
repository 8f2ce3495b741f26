"""One form in my hands: read afresh at every tap, with the right asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions import rights, schemes
from bot.actions.appraisals.mine import left_out, rating_open
from bot.actions.appraisals.ratees import demand_no_conflict
from bot.actions.appraisals.serving import demand_served, official_of
from bot.actions.drills.gate import demand_trained
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules.appraisals import Given, asked_of, team_stands_open
from bot.rules.periods import PeriodState
from bot.rules.schemes import Indicator, Scheme, Source
from bot.screens import Place, place
from bot.texts import appraisals as texts
from bot.texts import words
from storage import appraisals, employees, periods, reports, results
from storage.appraisals import Appraisal, Rating
from storage.employees import Employee
from storage.periods import Period


@dataclass(frozen=True, slots=True)
class Form:
    """`asked` are the indicators its group answers, `ratings` the levels given so far."""

    number: int
    appraisal: Appraisal
    period: Period
    person: Employee
    scheme: Scheme
    asked: Sequence[Indicator]
    ratings: dict[str, Rating]

    @property
    def source(self) -> Source:
        return Source(self.appraisal.source)

    @property
    def is_team(self) -> bool:
        return self.source is Source.TEAM

    @property
    def given(self) -> dict[str, Given]:
        return {
            key: Given(rating.level, rating.proposed, bool(rating.reason))
            for key, rating in self.ratings.items()
        }

    @property
    def shown(self) -> tuple[object, ...]:
        """All that its summary shows and that can change."""
        said = sorted((key, one.level, one.reason) for key, one in self.ratings.items())
        return (*said, self.appraisal.note)

    @property
    def left_out(self) -> Sequence[Indicator]:
        """Indicators that only other groups answer."""
        return [i for i in self.scheme.indicators if i not in self.asked]

    def at(self, step: int) -> Indicator:
        if not 1 <= step <= len(self.asked):
            raise Refused(words.not_available(), "no_such_step")
        return self.asked[step - 1]

    def next_open(self, after: int = 0) -> Place:
        """The first indicator without a level, looking on from a step; else the summary."""
        steps = range(1, len(self.asked) + 1)
        for step in sorted(steps, key=lambda s: (s <= after, s)):
            if self.asked[step - 1].key not in self.ratings:
                return place("appraisals.indicator", self.number, step)
        return place("appraisals.summary", self.number)


def open_form(session: Session, me: Me, appraisal_id: int) -> Form:
    """A draft that I may fill now: of the team my own, else as superior or with the mandate."""
    appraisal = appraisals.get(session, appraisal_id)
    if appraisal is not None and appraisal.source == Source.TEAM:
        return _open_team_form(session, me, appraisal)
    return open_superior_form(session, me, appraisal_id)


def open_superior_form(session: Session, me: Me, appraisal_id: int) -> Form:
    """The same of a superior's form only, which alone has feedback to the person."""
    appraisal = appraisals.get(session, appraisal_id)
    if appraisal is not None and appraisal.source != Source.SUPERIOR:
        appraisal = None
    about, period_id = (appraisal.employee_id, appraisal.period_id) if appraisal else (0, 0)
    demand_served(session, me, "appraisals.rate", about, period_id)
    assert appraisal is not None
    person = employees.get(session, about)
    assert person is not None
    official = official_of(session, me, about, period_id) or person.superior_id
    if appraisal.official_id != official:
        raise Refused(words.not_available(), "another_superior")
    form = _read(session, me, appraisal, person)
    demand_open(session, me, form.period, about)
    return form


def _open_team_form(session: Session, me: Me, appraisal: Appraisal) -> Form:
    rights.demand(session, me, "appraisals.assess", about=appraisal.employee_id)
    person = employees.get(session, appraisal.employee_id)
    assert person is not None
    if appraisal.official_id != me.employee_id:
        raise Refused(words.not_available(), "another_member")
    demand_no_conflict(session, me, person)
    form = _read(session, me, appraisal, person)
    demand_team_open(session, me, form.period, appraisal.employee_id)
    return form


def _read(session: Session, me: Me, appraisal: Appraisal, person: Employee) -> Form:
    if appraisal.state != appraisals.DRAFT:
        raise Refused(texts.already_sent(), "already_sent")
    period = periods.get(session, appraisal.period_id)
    assert period is not None
    assert appraisal.id is not None
    demand_trained(session, me, period)
    scheme = schemes.of_period(session, period)
    asked = asked_of(scheme, Source(appraisal.source))
    ratings = appraisals.ratings(session, appraisal.id)
    return Form(appraisal.id, appraisal, period, person, scheme, asked, ratings)


def demand_team_open(session: Session, me: Me, period: Period, employee_id: int) -> None:
    """Refused outside the team's days, and for whom a result stands that was decided on."""
    state = PeriodState(period.state)
    if not team_stands_open(state, period.calibrate_until, me.today):
        raise Refused(texts.team_not_open(period.submit_until), "rating_closed")
    result = results.of(session, period.id or 0, employee_id)
    if result is not None and result.edition > 1:
        raise Refused(texts.calibrated(), "calibrated")


def demand_open(session: Session, me: Me, period: Period, employee_id: int) -> None:
    """Refused while rating has not begun or when the period is published."""
    if rating_open(period, me.today, reported=False):
        return
    report = reports.of(session, period.id or 0, employee_id)
    reported = report is not None and report.sent_at is not None
    if rating_open(period, me.today, reported=reported):
        return
    if not left_out(session, period, [employee_id]):
        raise Refused(texts.not_open(period.submit_until), "rating_closed")
