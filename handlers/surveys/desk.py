"""/survei of staff: services and counters."""

from __future__ import annotations

from bot.actions.surveys import counters, home, officers, services
from bot.screens import Button, Place, Screen, place
from bot.texts import words
from bot.texts.surveys import desk as texts
from bot.texts.surveys.services import SERVICES
from handlers.surveys.counters import (
    draw_counter,
    draw_found,
    draw_new_counter,
    draw_officer,
    draw_rename_counter,
)
from handlers.surveys.services import (
    MENU,
    draw_change,
    draw_kinds,
    draw_new_service,
    draw_rename_service,
    draw_service,
    draw_services,
    draw_units,
    draw_visitors,
)
from handlers.table import Shown, Table


def draw_home(at: home.Home) -> Screen:
    rows = [
        [Button(words.fitting(name), opens=place("surveys.counter", number))]
        for number, name in at.counters
    ]
    if at.keeps:
        rows.append([Button(SERVICES, opens=place("surveys.kept", 0))])
    if at.judges:
        cases = texts.CASES.format(count=words.number(at.cases))
        comments = texts.COMMENTS.format(count=words.number(at.comments))
        rows.append([Button(words.fitting(cases), opens=place("surveys.cases", 0))])
        rows.append([Button(words.fitting(comments), opens=Place("surveys.unread"))])
    rows.append([Button(texts.RESULTS, opens=place("surveys.results", 0, 0))])
    return Screen(texts.home(counters=bool(at.counters), keeps=at.keeps), [*rows, [MENU]])


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
