"""Whole NIP in an extract: why they are needed, then granted with a proof."""

from __future__ import annotations

from sqlmodel import Session

from bot.actions.exports.access import (
    demand_kind,
    draft,
)
from bot.actions.exports.asking import sentence
from bot.actions.factors.proof import demand_proof
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.rights import demand
from bot.screens import Place, Went, place
from bot.texts import exports as texts
from storage import handouts as stored


def reason_asked(session: Session, me: Me, handout_id: int) -> int:
    """The question why whole NIP are needed. Raises Refused."""
    demand(session, me, "exports.unmask")
    draft(session, me, handout_id)
    return handout_id


def reason(session: Session, me: Me, handout_id: int, text: str) -> Place:
    """Keep why whole NIP are needed; they are not yet granted by that."""
    reason_asked(session, me, handout_id)
    stored.unmask(session, handout_id, sentence(text), full=False)
    return place("exports.full_check", handout_id)


def full_check(session: Session, me: Me, handout_id: int) -> tuple[int, str]:
    """The reason as it was typed."""
    reason_asked(session, me, handout_id)
    return handout_id, draft(session, me, handout_id).reason


def unmask(session: Session, me: Me, handout_id: int) -> Went:
    """Let it hold whole NIP. Raises Refused without a reason; ProofWanted."""
    reason_asked(session, me, handout_id)
    row = draft(session, me, handout_id)
    if not row.reason:
        raise Refused(texts.say_more(), "no_reason")
    demand_proof(session, me)
    stored.unmask(session, handout_id, row.reason, full=True)
    return Went(place("exports.ready", handout_id))


def mask_again(session: Session, me: Me, handout_id: int) -> Went:
    """Back to NIP that are partly hidden. Raises Refused."""
    row = draft(session, me, handout_id)
    demand_kind(session, me, row.kind)
    stored.unmask(session, handout_id, row.reason, full=False)
    return Went(place("exports.ready", handout_id))
