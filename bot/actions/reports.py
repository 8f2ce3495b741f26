"""The quarterly report: what I achieved, and one to three sentences about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from bot.actions import deeds, rights, schemes
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules.periods import PeriodState
from bot.rules.reports import may_write
from bot.rules.stamps import still
from bot.screens import Place, Went, place
from bot.texts import reports as texts
from bot.texts import words
from storage import audit, duties, periods, reports, results
from storage.duties import DutyKind
from storage.periods import Period
from storage.reports import Report

LONGEST = 400
SHORTEST = 10


@dataclass(frozen=True, slots=True)
class Card:
    """My report of one period: what was sent, what is being written.

    `deeds` are titles of the quarter's achievements with whether each is rated.
    """

    period_id: int
    year: int
    quarter: int
    due: date
    today: date
    deeds: Sequence[tuple[str, bool]]
    text: str
    draft: str | None
    sent_at: datetime | None
    writable: bool
    rated: bool


def card(session: Session, me: Me, period_id: int = 0) -> Card | None:
    """My report of a period, the most urgent one when none is named; None before any opened."""
    rights.demand(session, me, "reports.write", about=me.employee_id)
    period = _opened(session, period_id) if period_id else _most_urgent(session, me)
    if period is None:
        return None
    return _card(session, me, period)


def write(session: Session, me: Me, period_id: int, text: str) -> Place:
    """Keep what I typed as my draft; it is sent only by `send`."""
    rights.demand(session, me, "reports.write", about=me.employee_id)
    said = " ".join(text.split())
    if len(said) < SHORTEST:
        raise Refused(texts.too_short(), "too_short")
    if len(said) > LONGEST:
        raise Refused(words.too_long(LONGEST, len(said)), "too_long")
    period = _writable(session, me, period_id)
    assert period.id is not None
    reports.write(session, period.id, me.employee_id, said)
    return place("reports.card", period_id)


def send(session: Session, me: Me, period_id: int, seen: str = "") -> Went:
    """Send the draft I have `seen` to my superior; it may be replaced until submissions end."""
    rights.demand(session, me, "reports.write", about=me.employee_id)
    _writable(session, me, period_id)
    report = reports.of(session, period_id, me.employee_id)
    if report is not None and not still(seen, report.draft):
        return Went(place("reports.card", period_id), words.changed_since())
    if report is None or report.id is None or not reports.send(session, report.id, me.now):
        raise Refused(texts.nothing_to_send(), "no_draft")
    duties.done(session, DutyKind.REPORT, me.now, owner_id=me.employee_id, period_id=period_id)
    audit.record(session, me.now, me.employee_id, "reports.send", f"report/{report.id}")
    return Went(place("reports.card", period_id), texts.sent_notice())


def discard(session: Session, me: Me, period_id: int, seen: str = "") -> Went:
    """Throw the draft I have `seen` away; what I sent stays."""
    rights.demand(session, me, "reports.write", about=me.employee_id)
    report = reports.of(session, period_id, me.employee_id)
    card = place("reports.card", period_id)
    if report is not None and not still(seen, report.draft):
        return Went(card, words.changed_since())
    if report is not None and report.id is not None:
        reports.discard(session, report.id)
    return Went(card)


def _card(session: Session, me: Me, period: Period) -> Card:
    assert period.id is not None
    report = reports.of(session, period.id, me.employee_id)
    rated = results.of(session, period.id, me.employee_id) is not None
    done = deeds.deeds_of(session, me.employee_id, schemes.quarter_of(period))
    sent_at = report.sent_at if report else None
    return Card(
        period_id=period.id,
        year=period.year,
        quarter=period.quarter,
        due=period.submit_until,
        today=me.today,
        deeds=deeds.titles(done),
        text=report.text if report else "",
        draft=report.draft if report else None,
        sent_at=sent_at.astimezone(me.zone) if sent_at else None,
        writable=_may_write(me, period, report, rated=rated),
        rated=rated,
    )


def _may_write(me: Me, period: Period, report: Report | None, *, rated: bool) -> bool:
    sent = report is not None and report.sent_at is not None
    state = PeriodState(period.state)
    return may_write(state, period.submit_until, me.today, sent=sent, rated=rated)


def _opened(session: Session, period_id: int) -> Period:
    period = periods.get(session, period_id)
    if period is None or period.state == PeriodState.PLANNED:
        raise Refused(words.not_available(), "unknown_period")
    return period


def _writable(session: Session, me: Me, period_id: int) -> Period:
    """The period, if my report in it may still be written; else Refused with the reason."""
    period = _opened(session, period_id)
    report = reports.of(session, period_id, me.employee_id)
    rated = results.of(session, period_id, me.employee_id) is not None
    if not _may_write(me, period, report, rated=rated):
        raise Refused(texts.closed(rated=rated, due=period.submit_until), "report_closed")
    return period


def _most_urgent(session: Session, me: Me) -> Period | None:
    """The oldest running period whose report I still owe, else the newest that has opened."""
    for period in periods.running(session):
        assert period.id is not None
        report = reports.of(session, period.id, me.employee_id)
        rated = results.of(session, period.id, me.employee_id) is not None
        unsent = report is None or report.sent_at is None
        if unsent and _may_write(me, period, report, rated=rated):
            return period
    newest = periods.recent(session, 1)
    return newest[0] if newest else None
