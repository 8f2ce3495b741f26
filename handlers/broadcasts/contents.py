"""The list of contents of broadcasts."""

from __future__ import annotations

from bot.actions.broadcasts import audiences, drafting, quizzing, sending
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
            "broadcasts.desk": Shown(drafting.desk, writing.draw_desk),
            "broadcasts.text": Shown(drafting.card, writing.draw_text),
            "broadcasts.draft": Shown(drafting.card, writing.draw_draft),
            "broadcasts.audience": Shown(drafting.choosing, writing.draw_audience),
            "broadcasts.role": Shown(drafting.choosing, writing.draw_role),
            "broadcasts.failed": Shown(drafting.choosing, writing.draw_failed),
            "broadcasts.unit": Shown(drafting.choosing, writing.draw_unit),
            "broadcasts.units_found": Shown(drafting.units_found, writing.draw_units),
            "broadcasts.below": Shown(drafting.unit_found, writing.draw_below),
            "broadcasts.time": Shown(drafting.card, writing.draw_time),
            "broadcasts.quiz": Shown(quizzing.quiz, quiz.draw_quiz),
            "broadcasts.rules": Shown(quizzing.quiz, quiz.draw_rules),
            "broadcasts.preview": Shown(sending.preview, writing.draw_preview),
            "broadcasts.asked": Shown(sending.asked, deciding.draw_asked),
            "broadcasts.judge": Shown(sending.judging, deciding.draw_asked),
            "broadcasts.judge_quiz": Shown(sending.judging, deciding.draw_judge_quiz),
            "broadcasts.return": Shown(sending.judging, deciding.draw_return),
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
            "broadcasts.begin": drafting.begin,
            "broadcasts.detach": drafting.detach,
            "broadcasts.choose": drafting.choose,
            "broadcasts.at_once": drafting.at_once,
            "broadcasts.duty": drafting.set_duty,
            "broadcasts.drop": drafting.drop,
            "broadcasts.drop_question": quizzing.drop,
            "broadcasts.set": quizzing.set_rule,
            "broadcasts.to_me": sending.send_to_me,
            "broadcasts.send": sending.ask,
            "broadcasts.take_back": sending.take_back,
            "broadcasts.agree": sending.agree,
            "broadcasts.stop": kept.stop,
            "broadcasts.remind": kept.remind,
        },
        typed={
            "broadcasts.text": drafting.say_text,
            "broadcasts.unit": drafting.find_unit,
            "broadcasts.time": drafting.say_time,
            "broadcasts.quiz": quizzing.say,
            "broadcasts.return": sending.refuse,
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
