"""Everything of training: screens, acts, typed answers, files, letters."""

from __future__ import annotations

from bot.actions import trainings
from bot.actions.trainings import agreements
from bot.screens import Place
from handlers.table import Shown, Table, join
from handlers.trainings import agreements as pppk
from handlers.trainings import applying, desk, dividing, mine, taking_part
from handlers.trainings.letters import letter, still_waits


def routes() -> Table:
    return join([_mine(), _applications(), taking_part.routes(), _keeping(), _dividing()])


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
            "trainings.not_given": letter("not_given", "trainings.request"),
        },
    )


def _keeping() -> Table:
    return Table(
        places={
            "trainings.desk": Shown(trainings.desk, desk.draw_desk),
            "trainings.file": Shown(trainings.ask_file, desk.draw_file),
            "trainings.template": Shown(trainings.ask_file, desk.draw_template),
            "trainings.report": Shown(trainings.report, desk.draw_report),
            "trainings.agreements": Shown(agreements.listed, pppk.draw_listed),
            "trainings.agreements_found": Shown(agreements.found, pppk.draw_listed),
            "trainings.agreement": Shown(agreements.ask, pppk.draw_one),
            "trainings.budget": Shown(trainings.budgets, desk.draw_budgets),
        },
        acts={"trainings.take_in": trainings.take_in},
        typed={
            "trainings.budget_text": trainings.write_budget,
            "trainings.agreement_search": agreements.find,
            "trainings.agreement_text": agreements.write,
        },
        sent={"trainings.file": trainings.file},
    )


def _dividing() -> Table:
    return Table(
        places={
            "trainings.division": Shown(trainings.division, dividing.draw_division),
            "trainings.export": Shown(trainings.export, dividing.draw_export),
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
