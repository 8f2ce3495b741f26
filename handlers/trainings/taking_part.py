"""Contents of what happens once a course has begun, and of what is learned elsewhere."""

from __future__ import annotations

from bot.actions.trainings import (
    attending,
    cards,
    changing,
    confirming,
    ending,
    feedback,
    files,
    outside,
    proving,
)
from bot.actions.trainings import running as courses
from handlers.table import Shown, Table, join
from handlers.trainings import changing as changes
from handlers.trainings import correcting, reviewing, running
from handlers.trainings import outside as elsewhere
from handlers.trainings.letters import letter


def routes() -> Table:
    return join([_running(), _changing(), _reviewing(), _outside(), correcting.routes()])


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
            "trainings.running_text": courses.find,
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


def _outside() -> Table:
    return Table(
        places={
            "trainings.outside": Shown(outside.draft, elsewhere.draw_draft),
            "trainings.outside_ask": Shown(outside.ask, elsewhere.draw_ask),
            "trainings.ways": Shown(outside.ways, elsewhere.draw_ways),
            "trainings.learned": Shown(confirming.card, elsewhere.draw_learned),
            "trainings.unconfirming": Shown(confirming.ask_refusal, elsewhere.draw_unconfirming),
            "trainings.to_confirm": Shown(confirming.waiting, elsewhere.draw_waiting),
        },
        acts={
            "trainings.begin_outside": outside.begin,
            "trainings.choose_way": outside.choose_way,
            "trainings.drop_outside": outside.drop,
            "trainings.again_outside": outside.again,
            "trainings.hand_in_outside": outside.hand_in,
            "trainings.confirm_learned": confirming.confirm,
        },
        typed={
            "trainings.outside_text": outside.write,
            "trainings.unconfirm_text": confirming.refuse,
        },
        letters={
            "trainings.learned": letter("learned", "trainings.learned", elsewhere.still_waits),
            "trainings.credited": letter("credited", "trainings.learned"),
        },
    )
