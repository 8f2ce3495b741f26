"""All that forums offer, as a list of contents."""

from __future__ import annotations

from bot.actions.forums import (
    answers,
    attendance,
    calendars,
    cards,
    changes,
    choosing,
    drafts,
    noting,
    questions,
    repeating,
    summaries,
)
from bot.screens import place
from handlers.forums import asking, letters, planning
from handlers.forums import attending as at_the_door
from handlers.forums import cards as show
from handlers.forums import changing as show_change
from handlers.forums import repeating as again
from handlers.table import Shown, Table


def routes() -> Table:
    return Table(
        places={
            "forums.list": Shown(cards.mine, show.draw_list),
            "forums.card": Shown(cards.card, show.draw_card),
            "forums.file": Shown(calendars.calendar_file, again.draw_file),
            "forums.series": Shown(calendars.occurrences, again.draw_series),
            "forums.series_file": Shown(calendars.occurrences, again.draw_series_file),
            "forums.repeat": Shown(repeating.repeating, again.draw_rhythm),
            "forums.times": Shown(repeating.repeating, again.draw_times),
            "forums.days": Shown(repeating.repeating, again.draw_days),
            "forums.people": Shown(cards.people, show.draw_people),
            "forums.draft": Shown(summaries.draft, planning.draw_draft),
            "forums.lines": Shown(summaries.lines, planning.draw_lines),
            "forums.units": Shown(choosing.choose, planning.draw_units),
            "forums.role": Shown(choosing.role, planning.draw_roles),
            "forums.change": Shown(changes.changing, show_change.draw_changing),
            "forums.time": Shown(changes.changing, show_change.draw_time),
            "forums.place": Shown(changes.changing, show_change.draw_place),
            "forums.cancel": Shown(changes.changing, show_change.draw_cancel),
            "forums.code": Shown(attendance.code, at_the_door.draw_code),
            "forums.questions": Shown(questions.listed, asking.draw_questions),
            "forums.ask": Shown(questions.asking, asking.draw_asking),
            "forums.absent": Shown(noting.absent, asking.draw_absent),
            "forums.attend": Shown(attendance.entering, at_the_door.draw_entering),
        },
        acts={
            "forums.begin": drafts.begin,
            "forums.choose": drafts.choose,
            "forums.confirm": drafts.confirm_start,
            "forums.retype": drafts.retype_start,
            "forums.drop": drafts.drop,
            "forums.audience": choosing.choose_audience,
            "forums.toggle": choosing.toggle,
            "forums.take_role": choosing.choose_role,
            "forums.set_rhythm": repeating.set_rhythm,
            "forums.set_times": repeating.set_times,
            "forums.set_days_off": repeating.set_days_off,
            "forums.send": summaries.send,
            "forums.answer": answers.answer,
            "forums.vote": questions.vote,
            "forums.hide_question": questions.hide,
            "forums.take_back": questions.take_back,
            "forums.note_there": noting.note_there,
            "forums.confirm_time": changes.confirm_time,
            "forums.retype_time": changes.retype_time,
            "forums.forget": changes.forget,
            "forums.tell": changes.tell,
            "forums.call_off": changes.cancel,
        },
        typed={
            "forums.say": drafts.say,
            "forums.say_unit": choosing.say_unit,
            "forums.say_times": repeating.say_times,
            "forums.say_time": changes.say_time,
            "forums.say_place": changes.say_place,
            "forums.say_reason": changes.say_reason,
            "forums.say_code": attendance.say_code,
            "forums.say_question": questions.say,
            "forums.find_guest": noting.find,
        },
        sent=dict.fromkeys(
            (
                "forums.say",
                "forums.say_unit",
                "forums.say_times",
                "forums.say_time",
                "forums.say_place",
                "forums.say_reason",
                "forums.say_code",
                "forums.say_question",
                "forums.find_guest",
            ),
            planning.only_text,
        ),
        commands={"forum": place("forums.list")},
        letters=letters.LETTERS,
    )
