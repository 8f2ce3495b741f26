"""What letters about achievements are rendered from, at the moment they are sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.actions.me import Me
from bot.actions.waiting import Waiting
from bot.rules.achievements import State
from bot.screens import place
from bot.texts import achievements as texts
from storage import absences, achievement_lists, achievements, evidence, rating_queue, turns


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that was refused, and the achievement it belonged to."""

    achievement_id: int
    name: str
    kind: str
    fault: str


def waiting_count(session: Session, holder_id: int, today: date, number: int) -> int:
    """How many wait for this person now; 0 when a newer letter says so already."""
    if rating_queue.letter_number(session, holder_id) != number:
        return 0
    held = absences.mandates_held(session, holder_id, today)
    officials = [holder_id, *(mandate.absent_id for mandate in held)]
    return len(rating_queue.waiting_for(session, holder_id, officials, today))


def nudge_is_owed(session: Session, turn_id: int) -> bool:
    turn = turns.get(session, turn_id)
    return turn is not None and turn.state == State.SUBMITTED


def decided_one(session: Session, turn_id: int) -> int | None:
    """The achievement that was decided in this turn."""
    turn = turns.get(session, turn_id)
    return turn.achievement_id if turn and turn.decided_by else None


def refusal(session: Session, evidence_id: int) -> Refusal | None:
    """None when the owner has taken it off since."""
    row = evidence.get(session, evidence_id)
    return Refusal(row.achievement_id, row.name, row.kind, row.fault) if row else None


def unsent(session: Session, achievement_id: int) -> bool:
    """Whether it still lies with its owner."""
    row = achievements.get(session, achievement_id)
    return row is not None and row.state == State.DRAFT


def waiting_for_me(session: Session, me: Me) -> Sequence[Waiting]:
    """For the menu: mine that came back. What I am to rate stands there as duties."""
    return [
        Waiting(texts.returned_waits(), place("achievements.card", row.id or 0))
        for row in achievement_lists.returned(session, me.employee_id)
    ]
