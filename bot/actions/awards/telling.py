"""Whether all may be told: the winner says so, nobody else; it may be taken back at any time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.actions import consents, rights
from bot.actions.groups.coming import board
from bot.actions.me import Me
from bot.rules.certificates import CertificateKind
from bot.rules.personal import Consent
from bot.rules.proposals import AGENCY
from bot.screens import Went, place
from bot.texts import awards as texts
from bot.texts import words
from storage import audit, awards, certificates, groups, outbox, units
from storage.awards import Award, tellings
from storage.awards.given import AGREED, DECLINED
from storage.groups import Serving
from storage.outbox import Kind, Owed
from storage.printing import printing_of

TEMPLATE, POST = "awards.told", "awards.post"
CHUNK = 300


@dataclass(frozen=True, slots=True)
class Audience:
    """Who is to read of an award: groups of these units (“”: the office's); `everybody` of the
    part of the agency it is for, each by a letter.
    """

    groups: Sequence[str]
    everybody: bool


def audience(session: Session, award: Award, unit_id: int) -> Audience:
    """Of a winner in this unit, as it is now."""
    wide, near = _boards(session, award, unit_id)
    return Audience([one.unit for one in (wide, near) if one is not None], wide is None)


def consent(session: Session, me: Me, award_id: int, given: int) -> Went:
    """Let all be told of my award, or nobody (any more).

    Told are name, unit and award, once: in the channel of the part of the agency the award is
    for, else to everybody there with an account; and in the group of the winner's unit. What has
    not been sent when consent is taken back stays unsent; what stands in a group or channel then
    says only that it was taken back.
    """
    award = awards.get(session, award_id)
    rights.demand(session, me, "awards.consent", about=award.employee_id if award else 0)
    assert award is not None
    here, said = place("awards.honour", award_id), AGREED if given else DECLINED
    if given and not _stands(session, award_id):
        return Went(here, words.changed_since())
    if award.consent == said:
        return Went(here, texts.consent_notice(given=bool(given)))
    awards.put_consent(session, award_id, said, me.now)
    consents.noted(session, me, Consent.AWARD, award_id, given=bool(given))
    verb = "awards.agree" if given else "awards.decline"
    audit.record(session, me.now, me.employee_id, verb, f"award/{award_id}")
    if given:
        _tell(session, me, award)
    bring_up(session, award_id, me.now)
    return Went(here, texts.consent_notice(given=bool(given)))


def still_told(session: Session, award_id: int) -> Award | None:
    """The award, while it stands and its winner lets all be told of it."""
    award = awards.get(session, award_id)
    if award is None or award.consent != AGREED or not _stands(session, award_id):
        return None
    return award


def tell(session: Session, now: datetime) -> bool:
    """Write at most a chunk of the letters that an announcement owes; whether there is more.

    Nothing is remembered but how far they are, and each letter has its key: whoever dies here is
    followed by another who goes on where the last transaction ended.
    """
    one = tellings.unfinished(session)
    if one is None:
        return False
    award = still_told(session, one.award_id)
    found: Sequence[int] = []
    if award is not None:
        inside = None if award.scope_id == AGENCY else units.below(session, award.scope_id)
        found = tellings.readers_after(session, one.reached, CHUNK, inside)
    if award is None or not found:
        tellings.finish(session, one.award_id, now)
        return True
    facts, opens = {"award": one.award_id}, place("awards.honour", one.award_id)
    others = [number for number in found if number != award.employee_id]
    owed = [Owed(f"{TEMPLATE}/{one.award_id}/{to}", to, facts, opens) for to in others]
    outbox.put_many(session, Kind.REMINDER, TEMPLATE, now, owed)
    tellings.advance(session, one.award_id, found[-1])
    return True


def _stands(session: Session, award_id: int) -> bool:
    """Whether its certificate was not taken back."""
    row = certificates.of_object(session, CertificateKind.AWARD, award_id)
    return row is None or row.state == certificates.VALID


def _tell(session: Session, me: Me, award: Award) -> None:
    assert award.id is not None
    wide, near = _boards(session, award, me.unit_id)
    facts = {"award": award.id}
    if wide is None:
        tellings.begin(session, award.id)
    for name, to in zip(_keys(award.id), (wide, near), strict=True):
        if to is not None:
            chat = to.chat_id
            outbox.put(session, name, Kind.REMINDER, TEMPLATE, me.now, chat_id=chat, facts=facts)


def _keys(award_id: int) -> tuple[str, str]:
    """Of the letters to the whole part of the agency, and to the winner's unit."""
    return f"{TEMPLATE}/{award_id}", f"{TEMPLATE}/{award_id}/unit"


def bring_up(session: Session, award_id: int, now: datetime) -> None:
    """What stands in a group or channel says what may be said now: nothing of an award that was
    taken back, or whose winner does not want it.
    """
    for one in outbox.posted(session, _keys(award_id)):
        outbox.put(
            session, f"{one.key}/{now.isoformat()}", Kind.CARD, POST, now,
            chat_id=one.chat_id, facts={"award": award_id}, edits=one.message_id,
        )  # fmt: skip


def _boards(session: Session, award: Award, unit_id: int) -> tuple[Serving | None, Serving | None]:
    """The chat for the whole part of the agency that the award is for, and that of the winner's
    unit where it is another one.
    """
    near = groups.serving(session, unit_id)
    if award.scope_id == AGENCY:
        office = printing_of(session).board
        wide = Serving(office, "") if office else None
    else:
        wide = board(session, award.scope_id)
    same = wide is not None and near is not None and near.chat_id == wide.chat_id
    return wide, None if same else near
