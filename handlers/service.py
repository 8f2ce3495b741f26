"""/penghargaan: Satyalancana Karya Satya, who is due, one's own years, notes of HR."""

from __future__ import annotations

from collections.abc import Sequence

from bot.actions import service
from bot.actions.pages import Leaf
from bot.actions.search import Found
from bot.actions.spans import packed
from bot.rules.awards.service import NoteKind
from bot.screens import Button, Place, Screen, Style, place
from bot.texts import words
from bot.texts.service import noting, watching
from handlers.appraisals import pager
from handlers.lists import found_text, people_rows
from handlers.table import Shown, Table

MENU = Button(words.MENU, opens=Place("home.menu"))
LIST = Button(words.BACK, opens=place("service.watch", 0, 0))
WAYS_OUT = [LIST, MENU]
MOST_NOTES = 3


def draw_watch(at: service.Watch) -> Screen:
    people = at.people.items
    lines = [watching.watch_line(one.name, one.unit, one.service) for one in people]
    rows = [
        [Button(words.called(one.name), opens=place("service.person", one.employee_id))]
        for one in people
    ]
    find = Button(watching.FIND, opens=Place("service.name"))
    by_unit = Button(watching.BY_UNIT, opens=place("service.units", 0))
    turn = pager("service.watch", [at.unit_id], at.people.page, at.people.pages)
    text = "\n\n".join([watching.watch(at.unit, at.due, at.soon), *lines])
    # with the menu it would be nine buttons on a middle page
    return Screen(text, [*rows, [find, by_unit], turn or [MENU]])


def draw_units(at: Leaf[tuple[int, str, int]]) -> Screen:
    rows = [
        [Button(watching.unit_label(name, many), opens=place("service.watch", number, 0))]
        for number, name, many in at.items
    ]
    turn = pager("service.units", [], at.page, at.pages)
    everywhere = Button(watching.ALL_UNITS, opens=place("service.watch", 0, 0))
    return Screen(watching.units(len(at.items)), [*rows, [everywhere, *turn]])


def draw_name(_: None) -> Screen:
    return Screen(watching.ask_name(), [WAYS_OUT], typing=Place("service.name"))


def draw_found(people: Sequence[Found]) -> Screen:
    rows = people_rows(people, lambda number: place("service.person", number))
    return Screen(found_text(people), [*rows, WAYS_OUT], typing=Place("service.name"))


def draw_person(at: service.Standing) -> Screen:
    blocks = [watching.standing(at.name, at.unit, at.service, mine=at.mine)]
    rows = []
    if at.notes:
        blocks.append(noting.notes(at.notes))
    if at.mine:
        blocks.append(noting.objecting())
    if at.may_note:
        rows = [
            [
                Button(
                    noting.note_label(NoteKind(one.kind), one.since),
                    opens=place("service.check", one.id or 0),
                )
            ]
            for one in at.notes[-MOST_NOTES:]
        ]
        rows.append([Button(noting.NOTE, opens=place("service.kind", at.employee_id))])
    back = Button(words.BACK, opens=Place("awards.list")) if at.mine else LIST
    return Screen("\n\n".join(blocks), [*rows, [back, MENU]])


def draw_kind(at: service.Draft) -> Screen:
    buttons = [
        Button(label, opens=place("service.days", at.employee_id, kind.value))
        for kind, label in noting.KINDS.items()
    ]
    rows = [[buttons[0]], buttons[1:3], buttons[3:5], buttons[5:7]]
    return Screen(noting.choose_kind(at.name), [*rows, [_back(at)]])


def draw_days(at: service.Draft) -> Screen:
    assert at.kind is not None
    typing = place("service.days", at.employee_id, at.kind.value)
    return Screen(noting.ask_days(at.kind, at.name), [[_back(at), MENU]], typing=typing)


def draw_ground(at: service.Draft) -> Screen:
    assert at.kind is not None
    assert at.since is not None
    assert at.until is not None
    here = (at.employee_id, at.kind.value)
    text = noting.ask_ground(at.kind, at.name, at.since, at.until)
    change = Button(words.CHANGE, opens=place("service.days", *here))
    typing = place("service.ground", *here, packed(at.since), packed(at.until))
    return Screen(text, [[change, _back(at)]], typing=typing)


def draw_check(at: service.Draft) -> Screen:
    assert at.kind is not None
    assert at.since is not None
    assert at.until is not None
    text = noting.check(at.name, at.kind, at.since, at.until, at.ground, counts=at.counts)
    if at.counts:
        wrong = Button(
            noting.CANCEL_NOTE, does=place("service.cancel", at.note_id), style=Style.BAD
        )
        return Screen(text, [[wrong], [_back(at), MENU]])
    record = place("service.record", at.note_id, at.seen)
    change = place("service.days", at.employee_id, at.kind.value)
    rows = [
        [Button(noting.RECORD, does=record, style=Style.GOOD)],
        [Button(words.CHANGE, opens=change), _back(at)],
    ]
    return Screen(text, rows)


def _back(at: service.Draft) -> Button:
    return Button(words.BACK, opens=place("service.person", at.employee_id))


def routes() -> Table:
    return Table(
        places={
            "service.watch": Shown(service.watch, draw_watch),
            "service.units": Shown(service.units_, draw_units),
            "service.name": Shown(service.ask_name, draw_name),
            "service.found": Shown(service.found_people, draw_found),
            "service.mine": Shown(service.mine, draw_person),
            "service.person": Shown(service.person, draw_person),
            "service.kind": Shown(service.choose_kind, draw_kind),
            "service.days": Shown(service.ask_days, draw_days),
            "service.ground": Shown(service.ask_ground, draw_ground),
            "service.check": Shown(service.check, draw_check),
        },
        acts={"service.record": service.record, "service.cancel": service.cancel},
        typed={
            "service.name": service.say_name,
            "service.days": service.say_days,
            "service.ground": service.say_ground,
        },
    )
