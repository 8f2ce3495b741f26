"""The judgement of a year: both axes, the predikat that follows, and the number that ends it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256
from hmac import digest
from typing import Any

from sqlmodel import Session

from bot.actions.me import Me
from bot.actions.years import composing, owing, parties
from bot.actions.years.composing import Composed
from bot.actions.years.reviewing import Review, mine
from bot.rules.audit import code_of
from bot.rules.predikat import Expectation, Predikat, expectation_of
from bot.rules.schemes import Axis
from bot.rules.years import YearResult
from bot.screens import Went, place
from bot.texts import words
from bot.texts.years import judging as texts
from storage import agreement, audit, years
from storage.columns import vault_of
from storage.outbox import Kind, put
from storage.years import FINAL, FORWARDED, SIGNED, YearReport

TOLD = ("predikat", "number", "hasil_kerja", "perilaku", "months", "credit", "code")
"""What the audit trail says of a judgement."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What is proposed, what is chosen (the proposal at first), and what comes of it."""

    report: YearReport
    name: str
    superior_id: int
    proposed: tuple[Expectation, Expectation]
    chosen: tuple[Expectation, Expectation]
    predikat: Predikat
    credit: Decimal | None
    months: Sequence[int]


def verdict(
    session: Session, me: Me, report_id: int, hasil: str = "", perilaku: str = ""
) -> Choice:
    """Both axes to choose from, beginning with what the quarters propose."""
    seen = mine(session, me, report_id)
    seen.demand(may=seen.may_judge)
    proposed = _proposed(seen.composed, composing.read(seen.report.parts))
    sides = {one.value: one for one in Expectation}
    chosen = (sides.get(hasil, proposed[0]), sides.get(perilaku, proposed[1]))
    predikat = seen.composed.scheme.quadrant.of(*chosen)
    credit = seen.composed.credit(predikat)
    months = seen.composed.months
    return Choice(
        seen.report, seen.name, _superior(seen), proposed, chosen, predikat, credit, months
    )


def judge(session: Session, me: Me, report_id: int, turn: int, hasil: str, perilaku: str) -> Went:
    """Sign with a predikat: the year is final, has a number and a code that proves it."""
    found = verdict(session, me, report_id, hasil, perilaku)
    report, here = found.report, place("years.review", report_id)
    number = years.next_number(session, report.year)
    values = _values(session, me, found, number)
    if report.state == SIGNED:
        values |= {
            "superior_id": found.superior_id, "superior_at": me.now,
            "superior_by": me.employee_id,
        }  # fmt: skip
    if not years.step(session, report_id, report.state, turn, values):
        return Went(here, words.changed_since())
    years.replace_former(session, report)
    owing.done(session, me, report)
    said = agreement.mark(vault_of(session), values["parties"])
    facts = {name: values[name] for name in TOLD} | {"said": said}
    audit.record(session, me.now, me.employee_id, "years.judge", f"yearreport/{report_id}", facts)
    put(
        session, f"years.final/{report_id}", Kind.DECISION, "years.final", me.now,
        to=report.employee_id, facts={"report": report_id}, opens=place("years.card", report.year),
    )  # fmt: skip
    return Went(here, texts.judged_notice())


def _values(session: Session, me: Me, found: Choice, number: int) -> dict[str, Any]:
    """What the row says once it is judged; the code binds who, when and with what."""
    report = found.report
    signed = f"{report.id}/{report.year}/{number}/{report.employee_id}/{found.predikat}"
    signer = report.superior_by or me.employee_id
    there = (report.employee_id, found.superior_id, signer, me.employee_id)
    mac = digest(vault_of(session).key("years"), f"{signed}/{me.now.isoformat()}".encode(), sha256)
    return {
        "state": FINAL, "hasil_kerja": found.chosen[0].value, "perilaku": found.chosen[1].value,
        "predikat": found.predikat.value, "months": len(found.months), "number": number,
        "first_month": min(found.months, default=1), "last_month": max(found.months, default=12),
        "credit": "" if found.credit is None else str(found.credit),
        "judged_by": me.employee_id, "judged_at": me.now, "code": code_of(report.id or 0, mac),
        "parties": parties.write(parties.gather(session, *there)),
    }  # fmt: skip


def _superior(seen: Review) -> int:
    """Who signed as superior; else the superior of today."""
    number = seen.report.superior_id if seen.report.state == FORWARDED else seen.superior_id
    assert number is not None
    return number


def _proposed(composed: Composed, signed: YearResult) -> tuple[Expectation, Expectation]:
    met, above = composed.scheme.thresholds.met, composed.scheme.thresholds.above
    hasil, perilaku = (
        expectation_of(signed.axes[axis], met, above) for axis in (Axis.HASIL_KERJA, Axis.PERILAKU)
    )
    return hasil, perilaku
