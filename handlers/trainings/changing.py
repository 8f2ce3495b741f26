"""Drawing what HR changes of a course: its host, its days, whether it is given at all."""

from __future__ import annotations

from bot.actions.trainings import changing, running
from bot.screens import Button, Screen, Style, place
from bot.texts import words
from bot.texts.trainings import changing as texts
from bot.texts.trainings import said
from handlers.lists import found_text
from handlers.trainings.mine import MENU
from handlers.trainings.running import days_of, to_course
from storage.trainings.running import OFF


def draw_host(at: running.Hosts) -> Screen:
    number = at.row.id or 0
    text = texts.ask_host(at.row.name, found_text(at.people) if at.people else "")
    rows = [
        [
            Button(
                words.fitting(f"{n}. {one.name}"),
                does=place("trainings.name_host", number, one.employee_id),
            )
        ]
        for n, one in enumerate(at.people, 1)
    ]
    typing = place("trainings.host_text", number)
    return Screen(text, [*rows, [to_course(at.row), MENU]], typing=typing)


def draw_off(at: changing.Change) -> Screen:
    typing = place("trainings.off_text", at.row.id or 0)
    text = texts.ask_off(at.row.name, at.told)
    return Screen(text, [[to_course(at.row), MENU]], typing=typing)


def draw_moving(at: changing.Change) -> Screen:
    typing = place("trainings.moving_text", at.row.id or 0)
    text = texts.ask_move(at.row.name, days_of(at.row))
    return Screen(text, [[to_course(at.row), MENU]], typing=typing)


def draw_changing(at: changing.Change) -> Screen:
    assert at.draft is not None
    row, draft, number = at.row, at.draft, at.row.id or 0
    if draft.kind == OFF:
        text, label = texts.confirm_off(row.name, draft.why, at.told), texts.REALLY_OFF
        change, style = "trainings.off", Style.BAD
    else:
        assert draft.begins_on is not None
        assert draft.ends_on is not None
        after = said.days(draft.begins_on, draft.ends_on)
        text = texts.confirm_move(row.name, days_of(row), after, at.told)
        label, change, style = texts.REALLY_MOVE, "trainings.moving", Style.GOOD
    rows = [
        [Button(label, does=place("trainings.change_course", number, at.seen), style=style)],
        [Button(words.CHANGE, opens=place(change, number)), to_course(row)],
    ]
    return Screen(text, rows)
