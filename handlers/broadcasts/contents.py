"""The list of contents of broadcasts."""

from __future__ import annotations

from bot.actions.broadcasts import (
    agreeing,
    audiences,
    cards,
    choosing,
    desk,
    drafting,
    previewing,
    quizzing,
    sending,
)
from bot.actions.broadcasts import reading as mine
from bot.actions.broadcasts import watching as kept
from bot.screens import place
from handlers.broadcasts import deciding, quiz, reading, watching, writing
from handlers.table import Shown, Table


def routes() -> Table:
    return Table(
        places={
            "broadcasts.home": Shown(mine.home, reading.draw_home),
            "broadcasts.read": Shown(mine.read, reading.draw_read),
            "broadcasts.question": Shown(mine.question, quiz.draw_question),
            "broadcasts.desk": Shown(desk.desk, writing.draw_desk),
            "broadcasts.text": Shown(cards.card, writing.draw_text),
            "broadcasts.draft": Shown(cards.card, writing.draw_draft),
            "broadcasts.audience": Shown(choosing.choosing, writing.draw_audience),
            "broadcasts.role": Shown(choosing.choosing, writing.draw_role),
            "broadcasts.failed": Shown(choosing.choosing, writing.draw_failed),
            "broadcasts.unit": Shown(choosing.choosing, writing.draw_unit),
            "broadcasts.units_found": Shown(choosing.units_found, writing.draw_units),
            "broadcasts.below": Shown(choosing.unit_found, writing.draw_below),
            "broadcasts.time": Shown(cards.card, writing.draw_time),
            "broadcasts.quiz": Shown(quizzing.quiz, quiz.draw_quiz),
            "broadcasts.rules": Shown(quizzing.quiz, quiz.draw_rules),
            "broadcasts.preview": Shown(previewing.preview, writing.draw_preview),
            "broadcasts.asked": Shown(previewing.asked, deciding.draw_asked),
            "broadcasts.judge": Shown(previewing.judging, deciding.draw_asked),
            "broadcasts.judge_quiz": Shown(previewing.judging, deciding.draw_judge_quiz),
            "broadcasts.return": Shown(previewing.judging, deciding.draw_return),
            "broadcasts.outside": Shown(audiences.outside, deciding.draw_outside),
            "broadcasts.progress": Shown(kept.progress, watching.draw_progress),
            "broadcasts.stopping": Shown(kept.stopping, watching.draw_stopping),
            "broadcasts.correct": Shown(kept.correcting, watching.draw_correct),
            "broadcasts.units": Shown(kept.by_unit, watching.draw_units),
            "broadcasts.answers": Shown(kept.answers, watching.draw_answers),
        },
        acts={
            "broadcasts.seen": mine.seen,
            "broadcasts.start": mine.start,
            "broadcasts.answer": mine.answer,
            "broadcasts.begin": desk.begin,
            "broadcasts.detach": drafting.detach,
            "broadcasts.choose": choosing.choose,
            "broadcasts.at_once": drafting.at_once,
            "broadcasts.duty": drafting.set_duty,
            "broadcasts.drop": desk.drop,
            "broadcasts.drop_question": quizzing.drop,
            "broadcasts.set": quizzing.set_rule,
            "broadcasts.to_me": sending.send_to_me,
            "broadcasts.send": sending.ask,
            "broadcasts.take_back": sending.take_back,
            "broadcasts.agree": agreeing.agree,
            "broadcasts.stop": kept.stop,
            "broadcasts.remind": kept.remind,
        },
        typed={
            "broadcasts.text": drafting.say_text,
            "broadcasts.unit": choosing.find_unit,
            "broadcasts.time": drafting.say_time,
            "broadcasts.quiz": quizzing.say,
            "broadcasts.return": agreeing.refuse,
            "broadcasts.correct": kept.correct,
        },
        sent={"broadcasts.text": drafting.attach},
        commands={"siaran": place("broadcasts.home", 0)},
        letters={
            "broadcasts.letter": reading.write_letter,
            "broadcasts.remind": reading.write_remind,
            "broadcasts.asked": deciding.write_asked,
            "broadcasts.returned": deciding.write_returned,
            "broadcasts.done": deciding.write_done,
            "broadcasts.file_refused": deciding.write_refused,
        },
    )
