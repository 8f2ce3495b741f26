"""Letters about proposals and awards."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlmodel import Session

from bot.screens import Button, Screen, place
from bot.texts import awards as texts
from bot.texts import words
from handlers.table import Recipient
from storage import awards as given
from storage import proposals
from storage.awards import rounds


def write_won(session: Session, to: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    if given.get(session, facts["award"]) is None:
        return None
    opens = Button(words.OPEN, opens=place("awards.honour", facts["award"]))
    return Screen(texts.won(to.name, to.sex), [[opens]])


def write_proposed(session: Session, _: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    one = proposals.get(session, facts["proposal"])
    if one is None or one.state != proposals.WAITING:
        return None
    opens = Button(texts.CASE, opens=place("awards.decide", facts["proposal"]))
    return Screen(texts.waits_for_you(), [[opens]])


def write_decided(session: Session, _: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    if proposals.get(session, facts["proposal"]) is None:
        return None
    opens = Button(texts.CASE, opens=place("awards.decide", facts["proposal"]))
    return Screen(texts.decided(), [[opens]])


def write_refused(session: Session, _: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    """To the candidate: who decided and why stay where the rules leave them."""
    one = proposals.get(session, facts["proposal"])
    round_ = rounds.of_case(session, one.kind, one.period_id, one.scope_id) if one else None
    if one is None or round_ is None or one.state != proposals.REJECTED:
        return None
    opens = Button(words.OPEN, opens=place("awards.round", round_.id or 0))
    return Screen(texts.refused_letter(), [[opens]])
