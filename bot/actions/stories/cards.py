"""A story with its award, and how it stands."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session

from bot.actions.certificates import facts
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules.stamps import stamp
from bot.texts import words
from storage import audit, certificates, stories
from storage.certificates import AWARD, VALID, Certificate
from storage.stories import Story


@dataclass(frozen=True, slots=True)
class Card:
    """A story with its award; `state` is one of `none`, `draft`, `waiting`, `returned`, `told`.

    `seen` is a mark of its words.
    """

    certificate_id: int
    award_id: int
    name: str
    honour: str
    text: str
    state: str
    answer: str
    mine: bool
    seen: str


def state_of(session: Session, certificate_id: int) -> str:
    """For whoever links to it; see `Card`."""
    return standing(stories.get(session, certificate_id))


def standing(story: Story | None) -> str:
    """`none`, `draft`, `waiting`, `returned` or `told`."""
    if story is None:
        return "none"
    if story.told_at is not None:
        return "told"
    if story.answer is not None:
        return "returned"
    return "waiting" if story.sent_at is not None and story.judged_at is None else "draft"


def card_of(me: Me, row: Certificate, story: Story | None) -> Card:
    """The card of a story, as `me` reads it."""
    told = facts.read(row.facts)
    text = story.text if story else ""
    return Card(
        row.id or 0, row.object_id, told.name, told.honour, text, standing(story),
        (story.answer or "") if story else "", row.employee_id == me.employee_id, stamp(text),
    )  # fmt: skip


def found(session: Session, certificate_id: int) -> tuple[Certificate, Story | None]:
    """The certificate of an award that is valid, and its story. Raises Refused."""
    row = certificates.get(session, certificate_id)
    if row is None or row.kind != AWARD or row.state != VALID:
        raise Refused(words.not_available(), "no_certificate")
    return row, stories.get(session, certificate_id)


def record(session: Session, me: Me, verb: str, number: int) -> None:
    """Note a step in the trail."""
    audit.record(session, me.now, me.employee_id, f"stories.{verb}", f"certificate/{number}")
