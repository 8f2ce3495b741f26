"""Drawing leave and mandates: kind, holder, days, a last look."""

from __future__ import annotations

from bot.actions import desk
from bot.actions.desk.holders import Holders
from bot.actions.spans import packed
from bot.screens import Button, Screen, Style, place
from bot.texts import desk as texts
from bot.texts import words
from handlers.lists import found_text, people_rows


def draw_kinds(at: desk.Kinds) -> Screen:
    buttons = [
        Button(label, opens=place("desk.leave_days", at.employee_id, kind))
        for kind, label in texts.LEAVES.items()
    ]
    rows = [[button] for button in buttons]
    return Screen(texts.leave_kind(at.name), [*rows, [_back(at.employee_id)]])


def draw_leave_days(at: desk.Days) -> Screen:
    return Screen(
        texts.ask_days(texts.LEAVES[at.kind], at.name),
        [[_back(at.employee_id)]],
        typing=place("desk.leave_days", at.employee_id, at.kind),
    )


def draw_leave_check(at: desk.Days) -> Screen:
    assert at.since is not None
    assert at.until is not None
    span = packed(at.since), packed(at.until)
    record = place("desk.record_leave", at.employee_id, at.kind, *span)
    change = place("desk.leave_days", at.employee_id, at.kind)
    text = texts.check_leave(at.kind, at.name, at.since, at.until)
    return Screen(
        text,
        [
            [
                Button(texts.RECORD, does=record, style=Style.GOOD),
                Button(words.CHANGE, opens=change),
            ],
            [Button(words.CANCEL, opens=place("desk.person", at.employee_id))],
        ],
    )


def draw_holder(at: desk.Days) -> Screen:
    return Screen(
        texts.ask_holder(at.kind, at.name),
        [[_back(at.employee_id)]],
        typing=place("desk.holder", at.employee_id, at.kind),
    )


def draw_holders(at: Holders) -> Screen:
    rows = people_rows(
        at.people, lambda one: place("desk.mandate_days", at.employee_id, at.kind, one)
    )
    return Screen(
        found_text(at.people),
        [*rows, [_back(at.employee_id)]],
        typing=place("desk.holder", at.employee_id, at.kind),
    )


def draw_mandate_days(at: desk.Days) -> Screen:
    title = f"{texts.MANDATES[at.kind]} {words.safe(at.holder)}"
    return Screen(
        texts.ask_days(title, at.name),
        [[_back(at.employee_id)]],
        typing=place("desk.mandate_days", at.employee_id, at.kind, at.holder_id),
    )


def draw_mandate_check(at: desk.Days) -> Screen:
    assert at.since is not None
    assert at.until is not None
    those = at.employee_id, at.kind, at.holder_id
    record = place("desk.record_mandate", *those, packed(at.since), packed(at.until))
    text = texts.check_mandate(at.kind, at.name, at.holder, at.since, at.until, joined=at.joined)
    return Screen(
        text,
        [
            [
                Button(texts.RECORD, does=record, style=Style.GOOD),
                Button(words.CHANGE, opens=place("desk.mandate_days", *those)),
            ],
            [Button(words.CANCEL, opens=place("desk.person", at.employee_id))],
        ],
    )


def _back(employee_id: int) -> Button:
    return Button(words.BACK, opens=place("desk.person", employee_id))
