"""Letters about a correction."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlmodel import Session

from bot.screens import Button, Screen, place
from bot.texts import corrections as texts
from handlers.table import Recipient
from storage import corrections as stored


def write_proposed(session: Session, _: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    row = stored.get(session, facts["correction"])
    if row is None or row.state != stored.WAITING:
        return None
    return Screen(texts.told_proposed(), [[_see(facts)]])


def write_decided(session: Session, _: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    if stored.get(session, facts["correction"]) is None:
        return None
    return Screen(texts.told_decided(), [[_see(facts)]])


def _see(facts: Mapping[str, Any]) -> Button:
    return Button(texts.SEE, opens=place("corrections.card", facts["correction"]))
