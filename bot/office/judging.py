"""Reports of a quarter, the superiors' appraisals of it, and the results that come of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from bot.actions import schemes, scores
from bot.office import levels, sentences
from bot.office.deeds import Deed
from bot.office.desk import Office
from bot.rules.achievements import State
from bot.rules.appraisals import asked_of, is_low
from bot.rules.schemes import Axis, Source
from bot.rules.scoring import FORMULAS, Mark
from storage import agreement, appraisals, audit, duties
from storage.appraisals import Appraisal, Rating
from storage.columns import vault_of
from storage.duties import DutyKind
from storage.periods import Period
from storage.reports import Report
from storage.results import Result

NEVER_SENT = ("agus", 2)  # who owed the report of which quarter to the end


def report(
    office: Office, period: Period, people: Sequence[str], done: Mapping[str, Sequence[Deed]]
) -> None:
    """Everybody sends the report in time, but for one."""
    assert period.id is not None
    last = schemes.quarter_of(period).last_day
    made: list[Report] = []
    sent_by: dict[int, datetime] = {}
    for key in people:
        if (key, period.quarter) == NEVER_SENT:
            continue
        sent = office.in_hours(key, office.workday(last - timedelta(8), period.submit_until))
        titles = [deed.told.title for deed in done.get(key, ()) if deed.state is State.APPROVED]
        who, said = office.ids[key], sentences.report(office.dice, titles)
        made.append(
            Report(period_id=period.id, employee_id=who, text=said, sent_at=sent, changed_at=sent)
        )
        sent_by[who] = sent
    office.session.add_all(made)
    office.session.flush()
    for row in made:
        facts = {"said": agreement.mark_of_report(vault_of(office.session), row.text, ())}
        at, about = sent_by[row.employee_id], f"report/{row.id}"
        audit.record(office.session, at, row.employee_id, "reports.send", about, facts)
    for who, sent in sent_by.items():
        kind, number = DutyKind.REPORT, period.id
        duties.done(office.session, kind, sent, owner_id=who, period_id=number)


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
    given = {key: _ratings(office, period, key, forms[key], done, usual[key]) for key in forms}
    office.session.add_all(one for ratings in given.values() for one in ratings)
    made = [_result(office, period, key, forms[key], given[key]) for key in forms]
    office.session.add_all(made)
    office.session.flush()
    for key, result in zip(forms, made, strict=True):
        _testify(office, forms[key], given[key], result)
    for form in forms.values():
        assert form.sent_at is not None
        duties.done(
            office.session, DutyKind.APPRAISE, form.sent_at, owner_id=form.official_id,
            period_id=form.period_id, about_id=form.employee_id,
        )  # fmt: skip


def _testify(office: Office, form: Appraisal, given: Sequence[Rating], result: Result) -> None:
    """The entries that the product writes of a form."""
    about = f"appraisal/{form.id}"
    for one in given:
        said = {"indicator": one.indicator, "level": one.level}
        audit.record(office.session, one.at, one.by_id, "appraisals.rate", about, said)
    at, by = result.computed_at, form.by_id
    sent = {"period": form.period_id, "for": form.official_id}
    audit.record(office.session, at, by, "appraisals.send", about, sent)
    computed = {
        "period": form.period_id, "formula": result.formula,
        "total": result.total, "predikat": result.predikat,
    }  # fmt: skip
    audit.record(office.session, at, by, "results.compute", about, computed)


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
    key: str,
    form: Appraisal,
    done: Mapping[str, Sequence[Deed]],
    usual: float,
) -> list[Rating]:
    scheme, made = schemes.of_period(office.session, period), []
    rated = [deed.marks for deed in done.get(key, ()) if deed.marks]
    assert form.id is not None
    for indicator in asked_of(scheme, Source.SUPERIOR):
        proposed = levels.proposal(rated, indicator.key)
        conduct = levels.CONDUCT if indicator.axis is Axis.PERILAKU else 0
        drawn = levels.level(office.dice, usual + conduct)
        given = levels.beside(drawn, proposed, scheme.departure_gap)
        made.append(
            Rating(
                appraisal_id=form.id, indicator=indicator.key, level=given, proposed=proposed,
                at=form.started_at, by_id=form.by_id,
            )
        )  # fmt: skip
    return made


def _result(
    office: Office, period: Period, key: str, form: Appraisal, given: Sequence[Rating]
) -> Result:
    """What `scores.settle` would store; the tests hold it to that. The form gets its note."""
    scheme = schemes.of_period(office.session, period)
    marks = {one.indicator: [Mark(Source.SUPERIOR, one.level)] for one in given}
    score = FORMULAS[period.formula](marks, scheme)
    hasil, perilaku = score.axis(Axis.HASIL_KERJA), score.axis(Axis.PERILAKU)
    assert period.id is not None
    assert score.predikat is not None
    assert form.sent_at is not None
    assert hasil is not None
    assert perilaku is not None
    form.note = sentences.feedback(office.dice, low=is_low(score.total, scheme))
    return Result(
        period_id=period.id, employee_id=office.ids[key], scheme_id=period.scheme_id,
        formula=period.formula, total=str(score.total), hasil_kerja=str(hasil.value),
        perilaku=str(perilaku.value), predikat=score.predikat.value, raters=1,
        parts=scores.write_parts(score), by_indicator=scores.by_indicator(score),
        computed_at=form.sent_at, computed_by=form.by_id,
    )  # fmt: skip
