"""Drawing the agreements of PPPK, before HR."""

from __future__ import annotations

from bot.actions.trainings import agreements
from bot.screens import Button, Place, Screen, place
from bot.texts import words
from bot.texts.trainings import agreements as texts
from handlers.lists import found_text, people_rows, turns
from handlers.trainings.desk import TO_DESK
from handlers.trainings.mine import MENU


def draw_listed(at: agreements.Agreements) -> Screen:
    found = found_text(at.people) if at.people else ""
    rows = people_rows(at.people, lambda one: place("trainings.agreement", one))
    turn = turns(at.page, at.pages, 1, lambda to: place("trainings.agreements", to))
    text = texts.listed(at.missing, found, searched=at.searched)
    typing = Place("trainings.agreement_search")
    return Screen(text, [*rows, [*turn, TO_DESK, MENU]], typing=typing)


def draw_one(at: agreements.OneAgreement) -> Screen:
    back = Button(words.BACK, opens=Place("trainings.agreements"))
    typing = place("trainings.agreement_text", at.employee_id)
    return Screen(texts.ask(at.name, at.starts_on), [[back, MENU]], typing=typing)
