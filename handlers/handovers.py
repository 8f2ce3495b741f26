"""A result handed over without the bot: recorded, attested by a witness, contradicted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlmodel import Session

from bot.actions import receipts
from bot.rules.receipts import HandState
from bot.screens import Button, Place, Screen, Style, place
from bot.texts import handovers as texts
from bot.texts import receipts as receipt_texts
from bot.texts import results, words
from handlers.lists import found_text, people_rows
from handlers.table import Recipient, Shown, Table
from storage import employees, handovers, periods
from storage import receipts as stored
from storage.handovers import Handover

HOME = Button(words.MENU, opens=Place("home.menu"))


def draw_one(at: receipts.Handing) -> Screen:
    text = receipt_texts.handing(at.name, at.year, at.quarter, at.published, at.why, at.standing)
    rows = []
    if at.asked:
        text += "\n\n" + texts.waits_for_witness()
    elif at.ready:
        rows = [[Button(texts.RECORD, opens=place("receipts.way", at.receipt_id))]]
    else:
        text += "\n\n" + texts.still_reminded(at.standing.deemed)
    return Screen(text, [*rows, [_back(at), HOME]])


def draw_way(at: receipts.Handing) -> Screen:
    rows = [
        [Button(texts.way_label(way), opens=place("receipts.where", at.receipt_id, way))]
        for way in texts.ways()
    ]
    title = words.bold(at.name) + "\n" + words.quarter(at.year, at.quarter)
    back = Button(words.BACK, opens=place("receipts.one", at.receipt_id))
    return Screen(title + "\n\n" + texts.ask_way(), [*rows, [back, HOME]])


def draw_where(at: receipts.Handing) -> Screen:
    back = Button(words.BACK, opens=place("receipts.way", at.receipt_id))
    if not at.way:
        return draw_way(at)
    typing = place("receipts.place_text", at.receipt_id, at.way)
    return Screen(texts.ask_place(at.name, at.way), [[back, HOME]], typing=typing)


def draw_seek(at: receipts.Seeking) -> Screen:
    number = at.handover_id
    rows = people_rows(at.people, lambda one: place("receipts.sure", number, one))
    text = texts.ask_witness(at.name, at.way, at.where)
    if at.people:
        text = found_text(at.people)
    back = Button(words.BACK, opens=place("receipts.one", at.receipt_id))
    return Screen(text, [*rows, [back, HOME]], typing=place("receipts.find", number))


def draw_sure(at: receipts.Seeking) -> Screen:
    if not at.people:
        return draw_seek(at)
    one = at.people[0]
    act = place("receipts.ask", at.handover_id, one.employee_id)
    back = Button(words.BACK, opens=place("receipts.seek", at.handover_id))
    return Screen(
        found_text([one]), [[Button(texts.ASK, does=act, style=Style.GOOD)], [back, HOME]]
    )


def draw_witness(at: receipts.Handed) -> Screen:
    attested = at.state is HandState.ATTESTED
    text = texts.witness(at, open_=at.open, attested=attested)
    if not at.open:
        return Screen(text, [[HOME]])
    number = at.handover_id
    yes = Button(texts.ATTEST, does=place("receipts.attest", number), style=Style.GOOD)
    no = Button(texts.DENY, does=place("receipts.deny", number))
    return Screen(text, [[yes], [no], [HOME]])


def draw_handed(at: receipts.Handed) -> Screen:
    told = at.state is HandState.CONTRADICTED
    number = at.handover_id
    rows = [] if told else [
        [Button(texts.CONTRADICT, opens=place("receipts.contradicting", number))]
    ]  # fmt: skip
    back = Button(words.BACK, opens=place("results.card", at.period_id, at.employee_id))
    return Screen(texts.handed(at, contradicted=told), [*rows, [back, HOME]])


def draw_contradicting(at: receipts.Handed) -> Screen:
    back = Button(words.BACK, opens=place("receipts.handed", at.handover_id))
    typing = place("receipts.contradict_text", at.handover_id)
    return Screen(texts.ask_contradiction(), [[back, HOME]], typing=typing)


def write_asked(session: Session, _: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    row = handovers.get(session, facts["handover"])
    if row is None or row.state != HandState.ASKED:
        return None
    see = Button(words.OPEN, opens=place("receipts.witness", row.id or 0))
    officer = employees.get(session, row.by_id)
    return Screen(texts.asked_letter(officer.name if officer else ""), [[see]])


def write_handed(session: Session, to: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    row = handovers.get(session, facts["handover"])
    receipt = stored.get(session, row.receipt_id) if row else None
    period = periods.get(session, receipt.period_id) if receipt else None
    if row is None or receipt is None or period is None or receipt.taken_at is None:
        return None
    those = receipt.employee_id, receipt.edition, receipt.issued_at
    at = receipts.standing(session, period, *those, to.now)
    see = Button(texts.SEE, opens=place("receipts.handed", row.id or 0))
    result = Button(
        results.SEE, opens=place("results.card", receipt.period_id, receipt.employee_id)
    )
    day = receipt.taken_at.astimezone(to.now.tzinfo).date()
    return Screen(receipt_texts.handed(period.year, period.quarter, day, at), [[see], [result]])


def write_denied(session: Session, _: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    row, name, _quarter = _about(session, facts)
    witness = employees.get(session, row.witness_id or 0) if row else None
    if row is None or witness is None:
        return None
    return Screen(texts.denied_letter(witness.name, name))


def write_contradicted(session: Session, _: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    row, name, quarter = _about(session, facts)
    return Screen(texts.contradicted_letter(name, quarter, row.word)) if row else None


def _about(session: Session, facts: Mapping[str, Any]) -> tuple[Handover | None, str, str]:
    """The hand-over with the name and quarter it is about."""
    row = handovers.get(session, facts["handover"])
    receipt = stored.get(session, row.receipt_id) if row else None
    period = periods.get(session, receipt.period_id) if receipt else None
    person = employees.get(session, receipt.employee_id) if receipt else None
    if period is None or person is None:
        return None, "", ""
    return row, person.name, words.quarter(period.year, period.quarter)


def _back(at: receipts.Handing) -> Button:
    """To the list of HR, else to the result of whom I lead."""
    if at.hr:
        return Button(words.BACK, opens=place("receipts.list", at.period_id, 0))
    return Button(words.BACK, opens=place("results.card", at.period_id, at.employee_id))


def routes() -> Table:
    return Table(
        places={
            "receipts.one": Shown(receipts.one, draw_one),
            "receipts.way": Shown(receipts.one, draw_way),
            "receipts.where": Shown(receipts.one, draw_where),
            "receipts.seek": Shown(receipts.seeking, draw_seek),
            "receipts.found": Shown(receipts.seeking, draw_seek),
            "receipts.sure": Shown(receipts.seeking, draw_sure),
            "receipts.witness": Shown(receipts.witness, draw_witness),
            "receipts.handed": Shown(receipts.handed, draw_handed),
            "receipts.contradicting": Shown(receipts.handed, draw_contradicting),
        },
        acts={
            "receipts.ask": receipts.ask,
            "receipts.attest": receipts.attest,
            "receipts.deny": receipts.deny,
        },
        typed={
            "receipts.place_text": receipts.write_place,
            "receipts.find": receipts.find_witness,
            "receipts.contradict_text": receipts.contradict,
        },
        letters={
            "receipts.asked": write_asked,
            "receipts.handed": write_handed,
            "receipts.denied": write_denied,
            "receipts.contradicted": write_contradicted,
        },
    )
