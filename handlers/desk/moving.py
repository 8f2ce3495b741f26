"""Drawing the hierarchy of one person: choosing, the last look, what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlmodel import Session

from bot.actions.desk import moving, plans, undoing
from bot.actions.spans import packed
from bot.screens import Button, Place, Screen, Style, place
from bot.texts import words
from bot.texts.desk import moving as texts
from bot.texts.desk import plans as planned
from handlers.desk.people import MENU
from handlers.lists import found_text, people_rows, turns
from handlers.table import Recipient
from storage import employees, moves, units
from storage.moves import MoveState, What

SHOWN = 2


def draw_moving(at: moving.Moving) -> Screen:
    number = at.employee_id
    ask = [
        Button(texts.ASK[what], opens=place("desk.move", number, what))
        for what in ("superior", "unit")
    ]
    plans = [
        [Button(planned.planned_label(n), opens=place("desk.moved", move_id))]
        for n, (move_id, *_) in enumerate(at.planned[:SHOWN], 1)
    ]
    text = texts.card(at.name, at.superior, at.unit, [one[1:] for one in at.planned[:SHOWN]])
    back = Button(words.BACK, opens=place("desk.person", number))
    return Screen(text, [ask, *plans, [back, MENU_BUTTON]])


def draw_asking(at: moving.Choice) -> Screen:
    typing = place("desk.move", at.employee_id, at.what)
    return Screen(texts.ask(at.what, at.name), [_back(at.employee_id)], typing=typing)


def draw_found(at: moving.Choice) -> Screen:
    typing = place("desk.move", at.employee_id, at.what)
    if at.people:
        rows = people_rows(
            at.people, lambda one: place("desk.move_day", at.employee_id, at.what, one)
        )
        return Screen(found_text(at.people), [*rows, _back(at.employee_id)], typing=typing)
    rows = [
        [
            Button(
                words.fitting(f"{n}. {name}"),
                opens=place("desk.move_day", at.employee_id, at.what, unit),
            )
        ]
        for n, (unit, name) in enumerate(at.units, 1)
    ]
    text = texts.units_found([name for _, name in at.units])
    return Screen(text, [*rows, _back(at.employee_id)], typing=typing)


def draw_day(at: moving.Check) -> Screen:
    those = at.employee_id, at.what, at.after_id
    today = place("desk.move_check", *those, packed(at.today))
    return Screen(
        texts.ask_day(at.what, at.name, at.after),
        [[Button(texts.TODAY, opens=today)], _back(at.employee_id)],
        typing=place("desk.move_day", *those),
    )


def draw_check(at: moving.Check) -> Screen:
    assert at.since is not None
    those = at.employee_id, at.what
    act = place("desk.move", *those, at.before_id, at.after_id, packed(at.since))
    effect = at.effect
    said = texts.effects(at.what, effect.led, effect.names, effect.above, effect.heads, at.after)
    text = texts.check(at.what, at.name, at.before, at.after, at.since, said)
    another, back = place("desk.move_day", *those, at.after_id), _back(at.employee_id)
    if at.replaces:
        act = place("desk.replan", at.replaces, packed(at.since))
        another, back = place("desk.replan", at.replaces), _back_to_plan(at.replaces)
    sure = Button(texts.REALLY, does=act, style=Style.GOOD)
    other = Button(planned.ANOTHER_DAY, opens=another)
    return Screen(text, [[sure, other], back])


def draw_moved(at: undoing.Moved) -> Screen:
    text = texts.moved(at.what, at.name, at.after, at.since, at.state, undoable=at.undoable)
    rows = []
    if at.undoable:
        undo = place("desk.undo_move", at.move_id)
        rows.append([Button(texts.UNDO, does=undo, style=Style.BAD)])
    if at.state == MoveState.PLANNED:
        rows[0].append(Button(planned.ANOTHER_DAY, opens=place("desk.replan", at.move_id)))
        rows.append([Button(planned.PLANS, opens=place("desk.plans", 0))])
    return Screen(text, [*rows, _back(at.employee_id)])


def draw_plans(at: plans.Plans) -> Screen:
    """All that waits for its day, in my units."""
    rows = [
        [Button(words.called(one.name), opens=place("desk.moved", one.move_id))]
        for one in at.items
    ]
    row = turns(at.page, at.pages, 1, lambda page: place("desk.plans", page))
    back = Button(words.BACK, opens=Place("desk.staff"))
    tail = [*row, back] if row else [back, MENU_BUTTON]
    lines = [(one.name, one.what, one.after, one.since, one.author) for one in at.items]
    return Screen(planned.plans(at.total, at.page, at.pages, lines), [*rows, tail])


def draw_replanning(at: moving.Check) -> Screen:
    text = planned.ask_other_day(at.what, at.name, at.after)
    back = _back_to_plan(at.replaces)
    return Screen(text, [back], typing=place("desk.replan", at.replaces))


def _back_to_plan(move_id: int) -> list[Button]:
    return [Button(words.BACK, opens=place("desk.moved", move_id)), MENU_BUTTON]


def write_moved(session: Session, _: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    """Nothing when it was taken back before the letter went out."""
    row = moves.get(session, facts["move"])
    if row is None or row.state != moves.MoveState.DONE:
        return None
    if facts["led"]:
        person = employees.get(session, row.employee_id)
        return Screen(texts.told_superior(person.name if person else "", row.since))
    if row.what == What.SUPERIOR:
        boss = employees.get(session, row.after_id)
        return Screen(texts.told(row.what, boss.name if boss else "", row.since))
    unit = units.get(session, row.after_id)
    return Screen(texts.told(row.what, unit.name if unit else "", row.since))


def write_failed(session: Session, _: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    row = moves.get(session, facts["move"])
    person = employees.get(session, row.employee_id) if row else None
    return Screen(texts.failed(person.name)) if person else None


def _back(employee_id: int) -> list[Button]:
    return [Button(words.BACK, opens=place("desk.moving", employee_id)), MENU_BUTTON]


MENU_BUTTON = Button(words.MENU, opens=MENU)
