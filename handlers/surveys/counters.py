"""/survei of staff: the counters of a service."""

from __future__ import annotations

from collections.abc import Sequence

from bot.actions.search import Found
from bot.actions.surveys import counters, services
from bot.screens import Button, Screen, Style, place
from bot.texts import words
from bot.texts.surveys import counters as texts
from bot.texts.surveys import tickets
from bot.texts.surveys.desk import CLOSE, RENAME, REOPEN
from bot.texts.surveys.services import ask_name
from handlers.lists import found_text
from handlers.surveys.services import HOME, MENU, service_button


def draw_new_counter(at: services.Service) -> Screen:
    typing = place("surveys.new_counter", at.service_id)
    return Screen(
        texts.ask_counter(at.name), [[service_button(at.service_id), MENU]], typing=typing
    )


def draw_counter(at: counters.Counter) -> Screen:
    number, is_open = at.counter_id, not (at.closed or at.service_closed)
    blocks = [
        texts.counter(at.name, at.service, at.unit, at.code, at.officer, closed=not is_open),
        texts.counted(at.ticketed, at.loose, at.held, at.out),
    ]
    rows = []
    if is_open:
        hand = Button(tickets.HAND, does=place("surveys.hand", number), style=Style.GOOD)
        rows += [[hand], [Button(texts.SHEET, opens=place("surveys.sheet", number))]]
    if at.keeps:
        label, value = (REOPEN, 0) if at.closed else (CLOSE, 1)
        rows += [
            [Button(tickets.PRINT, opens=place("surveys.batches", number))] if is_open else [],
            [
                Button(texts.OFFICER, opens=place("surveys.officer", number)),
                Button(RENAME, opens=place("surveys.rename_counter", number)),
            ],
            [Button(label, does=place("surveys.close_counter", number, value))],
        ]
    return Screen(
        "\n\n".join(blocks), [*rows, [service_button(at.service_id) if at.keeps else HOME]]
    )


def draw_rename_counter(at: counters.Counter) -> Screen:
    typing = place("surveys.rename_counter", at.counter_id)
    return Screen(ask_name(at.name), [[counter_button(at.counter_id), MENU]], typing=typing)


def draw_officer(at: counters.Counter) -> Screen:
    nobody = Button(texts.NO_OFFICER, does=place("surveys.put_officer", at.counter_id, 0))
    typing = place("surveys.officer", at.counter_id)
    rows = [[nobody]] if at.officer else []
    back = counter_button(at.counter_id)
    return Screen(texts.ask_officer(at.name), [*rows, [back, MENU]], typing=typing)


def draw_found(found: tuple[int, Sequence[Found]]) -> Screen:
    number, people = found
    rows = [
        [
            Button(
                words.fitting(f"{at}. {one.name}"),
                does=place("surveys.put_officer", number, one.employee_id),
            )
        ]
        for at, one in enumerate(people, 1)
    ]
    typing = place("surveys.officer", number)
    return Screen(found_text(people), [*rows, [counter_button(number), MENU]], typing=typing)


def counter_button(number: int) -> Button:
    return Button(words.BACK, opens=place("surveys.counter", number))
