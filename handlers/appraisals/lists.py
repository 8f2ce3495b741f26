"""My people, and one of them before I rate."""

from __future__ import annotations

from collections.abc import Sequence

from bot.actions import appraisals
from bot.rules.schemes import Source
from bot.screens import Button, Place, Screen, place
from bot.texts import appraisals as texts
from bot.texts import drills, words
from bot.texts import expectations as plans
from bot.texts import panel as desk
from bot.texts.panel import returning
from bot.texts.reports import FULL
from handlers.reports import parts_text

MOST_BUTTONS = 8
MY_PLANS = Place("expectations.mine")
HOME = Button(words.MENU, opens=Place("home.menu"))


def pager(name: str, args: Sequence[int], page: int, pages: int) -> list[Button]:
    """`◀` and `▶` where there is something."""
    row = []
    if page > 0:
        row.append(Button("◀", opens=place(name, *args, page - 1)))
    if page < pages - 1:
        row.append(Button("▶", opens=place(name, *args, page + 1)))
    return row


def to_drill(period_id: int) -> Button:
    """Where a form waits for the drill."""
    return Button(drills.BEGIN, opens=place("drills.home", period_id))


def draw_list(listed: appraisals.Listed) -> Screen:
    if not listed.total:
        return Screen(texts.nobody_to_rate(), [[Button(plans.TITLE, opens=MY_PLANS)], [HOME]])
    if not listed.year:
        return Screen(texts.none_opened(), [[HOME]])
    head = texts.people(
        listed.year, listed.quarter, listed.sent, listed.total, listed.due, listed.today
    )
    lines = [
        texts.people_line(one.name, one.reported, one.state, left=one.left)
        for one in listed.people
    ]
    rows = [
        [Button(words.called(one.name), opens=_person(listed.period_id, one.employee_id))]
        for one in listed.people
    ]
    if listed.shut and listed.left:
        rows.insert(0, [to_drill(listed.period_id)])
    elif listed.left > 1:
        across = place("appraisals.go_across", listed.period_id, Source.SUPERIOR)
        rows.append([Button(texts.ON_ACROSS if listed.across else texts.ACROSS, does=across)])
    if listed.sent and not listed.page:
        rows.append([Button(desk.MIRROR, opens=Place("panel.mirror"))])
    turn = pager("appraisals.list", [listed.period_id], listed.page, listed.pages)
    theirs = Button(plans.TITLE, opens=Place("expectations.team"))
    last = [theirs, *turn] if len(rows) + len(turn) + 2 > MOST_BUTTONS else [theirs, *turn, HOME]
    return Screen("\n\n".join([head, "\n".join(lines), texts.choose()]), [*rows, last])


def draw_person(person: appraisals.Person) -> Screen:
    text = "\n\n".join(
        [
            texts.person(person.name, person.sex, person.post, person.year, person.quarter),
            *([texts.left_service(person.left_on)] if person.left_on else []),
            texts.report(person.report, person.reported),
            texts.deeds(person.deeds),
            texts.person_state(person.state, person.open, person.submit_until),
            *([returning.returned_reason(person.returned)] if person.returned else []),
        ]
    )
    back = [Button(words.BACK, opens=place("appraisals.list", person.period_id)), HOME]
    here = (person.period_id, person.employee_id)
    looks = [Button(plans.TITLE, opens=place("expectations.person", *here))]
    if person.parts:
        looks.insert(0, Button(FULL, opens=place("appraisals.report", *here)))
    if person.state == "sent":
        see = Button(texts.SEE_RESULT, opens=place("results.card", *here))
        return Screen(text, [[see], looks, back] if person.total is not None else [looks, back])
    if not person.open:
        return Screen(text, [looks, back])
    if person.shut:
        lead = [to_drill(person.period_id)]
        return Screen(f"{text}\n\n{drills.first()}", [lead, looks, back])
    label = texts.GO_ON if person.state else texts.BEGIN
    begin = Button(label, does=place("appraisals.start", *here))
    return Screen(text, [[begin], looks, back])


def draw_report(person: appraisals.Person) -> Screen:
    """The whole report that was sent."""
    blocks = [
        texts.person(person.name, person.sex, person.post, person.year, person.quarter),
        texts.report(person.report, person.reported),
        parts_text(person.parts),
    ]
    back = [Button(words.BACK, opens=_person(person.period_id, person.employee_id)), HOME]
    return Screen("\n\n".join(block for block in blocks if block), [back])


def _person(period_id: int, employee_id: int) -> Place:
    return place("appraisals.form", period_id, employee_id)
