"""What is written to superiors, heads and members about calibration: never a number or a name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlmodel import Session

from bot.screens import Button, Screen, place
from bot.texts import words
from bot.texts.panel import adjusting, returning
from handlers.table import Recipient
from storage import adjustments, returns, sittings


def write_returned(session: Session, _: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    one = returns.get(session, facts["return"])
    if one is None:
        return None
    opens = place("appraisals.form", one.period_id, one.employee_id)
    return Screen(returning.returned_letter(), [[Button(words.OPEN, opens=opens)]])


def write_again(session: Session, _: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    one = sittings.get(session, facts["sitting"])
    if one is None or one.state != sittings.OPEN:
        return None
    opens = place("panel.person", one.period_id, one.employee_id)
    return Screen(returning.again_letter(second=one.second), [[Button(words.OPEN, opens=opens)]])


def write_proposed(session: Session, _: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    one = adjustments.get(session, facts["adjustment"])
    if one is None or one.state != adjustments.WAITING:
        return None
    opens = place("panel.case", facts["adjustment"])
    return Screen(adjusting.proposed_letter(), [[Button(words.OPEN, opens=opens)]])


def write_decided(session: Session, _: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    if adjustments.get(session, facts["adjustment"]) is None:
        return None
    opens = place("panel.case", facts["adjustment"])
    return Screen(adjusting.decided_letter(), [[Button(words.OPEN, opens=opens)]])
