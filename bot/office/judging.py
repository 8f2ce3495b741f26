"""Reports of a quarter, the superiors' appraisals of it, and the results that come of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from decimal import Decimal

from bot.actions import schemes, scores
from bot.office import levels, sentences
from bot.office.deeds import Deed
from bot.office.desk import Office, wib
from bot.rules.achievements import State
from bot.rules.appraisals import asked_of, is_low
from bot.rules.schemes import Source
from storage import appraisals, duties, results
from storage.appraisals import Appraisal, Rating
from storage.duties import DutyKind
from storage.periods import Period
from storage.reports import Report

NEVER_SENT = ("agus", 2)  # who owed the report of which quarter to the end


def report(
    office: Office, period: Period, people: Sequence[str], done: Mapping[str, Sequence[Deed]]
) -> None:
    """Everybody sends the report in time, but for one."""
    assert period.id is not None
    last = schemes.quarter_of(period).last_day
    for key in people:
        if (key, period.quarter) == NEVER_SENT:
            continue
        sent = office.in_hours(key, office.workday(last - timedelta(8), period.submit_until))
        titles = [deed.told.title for deed in done.get(key, ()) if deed.state is State.APPROVED]
        who, said = office.ids[key], sentences.report(office.dice, titles)
        office.session.add(
            Report(
                period_id=period.id, employee_id=who, text=said, sent_at=sent, changed_at=sent
            )
        )
        kind, number = DutyKind.REPORT, period.id
        duties.done(office.session, kind, sent, owner_id=who, period_id=number)
    office.session.flush()


def rate(
    office: Office,
    period: Period,
    people: Sequence[str],
    done: Mapping[str, Sequence[Deed]],
    usual: Mapping[str, float],
) -> None:
    """Everybody with a superior is rated in time, and has a result that adds up."""
    forms = {key: _form(office, period, key) for key in people if office.members[key].superior}
    office.session.add_all(forms.values())
    office.session.flush()
    for key, form in forms.items():
        rated = [deed.marks for deed in done.get(key, ()) if deed.marks]
        office.session.add_all(_ratings(office, period, form, rated, usual[key]))
    office.session.flush()
    for key, form in forms.items():
        _settle(office, period, key, form)
    office.session.flush()


def _form(office: Office, period: Period, key: str) -> Appraisal:
    assert period.id is not None
    first = period.submit_until + timedelta(1)
    sent = office.in_hours(key, office.workday(first, period.rate_until))
    superior = office.superior_of(key)
    return Appraisal(
        period_id=period.id, employee_id=office.ids[key], source=Source.SUPERIOR,
        official_id=superior, by_id=superior, state=appraisals.SENT,
        started_at=sent - timedelta(minutes=12), sent_at=sent,
    )  # fmt: skip


def _ratings(
    office: Office,
    period: Period,
    form: Appraisal,
    rated: Sequence[Mapping[str, int]],
    usual: float,
) -> list[Rating]:
    scheme, made = schemes.of_period(office.session, period), []
    assert form.id is not None
    for indicator in asked_of(scheme, Source.SUPERIOR):
        proposed = levels.proposal(rated, indicator.key)
        drawn = levels.level(office.dice, usual)
        given = levels.beside(drawn, proposed, scheme.departure_gap)
        made.append(
            Rating(
                appraisal_id=form.id, indicator=indicator.key, level=given, proposed=proposed,
                at=form.started_at, by_id=form.by_id,
            )
        )  # fmt: skip
    return made


def _settle(office: Office, period: Period, key: str, form: Appraisal) -> None:
    assert period.id is not None
    assert form.sent_at is not None
    who = office.ids[key]
    result = scores.settle(office.session, period, who, form.sent_at)
    assert result is not None
    low = is_low(Decimal(result.total), schemes.of_period(office.session, period))
    form.note = sentences.feedback(office.dice, low=low)
    results.tell(office.session, period.id, who, wib(period.rate_until + timedelta(1), 8))
    duties.done(
        office.session, DutyKind.APPRAISE, form.sent_at,
        owner_id=form.official_id, period_id=period.id, about_id=who,
    )  # fmt: skip
