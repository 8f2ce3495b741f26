"""/survei of staff: services and counters."""

from __future__ import annotations

from collections.abc import Sequence

from bot.actions.search import Found
from bot.actions.surveys import counters, home, officers, services
from bot.screens import Button, Place, Screen, Style, place
from bot.texts import words
from bot.texts.surveys import desk as texts
from handlers.appraisals import pager
from handlers.lists import found_text
from handlers.table import Shown, Table

MENU = Button(words.MENU, opens=Place("home.menu"))
HOME = Button(words.BACK, opens=Place("surveys.home"))


def draw_home(at: home.Home) -> Screen:
    rows = [
        [Button(words.fitting(name), opens=place("surveys.counter", number))]
        for number, name in at.counters
    ]
    if at.keeps:
        rows.append([Button(texts.SERVICES, opens=place("surveys.kept", 0))])
    if at.judges:
        cases = texts.CASES.format(count=words.number(at.cases))
        comments = texts.COMMENTS.format(count=words.number(at.comments))
        rows.append([Button(words.fitting(cases), opens=place("surveys.cases", 0))])
        rows.append([Button(words.fitting(comments), opens=Place("surveys.unread"))])
    rows.append([Button(texts.RESULTS, opens=place("surveys.results", 0, 0))])
    return Screen(texts.home(counters=bool(at.counters), keeps=at.keeps), [*rows, [MENU]])


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
        [Button(texts.counter_label(name, closed=closed), opens=place("surveys.counter", one))]
        for one, name, closed in at.counters
    ]
    blocks = [texts.service(at.name, at.unit, at.kind, at.visitors, closed=at.closed)]
    blocks += [] if rows else [texts.no_counter()]
    new = Button(texts.NEW_COUNTER, opens=place("surveys.new_counter", number))
    more = Button(words.CHANGE, opens=place("surveys.change", number))
    back = Button(words.BACK, opens=place("surveys.kept", 0))
    turn = pager("surveys.service", [number], at.page, at.pages)
    tail = [[*turn, back]] if turn else [[back]]
    return Screen("\n\n".join(blocks), [*rows, [more] if at.closed else [new, more], *tail])


def draw_change(at: services.Service) -> Screen:
    number = at.service_id
    label, value = (texts.REOPEN, 0) if at.closed else (texts.CLOSE, 1)
    close = Button(label, does=place("surveys.close_service", number, value))
    rename = Button(texts.RENAME, opens=place("surveys.rename_service", number))
    visitors = Button(texts.VISITORS, opens=place("surveys.visitors", number))
    text = texts.service(at.name, at.unit, at.kind, at.visitors, closed=at.closed)
    return Screen(text, [[rename, visitors], [close], [_service(number)]])


def draw_rename_service(at: services.Service) -> Screen:
    typing = place("surveys.rename_service", at.service_id)
    return Screen(texts.ask_name(at.name), [[_service(at.service_id), MENU]], typing=typing)


def draw_visitors(at: services.Service) -> Screen:
    typing = place("surveys.visitors", at.service_id)
    return Screen(texts.ask_visitors(at.name), [[_service(at.service_id), MENU]], typing=typing)


def draw_new_counter(at: services.Service) -> Screen:
    typing = place("surveys.new_counter", at.service_id)
    return Screen(texts.ask_counter(at.name), [[_service(at.service_id), MENU]], typing=typing)


def draw_counter(at: counters.Counter) -> Screen:
    number, is_open = at.counter_id, not (at.closed or at.service_closed)
    blocks = [
        texts.counter(at.name, at.service, at.unit, at.code, at.officer, closed=not is_open),
        texts.counted(at.ticketed, at.loose, at.held, at.out),
    ]
    rows = []
    if is_open:
        hand = Button(texts.HAND, does=place("surveys.hand", number), style=Style.GOOD)
        rows += [[hand], [Button(texts.SHEET, opens=place("surveys.sheet", number))]]
    if at.keeps:
        label, value = (texts.REOPEN, 0) if at.closed else (texts.CLOSE, 1)
        rows += [
            [Button(texts.PRINT, opens=place("surveys.batches", number))] if is_open else [],
            [
                Button(texts.OFFICER, opens=place("surveys.officer", number)),
                Button(texts.RENAME, opens=place("surveys.rename_counter", number)),
            ],
            [Button(label, does=place("surveys.close_counter", number, value))],
        ]
    return Screen("\n\n".join(blocks), [*rows, [_service(at.service_id) if at.keeps else HOME]])


def draw_rename_counter(at: counters.Counter) -> Screen:
    typing = place("surveys.rename_counter", at.counter_id)
    return Screen(texts.ask_name(at.name), [[counter_button(at.counter_id), MENU]], typing=typing)


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


def _service(number: int) -> Button:
    return Button(words.BACK, opens=place("surveys.service", number, 0))


def routes() -> Table:
    return Table(
        places={
            "surveys.home": Shown(home.home, draw_home),
            "surveys.kept": Shown(services.services, draw_services),
            "surveys.which": Shown(services.choose_unit, draw_units),
            "surveys.kind": Shown(services.choose_kind, draw_kinds),
            "surveys.new_service": Shown(services.choose_kind, draw_new_service),
            "surveys.service": Shown(services.service, draw_service),
            "surveys.change": Shown(services.service, draw_change),
            "surveys.rename_service": Shown(services.service, draw_rename_service),
            "surveys.visitors": Shown(services.service, draw_visitors),
            "surveys.new_counter": Shown(services.service, draw_new_counter),
            "surveys.counter": Shown(counters.counter, draw_counter),
            "surveys.rename_counter": Shown(counters.changing, draw_rename_counter),
            "surveys.officer": Shown(counters.changing, draw_officer),
            "surveys.officers": Shown(officers.found_people, draw_found),
        },
        acts={
            "surveys.close_service": services.close_service,
            "surveys.close_counter": counters.close_counter,
            "surveys.put_officer": officers.put_officer,
        },
        typed={
            "surveys.new_service": services.add_service,
            "surveys.rename_service": services.rename_service,
            "surveys.visitors": services.count_visitors,
            "surveys.new_counter": counters.add_counter,
            "surveys.rename_counter": counters.rename_counter,
            "surveys.officer": officers.say_officer,
        },
    )
