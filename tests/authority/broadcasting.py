"""Broadcasts of the world: drafts of Maya's, one that waits, one planned, one that went out."""

from __future__ import annotations

from sqlmodel import Session

from bot.actions.broadcasts import drafting, quizzing, reading, sending, work
from bot.actions.me import Me
from bot.rules.broadcasts import State
from storage.broadcasts import Broadcast, rows
from tests.authority.world import World

TEXT = "Cuti bersama 2026 berubah."


def broadcast(world: World, session: Session) -> None:
    """Everything is Maya's; Sari has got the one that went out and is in its quiz."""
    maya, at = world.me(session, "maya"), world.at
    at["broadcast_sent"] = _goes(session, maya, "sent")
    any_hour = {"duty": True}
    rows.change(session, at["broadcast_sent"], (State.PLANNED,), any_hour)
    while work(session, maya.now):
        pass
    reading.start(session, world.me(session, "sari"), at["broadcast_sent"])
    at["broadcast_planned"] = _goes(session, maya, "planned")
    at["broadcast_asked"] = _goes(session, maya, "asked")
    at["broadcast"] = _draft(session, maya)
    at["broadcast_question"] = rows.questions(session, at["broadcast"])[0].id
    for name in ("broadcast", "broadcast_asked"):
        at[f"{name}_version"] = _row(session, at[name]).version


def _row(session: Session, number: int) -> Broadcast:
    row = rows.get(session, number)
    assert row is not None
    return row


def _draft(session: Session, me: Me) -> int:
    number = rows.begin(session, Broadcast(author_id=me.employee_id, made_at=me.now))
    drafting.say_text(session, me, number, TEXT)
    for said in ("Kapan diajukan?", "* Dalam 14 hari\nDalam 30 hari", "Begitu edarannya."):
        quizzing.say(session, me, number, said)
    sending.send_to_me(session, me, number)
    return number


def _goes(session: Session, me: Me, how: str) -> int:
    number = _draft(session, me)
    if how == "planned":
        drafting.say_time(session, me, number, "lusa jam 9")
    if how == "asked":
        quizzing.set_rule(session, me, number, "credit", 1)
    sending.send_to_me(session, me, number)
    sending.ask(session, me, number, _row(session, number).version)
    return number
