"""/survei of staff: services."""

from __future__ import annotations

from bot.actions.surveys import services
from bot.screens import Button, Place, Screen, place
from bot.texts import words
from bot.texts.surveys import services as texts
from bot.texts.surveys.counters import NEW_COUNTER, counter_label, no_counter
from bot.texts.surveys.desk import CLOSE, RENAME, REOPEN
from handlers.appraisals import pager

MENU = Button(words.MENU, opens=Place("home.menu"))
HOME = Button(words.BACK, opens=Place("surveys.home"))


def draw_services(at: services.Services) -> Screen:
    lines = [
        texts.service_line(name, unit, many, closed=closed)
        for _, name, unit, many, closed in at.items
    ]
    rows = [
        [Button(words.fitting(name), opens=place("surveys.service", number, 0))]
        for number, name, *_ in at.items
    ]
    new = Button(texts.NEW_SERVICE, opens=place("surveys.which", 0))
    turn = pager("surveys.kept", [], at.page, at.pages)
    text = "\n\n".join([texts.services(len(at.items)), *lines])
    return Screen(text, [*rows, [new], [*turn, HOME]])


def draw_units(at: services.Units) -> Screen:
    rows = [
        [Button(words.fitting(name), opens=place("surveys.kind", number))]
        for number, name in at.items
    ]
    turn = pager("surveys.which", [], at.page, at.pages)
    back = Button(words.BACK, opens=place("surveys.kept", 0))
    return Screen(texts.choose_unit(), [*rows, [*turn, back]])


def draw_kinds(at: services.NewService) -> Screen:
    rows = [
        [Button(label, opens=place("surveys.new_service", at.unit_id, kind.value))]
        for kind, label in texts.KINDS.items()
    ]
    back = Button(words.BACK, opens=place("surveys.which", 0))
    return Screen(texts.choose_kind(at.unit), [*rows, [back]])


def draw_new_service(at: services.NewService) -> Screen:
    typing = place("surveys.new_service", at.unit_id, at.kind)
    back = Button(words.BACK, opens=place("surveys.kind", at.unit_id))
    return Screen(texts.ask_service(at.unit, at.kind), [[back, MENU]], typing=typing)


def draw_service(at: services.Service) -> Screen:
    number = at.service_id
    rows = [
        [Button(counter_label(name, closed=closed), opens=place("surveys.counter", one))]
        for one, name, closed in at.counters
    ]
    blocks = [texts.service(at.name, at.unit, at.kind, at.visitors, closed=at.closed)]
    blocks += [] if rows else [no_counter()]
    new = Button(NEW_COUNTER, opens=place("surveys.new_counter", number))
    more = Button(words.CHANGE, opens=place("surveys.change", number))
    back = Button(words.BACK, opens=place("surveys.kept", 0))
    turn = pager("surveys.service", [number], at.page, at.pages)
    tail = [[*turn, back]] if turn else [[back]]
    return Screen("\n\n".join(blocks), [*rows, [more] if at.closed else [new, more], *tail])


def draw_change(at: services.Service) -> Screen:
    number = at.service_id
    label, value = (REOPEN, 0) if at.closed else (CLOSE, 1)
    close = Button(label, does=place("surveys.close_service", number, value))
    rename = Button(RENAME, opens=place("surveys.rename_service", number))
    visitors = Button(texts.VISITORS, opens=place("surveys.visitors", number))
    text = texts.service(at.name, at.unit, at.kind, at.visitors, closed=at.closed)
    return Screen(text, [[rename, visitors], [close], [service_button(number)]])


def draw_rename_service(at: services.Service) -> Screen:
    typing = place("surveys.rename_service", at.service_id)
    return Screen(texts.ask_name(at.name), [[service_button(at.service_id), MENU]], typing=typing)


def draw_visitors(at: services.Service) -> Screen:
    typing = place("surveys.visitors", at.service_id)
    return Screen(
        texts.ask_visitors(at.name), [[service_button(at.service_id), MENU]], typing=typing
    )


def service_button(number: int) -> Button:
    return Button(words.BACK, opens=place("surveys.service", number, 0))
