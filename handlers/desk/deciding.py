"""Drawing claims and reports of wrong superiors."""

from __future__ import annotations

from collections.abc import Callable

from bot.actions import desk
from bot.screens import Button, Place, Screen, Style, place
from bot.texts import desk as texts
from bot.texts import words
from handlers.desk.people import MENU, WAYS_OUT
from handlers.lists import found_text, people_rows, turns


def draw_claims(at: desk.Page) -> Screen:
    return _listed(texts.claims(at.total), at, "desk.claims", lambda n: place("desk.claim", n))


def draw_reports(at: desk.Page) -> Screen:
    return _listed(texts.reports(at.total), at, "desk.reports", lambda n: place("desk.report", n))


def _listed(text: str, at: desk.Page, name: str, opens: Callable[[int], Place]) -> Screen:
    rows = [[Button(words.fitting(who.name), opens=opens(number))] for number, who in at.items]
    row = turns(at.page, at.total, desk.PAGE, lambda page: place(name, page))
    return Screen(text, [*rows, *([row] if row else []), WAYS_OUT])


def draw_pending(at: desk.Pending) -> Screen:
    text = texts.pending(
        at.name, at.nip, at.unit, at.issuer, at.since, mine=at.mine, changes=at.changes
    )
    back = [Button(words.BACK, opens=place("desk.claims", 0)), Button(words.MENU, opens=MENU)]
    asks = None if at.mine else place("desk.claim", at.account_id)
    return Screen(text, [[_decline(at)], back], typing=asks)


def draw_sure(at: desk.Pending) -> Screen:
    does = place("desk.approve", at.account_id, at.number)
    approve = Button(words.APPROVE, does=does, style=Style.GOOD)
    back = Button(words.BACK, opens=place("desk.claim", at.account_id))
    return Screen(
        texts.recognised(at.name, at.unit),
        [[approve, _decline(at)], [back, Button(words.MENU, opens=MENU)]],
    )


def _decline(at: desk.Pending) -> Button:
    return Button(words.REJECT, does=place("desk.decline", at.account_id), style=Style.BAD)


def draw_report(at: desk.Report) -> Screen:
    text = texts.report(at.name, at.unit, at.listed, at.said, at.since)
    choose = Button(texts.CHOOSE, opens=place("desk.right", at.report_id))
    refuse = Button(words.REJECT, opens=place("desk.refuse", at.report_id))
    back = [Button(words.BACK, opens=place("desk.reports", 0)), Button(words.MENU, opens=MENU)]
    return Screen(text, [[choose, refuse], back])


def draw_right(at: desk.Report) -> Screen:
    return Screen(texts.ask_right(at.name), [_back(at)], typing=place("desk.right", at.report_id))


def draw_refuse(at: desk.Report) -> Screen:
    return Screen(
        texts.ask_reason(at.name), [_back(at)], typing=place("desk.refuse", at.report_id)
    )


def draw_rights(at: desk.Settling) -> Screen:
    number = at.report.report_id
    rows = people_rows(at.people, lambda one: place("desk.settle", number, one))
    return Screen(
        found_text(at.people), [*rows, _back(at.report)], typing=place("desk.right", number)
    )


def draw_settling(at: desk.Settling) -> Screen:
    chosen = at.people[0]
    report = at.report
    accept = place("desk.accept", report.report_id, chosen.employee_id, report.listed_id)
    text = texts.settling(at.report.name, at.report.listed, chosen.name)
    approve = Button(words.APPROVE, does=accept, style=Style.GOOD)
    change = Button(words.CHANGE, opens=place("desk.right", at.report.report_id))
    return Screen(text, [[approve, change], _back(at.report)])


def _back(at: desk.Report) -> list[Button]:
    return [
        Button(words.BACK, opens=place("desk.report", at.report_id)),
        Button(words.MENU, opens=MENU),
    ]
