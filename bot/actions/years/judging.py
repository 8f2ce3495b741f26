"""The superior's and the evaluation team's side: read, return, sign, judge on both axes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from hashlib import sha256
from hmac import digest

from sqlmodel import Session

from bot.actions import rights, schemes
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.years import composing
from bot.actions.years.composing import Composed
from bot.actions.years.owned import demanded
from bot.rules.audit import code_of
from bot.rules.authority import Role
from bot.rules.predikat import Expectation, Predikat, expectation_of
from bot.rules.schemes import Axis, Judge
from bot.rules.years import YearResult
from bot.screens import Place, Went, place
from bot.texts import words
from bot.texts import years as texts
from storage import audit, duties, employees, grants, years
from storage.columns import vault_of
from storage.duties import DutyKind
from storage.years import DRAFT, FINAL, FORWARDED, SIGNED, YearReport

SHORTEST, LONGEST, DAYS, MOST = 15, 500, 14, 8


@dataclass(frozen=True, slots=True)
class Queue:
    """Reports that wait for my signature or judgement: number, name, year."""

    items: Sequence[tuple[int, str, int]]


@dataclass(frozen=True, slots=True)
class Review:
    """`by_team`: the evaluation team judges after the superior. `changed`: results moved since."""

    report: YearReport
    name: str
    composed: Composed
    by_team: bool
    may_judge: bool
    may_forward: bool
    changed: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """What is proposed, what is chosen (the proposal at first), and what comes of it."""

    report: YearReport
    name: str
    proposed: tuple[Expectation, Expectation]
    chosen: tuple[Expectation, Expectation]
    predikat: Predikat
    credit: Decimal | None
    months: int


def waiting(session: Session, me: Me) -> list[int]:
    """The numbers of the reports for which I owe a signature or a judgement."""
    rows = duties.open_of(session, me.employee_id, me.today)
    kinds = (DutyKind.YEAR_REVIEW, DutyKind.YEAR_JUDGE)
    return [one.object_id for one in rows if one.kind in kinds]


def queue(session: Session, me: Me) -> Queue:
    """What lies with me as a superior or as a member of the evaluation team."""
    rights.demand(session, me, "years.list", about=me.employee_id)
    found = [one for number in waiting(session, me) if (one := years.get(session, number))]
    people = employees.many(session, [one.employee_id for one in found])
    items = [(one.id or 0, people[one.employee_id].name, one.year) for one in found]
    return Queue(items[:MOST])


def review(session: Session, me: Me, report_id: int) -> Review:
    """One report as whoever signs or judges it reads it."""
    return _review(session, me, demanded(session, me, "years.read", report_id))


def _review(session: Session, me: Me, report: YearReport) -> Review:
    """What may be done is only for the buttons: every act asks for its right."""
    person = employees.get(session, report.employee_id)
    composed = composing.compose(session, report.employee_id, report.year)
    assert person is not None
    assert composed is not None
    by_team = _by_team(session, report)
    changed = report.state != FINAL and composing.write(composed.result) != report.parts
    mine = not changed and _is_mine(session, me, report, person.superior_id)
    judges = mine and (report.state == FORWARDED or not by_team)
    forwards = mine and report.state == SIGNED and by_team
    return Review(report, person.name, composed, by_team, judges, forwards, changed)


def _is_mine(session: Session, me: Me, report: YearReport, superior_id: int | None) -> bool:
    """Whether the next step is mine; who signed as superior does not judge for the team."""
    if report.state == SIGNED:
        return superior_id is not None and rights.acts_for(session, me, superior_id)
    others = me.employee_id not in (report.superior_id, report.employee_id)
    return report.state == FORWARDED and me.has(Role.EVALUATION_TEAM) and others


def verdict(
    session: Session, me: Me, report_id: int, hasil: str = "", perilaku: str = ""
) -> Choice:
    """Both axes to choose from, beginning with what the quarters propose."""
    seen = _mine(session, me, report_id)
    if not seen.may_judge:
        raise Refused(texts.changed() if seen.changed else texts.others_turn(), "not_to_judge")
    proposed = _proposed(seen.composed, composing.read(seen.report.parts))
    sides = {one.value: one for one in Expectation}
    chosen = (sides.get(hasil, proposed[0]), sides.get(perilaku, proposed[1]))
    predikat = seen.composed.scheme.quadrant.of(*chosen)
    credit = seen.composed.credit(predikat)
    return Choice(seen.report, seen.name, proposed, chosen, predikat, credit, seen.composed.months)


def judge(session: Session, me: Me, report_id: int, turn: int, hasil: str, perilaku: str) -> Went:
    """Sign with a predikat: the year is final, has a number and a code that proves it."""
    found = verdict(session, me, report_id, hasil, perilaku)
    report, here = found.report, place("years.review", report_id)
    number = years.next_number(session, report.year)
    signed = f"{report.id}/{report.year}/{number}/{report.employee_id}/{found.predikat}"
    mac = digest(vault_of(session).key("years"), f"{signed}/{me.now.isoformat()}".encode(), sha256)
    values = {
        "state": FINAL, "hasil_kerja": found.chosen[0].value, "perilaku": found.chosen[1].value,
        "predikat": found.predikat.value, "months": found.months, "number": number,
        "credit": "" if found.credit is None else str(found.credit),
        "judged_by": me.employee_id, "judged_at": me.now, "code": code_of(report.id or 0, mac),
    }  # fmt: skip
    if report.state == SIGNED:
        values["superior_at"] = me.now
    if not years.step(session, report_id, report.state, turn, values):
        return Went(here, words.changed_since())
    _done(session, me, report)
    facts = {
        "predikat": found.predikat.value, "number": number,
        "hasil_kerja": found.chosen[0].value, "perilaku": found.chosen[1].value,
    }  # fmt: skip
    audit.record(session, me.now, me.employee_id, "years.judge", f"yearreport/{report_id}", facts)
    return Went(here, texts.judged_notice())


def forward(session: Session, me: Me, report_id: int, turn: int) -> Went:
    """The superior signs; the evaluation team judges."""
    seen = _mine(session, me, report_id)
    if not seen.may_forward:
        raise Refused(texts.changed() if seen.changed else texts.others_turn(), "not_to_forward")
    values = {"state": FORWARDED, "superior_at": me.now}
    if not years.step(session, report_id, SIGNED, turn, values):
        return Went(place("years.review", report_id), words.changed_since())
    _done(session, me, seen.report)
    due = me.today + timedelta(DAYS)
    for member in _team(session, me, seen.report):
        duties.owe_anew(
            session, DutyKind.YEAR_JUDGE, member, me.today, due,
            about_id=seen.report.employee_id, object_id=report_id,
        )  # fmt: skip
    about = f"yearreport/{report_id}"
    audit.record(
        session, me.now, me.employee_id, "years.forward", about, {"year": seen.report.year}
    )
    return Went(place("years.review", report_id), texts.forwarded_notice())


def back(session: Session, me: Me, report_id: int) -> Review:
    """Asks why it goes back to its writer."""
    return _mine(session, me, report_id)


def return_text(session: Session, me: Me, report_id: int, typed: str) -> Went:
    """Give it back to be mended, with a reason."""
    seen = back(session, me, report_id)
    said = " ".join(typed.split())
    if len(said) < SHORTEST:
        raise Refused(texts.too_short(SHORTEST), "too_short")
    if len(said) > LONGEST:
        raise Refused(words.too_long(LONGEST, len(said)), "too_long")
    report = seen.report
    values = {"state": DRAFT, "reason": said, "signed_at": None, "superior_at": None}
    if not years.step(session, report_id, report.state, report.turn, values):
        return Went(Place("years.queue"), words.changed_since())
    _done(session, me, report)
    about = f"yearreport/{report_id}"
    audit.record(session, me.now, me.employee_id, "years.return", about, {"year": report.year})
    return Went(Place("years.queue"), texts.returned_notice())


def _mine(session: Session, me: Me, report_id: int) -> Review:
    """The report, with the right to act on it in its state."""
    report = years.get(session, report_id)
    right = "years.judge" if report is not None and report.state == FORWARDED else "years.sign"
    return _review(session, me, demanded(session, me, right, report_id))


def _proposed(composed: Composed, signed: YearResult) -> tuple[Expectation, Expectation]:
    met, above = composed.scheme.thresholds.met, composed.scheme.thresholds.above
    hasil, perilaku = (
        expectation_of(signed.axes[axis], met, above) for axis in (Axis.HASIL_KERJA, Axis.PERILAKU)
    )
    return hasil, perilaku


def _by_team(session: Session, report: YearReport) -> bool:
    if report.scheme_id is None:
        return False
    return schemes.by_number(session, report.scheme_id).year.judge is Judge.TEAM


def _team(session: Session, me: Me, report: YearReport) -> list[int]:
    held = grants.holders(session, Role.EVALUATION_TEAM, me.today)
    members = {one.employee_id for one in held if one.unit_id is None}
    return sorted(members - {report.employee_id, report.superior_id})


def _done(session: Session, me: Me, report: YearReport) -> None:
    """Nobody waits for this step any more; a later one may wait anew."""
    for kind in (DutyKind.YEAR_REVIEW, DutyKind.YEAR_JUDGE):
        duties.done(session, kind, me.now, about_id=report.employee_id, object_id=report.id or 0)
