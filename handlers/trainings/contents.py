"""Everything of training: screens, acts, typed answers, files, letters."""

from __future__ import annotations

from bot.actions import trainings
from bot.actions.trainings import attending, cards, changing, ending, feedback, files, proving
from bot.actions.trainings import running as courses
from bot.screens import Place
from handlers.table import Shown, Table, join
from handlers.trainings import applying, desk, dividing, mine, reviewing, running
from handlers.trainings import changing as changes
from handlers.trainings.letters import letter, still_waits


def routes() -> Table:
    return join(
        [_mine(), _applications(), _keeping(), _dividing(), _running(), _changing(), _reviewing()]
    )


def _mine() -> Table:
    return Table(
        places={
            "trainings.home": Shown(trainings.home, mine.draw_home),
            "trainings.catalogue": Shown(trainings.catalogue, mine.draw_catalogue),
            "trainings.found": Shown(trainings.found, mine.draw_catalogue),
            "trainings.card": Shown(trainings.course, mine.draw_card),
            "trainings.ledger": Shown(trainings.my_ledger, mine.draw_ledger),
        },
        typed={"trainings.search": trainings.search},
        commands={"diklat": Place("trainings.home")},
    )


def _applications() -> Table:
    return Table(
        places={
            "trainings.asking": Shown(trainings.ask_why, applying.draw_asking),
            "trainings.confirm": Shown(trainings.confirm, applying.draw_confirm),
            "trainings.mine": Shown(trainings.mine, applying.draw_mine),
            "trainings.request": Shown(trainings.card, applying.draw_request),
            "trainings.queue": Shown(trainings.queue, applying.draw_queue),
            "trainings.refusal": Shown(trainings.ask_refusal, applying.draw_refusal),
            "trainings.refusing": Shown(trainings.ask_refusal, applying.draw_refusing),
        },
        acts={
            "trainings.send": trainings.send,
            "trainings.withdraw": trainings.withdraw,
            "trainings.agree": trainings.agree,
            "trainings.refuse": trainings.refuse,
        },
        typed={
            "trainings.why_text": trainings.write_why,
            "trainings.refusal_text": trainings.write_refusal,
        },
        letters={
            "trainings.asked": letter("asked", "trainings.request", still_waits),
            "trainings.answered": letter("answered", "trainings.request"),
            "trainings.seated": letter("seated", "trainings.request"),
            "trainings.listed": letter("listed", "trainings.request"),
        },
    )


def _keeping() -> Table:
    return Table(
        places={
            "trainings.desk": Shown(trainings.desk, desk.draw_desk),
            "trainings.file": Shown(trainings.ask_file, desk.draw_file),
            "trainings.report": Shown(trainings.report, desk.draw_report),
            "trainings.budget": Shown(trainings.budgets, desk.draw_budgets),
        },
        acts={"trainings.take_in": trainings.take_in},
        typed={"trainings.budget_text": trainings.write_budget},
        sent={"trainings.file": trainings.file},
    )


def _dividing() -> Table:
    return Table(
        places={
            "trainings.division": Shown(trainings.division, dividing.draw_division),
            "trainings.course_lines": Shown(trainings.course_lines, dividing.draw_lines),
            "trainings.line": Shown(trainings.line, dividing.draw_line),
            "trainings.change": Shown(trainings.ask_change, dividing.draw_change),
            "trainings.signing": Shown(trainings.signable, dividing.draw_signing),
            "trainings.unsign": Shown(trainings.signable, dividing.draw_unsign),
            "trainings.unsigning": Shown(trainings.signable, dividing.draw_unsigning),
        },
        acts={
            "trainings.divide": trainings.divide,
            "trainings.give": trainings.give,
            "trainings.call_off": trainings.call_off,
            "trainings.sign": trainings.sign,
            "trainings.send_back": trainings.send_back,
        },
        typed={
            "trainings.change_text": trainings.change,
            "trainings.unsign_text": trainings.write_send_back,
        },
        letters={
            "trainings.solved": letter("solved", "trainings.division"),
            "trainings.given": letter("given", "trainings.division", dividing.still_waits),
            "trainings.decided": letter("decided", "trainings.division"),
        },
    )


def _running() -> Table:
    return Table(
        places={
            "trainings.running": Shown(courses.listed, running.draw_listed),
            "trainings.run": Shown(courses.run, running.draw_run),
            "trainings.participant": Shown(attending.participant, running.draw_participant),
            "trainings.ending": Shown(ending.ask_end, running.draw_ending),
            "trainings.ending_rest": Shown(ending.ask_rest, running.draw_ending_rest),
            "trainings.proof": Shown(proving.proof, running.draw_proof),
            "trainings.unproving": Shown(proving.proof, running.draw_unproving),
            "trainings.host": Shown(courses.ask_host, changes.draw_host),
        },
        acts={
            "trainings.note": attending.note,
            "trainings.note_rest": attending.note_rest,
            "trainings.end": ending.end,
            "trainings.end_rest": ending.end_rest,
            "trainings.name_host": courses.name_host,
        },
        typed={
            "trainings.score_text": ending.write_score,
            "trainings.unproving_text": proving.give_back,
            "trainings.host_text": courses.find_host,
        },
        letters={
            "trainings.hosting": letter("hosting", "trainings.run"),
            "trainings.proved": letter("proved", "trainings.participant"),
        },
    )


def _changing() -> Table:
    return Table(
        places={
            "trainings.off": Shown(changing.ask, changes.draw_off),
            "trainings.moving": Shown(changing.ask, changes.draw_moving),
            "trainings.changing": Shown(changing.confirm, changes.draw_changing),
        },
        acts={"trainings.change_course": changing.change},
        typed={
            "trainings.off_text": changing.write_off,
            "trainings.moving_text": changing.write_move,
        },
        letters={
            "trainings.called_off": letter("called_off", "trainings.request"),
            "trainings.moved": letter("moved", "trainings.request"),
        },
    )


def _reviewing() -> Table:
    return Table(
        places={
            "trainings.giving_back": Shown(cards.ask_give_back, reviewing.draw_give_back),
            "trainings.value": Shown(feedback.ask, reviewing.draw_value),
            "trainings.files": Shown(files.attached, reviewing.draw_files),
        },
        acts={
            "trainings.choose": feedback.choose,
            "trainings.send_value": feedback.send,
            "trainings.prove": proving.prove,
            "trainings.detach": files.detach,
            "trainings.hand_in": proving.hand_in,
        },
        typed={"trainings.value_text": feedback.say},
        sent={"trainings.attach": files.attach},
        letters={
            "trainings.review": letter("review", "trainings.request", reviewing.still_owed),
            "trainings.ended": letter("ended", "trainings.request"),
            "trainings.proof_back": letter("proof_back", "trainings.request"),
            "trainings.proof_refused": reviewing.write_refused,
        },
    )
