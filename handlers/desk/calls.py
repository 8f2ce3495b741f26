"""Drawing the call list and one person on it."""

from __future__ import annotations

from bot.actions import desk
from bot.screens import Button, Place, Screen, Style, place
from bot.texts import desk as texts
from bot.texts import words
from handlers.desk.people import MENU
from handlers.lists import turns
from storage.reachability import OUT


def draw_calls(at: desk.Calls) -> Screen:
    people = [(one.name, one.unit, phone) for one, phone in at.items]
    rows = [
        [Button(words.called(one.name), opens=place("desk.call", at.why, one.employee_id))]
        for one, _ in at.items
    ]
    row = turns(
        at.page, at.total, desk.PAGE, lambda page: place("desk.calls", at.why, page, at.unit)
    )
    text = texts.calls(at.why, at.total, people)
    before = place("desk.adoption", 0) if at.unit else Place("desk.reach")
    back = [Button(words.BACK, opens=before), Button(words.MENU, opens=MENU)]
    return Screen(text, [*rows, *([row] if row else []), back])


def draw_call(at: desk.Call) -> Screen:
    number, stands, hanging = at.who.employee_id, at.standing, at.hanging
    why = [texts.stands(stands.state, stands.since, stands.fault)]
    if hanging:
        why.append(texts.hangs(hanging.letters, hanging.since, hanging.state))
    advice = texts.advice(stands.state, hanging=hanging is not None)
    text = texts.call(at.who.name, at.who.unit, at.phone, list(filter(None, why)), advice)
    rows = []
    if hanging:
        done = place("desk.called", number, hanging.letters)
        rows.append([Button(texts.CALLED, does=done, style=Style.GOOD)])
    if stands.state not in {"active", "claimed"}:
        rows.append([Button(texts.INVITE, does=place("desk.invite", number, stands.state))])
    rows.append([Button(texts.PERSON, opens=place("desk.person", number))])
    before = Place("desk.reach") if at.why == OUT else place("desk.calls", at.why, 0)
    back = Button(words.BACK, opens=before)
    return Screen(text, [*rows, [back, Button(words.MENU, opens=MENU)]])
