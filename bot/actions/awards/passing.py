"""After a refusal: whoever comes next by the votes, never whom a head would like."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from bot.actions.awards.counting import close, owe, owing_pairs, refused_in
from bot.rules.awards import AwardKind
from bot.rules.periods import Days
from storage import audit, duties
from storage.awards import AwardRound, rounds
from storage.duties import DutyKind
from storage.periods import Period


def pass_on(
    session: Session, one: AwardRound, period: Period, kind: AwardKind, now: datetime, today: Days
) -> None:
    """To whoever comes next by the votes that are there, once a head refused the first, once.

    Nobody votes again; members are asked two by two about those near ties alone that they have
    not answered. Where nobody is left the round closes without a first.
    """
    assert one.id is not None
    again = {"closed_at": None, "outcome": ""}
    if not rounds.move(session, one.id, rounds.CLOSED, rounds.COMPARING, **again):
        return
    one.state = rounds.COMPARING
    facts = {"refused": sorted(refused_in(session, one))}
    audit.record(session, now, None, "awards.pass_on", f"awardround/{one.id}", facts)
    duties.withdraw(session, DutyKind.NAME_WINNER, now, one.period_id, object_id=one.id)
    asked = {member for _, member in owing_pairs(session, one, period, kind, today.last)}
    if asked:
        owe(session, one, DutyKind.COMPARE_AWARD, asked, today)
    else:
        close(session, one, period, kind, now)
