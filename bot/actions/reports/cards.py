"""My report of a quarter: what was sent, what is being written, sending it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlmodel import Session

from bot.actions import deeds, rights, schemes
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.reports.parts import Parts, written
from bot.rules.periods import PeriodState
from bot.rules.reports import may_write
from bot.rules.stamps import stamp, still
from bot.screens import Place, Went, place
from bot.texts import reports as texts
from bot.texts import words
from storage import agreement, audit, duties, periods, report_parts, reports, results
from storage.columns import vault_of
from storage.duties import DutyKind
from storage.periods import Period
from storage.reports import Report

LONGEST = 400
SHORTEST = 10


@dataclass(frozen=True, slots=True)
class Card:
    """My report of one period: what was sent, what is being written.

    `deeds` are titles of the quarter's achievements with whether each is rated. `sendable`: it
    lacks nothing, as it holds planned results or a sentence. `seen` marks all that is shown.
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
    parts: Parts = field(default_factory=Parts)
    sendable: bool = False
    seen: str = ""


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
    period = writable(session, me, period_id)
    assert period.id is not None
    reports.write(session, period.id, me.employee_id, said)
    return place("reports.card", period_id)


def send(session: Session, me: Me, period_id: int, seen: str = "") -> Went:
    """Send the draft I have `seen` to my superior; it may be replaced until submissions end."""
    rights.demand(session, me, "reports.write", about=me.employee_id)
    period = writable(session, me, period_id)
    shown = _card(session, me, period)
    if not still(seen, shown.draft, *shown.parts.said):
        return Went(place("reports.card", period_id), words.changed_since())
    if not shown.sendable:
        raise Refused(texts.nothing_to_send(), "no_draft")
    number = reports.begin(session, period_id, me.employee_id)
    for line in shown.parts.results:
        so_far = line.planned.progress
        realised = so_far.realised if so_far else None
        report_parts.propose(session, number, line.planned.number, realised)
    report_parts.send(session, number)
    reports.send(session, number, me.now)
    duties.done(session, DutyKind.REPORT, me.now, owner_id=me.employee_id, period_id=period_id)
    said = shown.text if shown.draft is None else shown.draft
    facts = {"said": _mark(session, number, said)}
    audit.record(session, me.now, me.employee_id, "reports.send", f"report/{number}", facts)
    return Went(place("reports.card", period_id), texts.sent_notice())


def _mark(session: Session, number: int, text: str) -> str:
    """What the trail keeps of a report as it was sent."""
    said = [
        (one.kind, one.planned_id, one.text, one.figure, one.proposed)
        for one in report_parts.of(session, number)
    ]
    return agreement.mark_of_report(vault_of(session), text, said)


def discard(session: Session, me: Me, period_id: int, seen: str = "") -> Went:
    """Throw the draft I have `seen` away; what I sent stays."""
    rights.demand(session, me, "reports.write", about=me.employee_id)
    report = reports.of(session, period_id, me.employee_id)
    here = place("reports.card", period_id)
    if report is None or report.id is None:
        return Went(here)
    shown = _card(session, me, _opened(session, period_id))
    if not still(seen, shown.draft, *shown.parts.said):
        return Went(here, words.changed_since())
    reports.discard(session, report.id)
    report_parts.discard(session, report.id)
    return Went(here)


def _card(session: Session, me: Me, period: Period) -> Card:
    assert period.id is not None
    report = reports.of(session, period.id, me.employee_id)
    rated = results.of(session, period.id, me.employee_id) is not None
    done = deeds.deeds_of(session, me.employee_id, schemes.quarter_of(period))
    sent_at = report.sent_at if report else None
    parts = written(session, period, me.employee_id, report)
    draft = report.draft if report else None
    fresh = bool(parts.results) and sent_at is None
    return Card(
        period_id=period.id,
        year=period.year,
        quarter=period.quarter,
        due=period.submit_until,
        today=me.today,
        deeds=deeds.titles(done),
        text=report.text if report else "",
        draft=draft,
        sent_at=sent_at.astimezone(me.zone) if sent_at else None,
        writable=_may_write(me, period, report, rated=rated),
        rated=rated,
        parts=parts,
        sendable=draft is not None or parts.drafted or fresh,
        seen=stamp(draft, *parts.said),
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


def writable(session: Session, me: Me, period_id: int) -> Period:
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
