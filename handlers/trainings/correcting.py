"""Drawing the correction of a noted result, before whoever asks and whoever decides."""

from __future__ import annotations

from sqlmodel import Session

from bot.actions.trainings import correcting, ruling, weighing
from bot.screens import Button, Screen, Style, place
from bot.texts import words
from bot.texts.trainings import correcting as texts
from bot.texts.trainings.ruling import ask_refusal, case, follows, refusing
from handlers.table import Shown, Table
from handlers.trainings.letters import letter
from handlers.trainings.mine import MENU
from handlers.trainings.running import days_of, file_of
from storage.trainings import corrections


def routes() -> Table:
    return Table(
        places={
            "trainings.correcting": Shown(correcting.correcting, draw_correcting),
            "trainings.correction": Shown(weighing.card, draw_case),
            "trainings.uncorrecting": Shown(weighing.decidable, draw_refusal),
            "trainings.refusing_correction": Shown(weighing.decidable, draw_refusing),
        },
        acts={
            "trainings.correct_to": correcting.put_state,
            "trainings.ask_correction": correcting.ask,
            "trainings.withdraw_correction": ruling.withdraw,
            "trainings.confirm_correction": ruling.confirm,
            "trainings.refuse_correction": ruling.refuse,
        },
        typed={
            "trainings.correcting_text": correcting.write,
            "trainings.uncorrecting_text": ruling.write_refusal,
        },
        letters={
            "trainings.correction_asked": letter(
                "correction_asked", "trainings.correction", still_waits
            ),
            "trainings.correction_decided": letter("correction_decided", "trainings.participant"),
            "trainings.corrected": letter("corrected", "trainings.request"),
        },
    )


def draw_correcting(now: correcting.Correcting) -> Screen:
    at, number = now.at, now.at.row.id or 0
    text = texts.correcting(
        at.name, at.course.name, days_of(at.course), now.before, now.after, now.reason
    )
    results = [
        Button(label, does=place("trainings.correct_to", number, state.value))
        for state, label in texts.RESULTS.items()
        if state is not now.after.state
    ]
    rows = [results]
    if now.ready:
        does = place("trainings.ask_correction", number, now.seen)
        rows.append([Button(texts.ASK, does=does, style=Style.GOOD)])
    back = Button(words.BACK, opens=place("trainings.participant", number))
    typing = place("trainings.correcting_text", number)
    return Screen(text, [*rows, [back, MENU]], typing=typing)


def draw_case(at: weighing.Ruling) -> Screen:
    row, number = at.row, at.row.id or 0
    blocks = [
        case(
            at.name, at.course.name, days_of(at.course), at.before, at.after, row.reason,
            at.noter, at.asker, at.asked_at,
        ),
        follows(certifies=at.certifies, files=len(at.files)),
        texts.state(row.state, at.decider, row.answer or ""),
    ]  # fmt: skip
    rows = []
    if at.may_decide:
        confirm = place("trainings.confirm_correction", number, at.seen)
        refuse = place("trainings.uncorrecting", number)
        rows.append(
            [
                Button(texts.CONFIRM, does=confirm, style=Style.GOOD),
                Button(texts.REFUSE, opens=refuse, style=Style.BAD),
            ]
        )
    files = [file_of(one, ours) for one, ours in at.files]
    return Screen("\n\n".join(filter(None, blocks)), [*rows, [MENU]], files=files)


def draw_refusal(at: weighing.Ruling) -> Screen:
    number = at.row.id or 0
    back = Button(words.BACK, opens=place("trainings.correction", number))
    typing = place("trainings.uncorrecting_text", number)
    return Screen(ask_refusal(at.name), [[back, MENU]], typing=typing)


def draw_refusing(at: weighing.Ruling) -> Screen:
    number = at.row.id or 0
    refuse = place("trainings.refuse_correction", number, at.refusal_seen)
    back = Button(words.BACK, opens=place("trainings.correction", number))
    rows = [[Button(texts.REALLY_REFUSE, does=refuse, style=Style.BAD)], [back, MENU]]
    return Screen(refusing(at.name, at.refusal), rows)


def still_waits(session: Session, number: int) -> bool:
    row = corrections.get(session, number)
    return row is not None and row.state == corrections.WAITING
