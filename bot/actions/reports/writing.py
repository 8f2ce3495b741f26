"""Writing the parts of my report: a figure and a remark on each planned result, two questions."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.pages import nearest, pages_of
from bot.actions.refusals import Refused
from bot.actions.reports.cards import Card, card, writable
from bot.actions.reports.parts import ResultLine
from bot.rules.figures import LARGEST, plain
from bot.rules.typed import read_measure
from bot.screens import Place, place
from bot.texts import expectations as plan_texts
from bot.texts import reports as texts
from bot.texts import words
from storage import report_parts, reports
from storage.report_parts import HELPED, HINDERED, RESULT

LONGEST = 200
PAGE = 3


@dataclass(frozen=True, slots=True)
class Lines:
    """The parts of my report, to change any of them; a page of its planned results."""

    card: Card
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Asked:
    """One planned result to be reported on."""

    card: Card
    line: ResultLine


def lines(session: Session, me: Me, period_id: int, page: int = 0) -> Lines:
    """What of my report I may change."""
    shown = _card(session, me, period_id)
    total = len(shown.parts.results)
    return Lines(shown, nearest(page, total, PAGE), pages_of(total, PAGE))


def ask_result(session: Session, me: Me, period_id: int, planned_id: int) -> Asked:
    shown = _card(session, me, period_id)
    for line in shown.parts.results:
        if line.planned.number == planned_id:
            return Asked(shown, line)
    raise Refused(words.not_available(), "unknown_planned")


def put_result(session: Session, me: Me, period_id: int, planned_id: int, text: str) -> Place:
    """`18 berkas; dua menunggu tanda tangan`: a figure, a remark, or both."""
    asked = ask_result(session, me, period_id, planned_id)
    writable(session, me, period_id)
    first, _, rest = " ".join(text.split()).partition(";")
    read = read_measure(first.strip())
    remark = rest.strip() if read else " ".join(text.split())
    if read is None and not remark:
        raise Refused(texts.too_short(), "too_short")
    unit = asked.line.planned.shown.unit
    if read and read[1] and read[1].casefold() != unit.casefold():
        raise Refused(plan_texts.other_unit(unit), "other_unit")
    if read and not 0 <= read[0] < LARGEST:
        raise Refused(plan_texts.not_an_amount(unit), "not_a_number")
    _fits(remark)
    number = reports.begin(session, period_id, me.employee_id)
    figure = plain(read[0]) if read else None
    report_parts.write(session, number, RESULT, planned_id, remark or None, figure)
    return place("reports.card", period_id)


def put_helped(session: Session, me: Me, period_id: int, text: str) -> Place:
    """What helped."""
    return _put(session, me, period_id, HELPED, text)


def put_hindered(session: Session, me: Me, period_id: int, text: str) -> Place:
    """What hindered."""
    return _put(session, me, period_id, HINDERED, text)


def _put(session: Session, me: Me, period_id: int, kind: str, text: str) -> Place:
    rights.demand(session, me, "reports.write", about=me.employee_id)
    writable(session, me, period_id)
    said = _fits(" ".join(text.split()))
    if not any(letter.isalnum() for letter in said):
        raise Refused(texts.too_short(), "too_short")
    number = reports.begin(session, period_id, me.employee_id)
    report_parts.write(session, number, kind, 0, said)
    return place("reports.card", period_id)


def _fits(said: str) -> str:
    if len(said) > LONGEST:
        raise Refused(words.too_long(LONGEST, len(said)), "too_long")
    return said


def _card(session: Session, me: Me, period_id: int) -> Card:
    found = card(session, me, period_id)
    assert found is not None
    return found
