"""/mentor: asking, offering, pairs, meetings, and what came of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlmodel import Session

from bot.actions import mentoring
from bot.actions.mentoring.letters import OWED, other_name
from bot.screens import Button, Place, Screen, place
from bot.texts import mentoring as texts
from bot.texts import words
from handlers.mentoring import pairs, profiles
from handlers.table import Recipient, Shown, Table, Write


def _writes(template: str) -> Write:
    def write(session: Session, to: Recipient, facts: Mapping[str, Any]) -> Screen | None:
        number = facts["mentoring"]
        if not mentoring.still_so(session, template, number):
            return None
        opens = Button(words.OPEN, opens=place("mentoring.card", number))
        name = other_name(session, number, to.employee_id)
        return Screen(texts.letter(template, name), [[opens]], stays=True)

    return write


def routes() -> Table:
    return Table(
        places={
            "mentoring.home": Shown(mentoring.home, profiles.draw_home),
            "mentoring.offer": Shown(mentoring.offer, profiles.draw_offer),
            "mentoring.room": Shown(mentoring.room, profiles.draw_room),
            "mentoring.wish": Shown(mentoring.wish, profiles.draw_wish),
            "mentoring.bars": Shown(mentoring.bars, profiles.draw_bars),
            "mentoring.found": Shown(mentoring.choose_bar, profiles.draw_found),
            "mentoring.card": Shown(mentoring.card, pairs.draw_card),
            "mentoring.own": Shown(mentoring.own, pairs.draw_own),
            "mentoring.end": Shown(mentoring.ask_end, pairs.draw_end),
            "mentoring.result": Shown(mentoring.card, pairs.draw_result),
            "mentoring.meet": Shown(mentoring.ask_day, pairs.draw_day),
            "mentoring.minutes": Shown(mentoring.ask_minutes, pairs.draw_minutes),
            "mentoring.meeting": Shown(mentoring.held, pairs.draw_meeting),
            "mentoring.desk": Shown(mentoring.desk, profiles.draw_desk),
            "mentoring.preview": Shown(mentoring.preview, profiles.draw_preview),
            "mentoring.effect": Shown(mentoring.effect, profiles.draw_effect),
        },
        acts={
            "mentoring.strength": mentoring.strength,
            "mentoring.goal": mentoring.goal,
            "mentoring.places": mentoring.places,
            "mentoring.stop": mentoring.stop,
            "mentoring.bar": mentoring.bar,
            "mentoring.unbar": mentoring.unbar,
            "mentoring.agree": mentoring.agree,
            "mentoring.decline": mentoring.decline,
            "mentoring.finish": mentoring.end,
            "mentoring.note": mentoring.note,
            "mentoring.confirm": mentoring.confirm,
            "mentoring.retract": mentoring.retract,
            "mentoring.value": mentoring.value,
            "mentoring.erase_own": mentoring.erase_own,
            "mentoring.run": mentoring.run,
        },
        typed={
            "mentoring.offer": mentoring.say_offer,
            "mentoring.wish": mentoring.say_wish,
            "mentoring.bars": mentoring.say_bar,
            "mentoring.result": mentoring.say_result,
            "mentoring.meet": mentoring.say_day,
            "mentoring.minutes": mentoring.say_minutes,
            "mentoring.meeting": mentoring.say,
            "mentoring.own": mentoring.write_own,
        },
        commands={"mentor": Place("mentoring.home")},
        letters={template: _writes(template) for template in OWED},
    )
