"""The winner writes the story, hands it over, and takes it back."""

from __future__ import annotations

from sqlmodel import Session

from bot.actions import consents, rights
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.stories.cards import Card, card_of, found, record
from bot.rules.authority import Role
from bot.rules.personal import Consent
from bot.rules.stamps import still
from bot.screens import Place, Went, place
from bot.texts import stories as texts
from bot.texts import words
from storage import certificates, employees, grants, outbox, stories, units
from storage.certificates import Certificate
from storage.outbox import Kind
from storage.stories import Story

SHORTEST, LONGEST = 80, 600
ROLES = (Role.HR, Role.HEAD)


def mine(session: Session, me: Me, certificate_id: int) -> Card:
    """My own, in whatever state; asks for it where there is none."""
    row, story = _mine(session, me, certificate_id)
    return card_of(me, row, story)


def write(session: Session, me: Me, certificate_id: int, text: str) -> Place:
    """Keep my words; what was told is told no longer. Raises Refused for too few or too many."""
    _, story = _mine(session, me, certificate_id)
    said = text.strip()
    if len(said) < SHORTEST:
        raise Refused(texts.too_short(SHORTEST), "too_short")
    if len(said) > LONGEST:
        raise Refused(words.too_long(LONGEST, len(said)), "too_long")
    if story is not None and story.told_at is not None:
        record(session, me, "untell", certificate_id)
    consents.noted(session, me, Consent.STORY, certificate_id, given=False)
    stories.write(session, certificate_id, said)
    return place("stories.mine", certificate_id)


def send(session: Session, me: Me, certificate_id: int, seen: str = "") -> Went:
    """Hand the words I have `seen` to HR and heads of my unit."""
    row, story = _mine(session, me, certificate_id)
    here = place("stories.mine", certificate_id)
    if story is None or not still(seen, story.text):
        return Went(here, words.changed_since())
    if not stories.send(session, certificate_id, me.now):
        raise Refused(texts.sent_already(), "sent")
    record(session, me, "send", certificate_id)
    consents.noted(session, me, Consent.STORY, certificate_id, given=True)
    for person in _judges(session, me, row):
        outbox.put(
            session, f"stories.waits/{certificate_id}/{int(me.now.timestamp())}/{person}",
            Kind.DECISION, "stories.waits", me.now, to=person,
            facts={"certificate": certificate_id}, opens=place("stories.judge", certificate_id),
        )  # fmt: skip
    return Went(here, texts.sent_notice())


def untell(session: Session, me: Me, certificate_id: int) -> Went:
    """Nobody else reads my story any more."""
    _mine(session, me, certificate_id)
    if not stories.untell(session, certificate_id):
        raise Refused(words.changed_since(), "not_told")
    record(session, me, "untell", certificate_id)
    consents.noted(session, me, Consent.STORY, certificate_id, given=False)
    return Went(place("stories.mine", certificate_id), texts.untold_notice())


def _mine(session: Session, me: Me, number: int) -> tuple[Certificate, Story | None]:
    row = certificates.get(session, number)
    rights.demand(session, me, "stories.write", about=row.employee_id if row else 0)
    return found(session, number)


def _judges(session: Session, me: Me, row: Certificate) -> list[int]:
    person = employees.get(session, row.employee_id)
    assert person is not None
    above = {None, *units.above(session, person.unit_id)}
    held = {
        grant.employee_id
        for role in ROLES
        for grant in grants.holders(session, role, me.today)
        if grant.unit_id in above
    }
    return sorted(held - {row.employee_id})
