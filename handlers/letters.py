"""A letter at the moment of sending: who gets it, what it says by then, with which buttons."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.actions import buttons
from bot.actions.holidays import workdays_around
from bot.actions.letters import (
    AGAIN,
    NoAccount,
    Outgoing,
    Postponed,
    Render,
    newest_offer,
    received,
)
from bot.rules.workdays import next_welcome
from bot.screens import Button, Screen, place
from bot.texts import letters as texts
from bot.texts import words
from bot.texts.language import Language, speaking
from handlers import missed
from handlers.cards import Cards
from handlers.numbered import by_letter
from handlers.plain import plain_screen
from handlers.table import Recipient, Table, Write
from storage import absences, recipients
from storage.outbox import Kind, Letter
from storage.recipients import Addressee

DEFAULT_ZONE = ZoneInfo("Asia/Jakarta")


def renderer(table: Table, cards: Cards | None = None) -> Render:
    """Renders every letter some capability offers. `cards`: those that are drawn here."""
    offered = {**table.letters, **missed.letters(table, cards or Cards())}
    return lambda session, letter, now: render(offered, session, letter, now)


def render(
    letters: Mapping[str, Write], session: Session, letter: Letter, now: datetime
) -> Outgoing | None:
    """A letter for the chat it goes to; None when it is no longer owed.

    Raises NoAccount, Postponed, and KeyError when no capability offers its template.
    """
    to = None if letter.employee_id is None else recipients.get(session, letter.employee_id)
    chat_id = letter.chat_id if letter.chat_id is not None else to and to.telegram_id
    if chat_id is None:
        raise NoAccount
    if to is not None and letter.optional and to.digest is False:
        return None
    facts = json.loads(letter.facts)
    if to is not None and _minds_hours(letter, facts):
        _mind_quiet_hours(session, letter, to, now)
    epoch = to.epoch if to is not None and to.epoch is not None else 0
    with speaking(Language(to.language) if to and to.language else Language.INDONESIAN):
        screen = letters[letter.template](session, _recipient(to, now), facts)
        if screen is None:
            return None
        drawn = buttons.issue(session, _dressed(screen, letter, to), chat_id, epoch, now)
    unreachable = to is not None and to.unreachable is not None
    return Outgoing(chat_id, drawn, letter.message_id, unreachable)


def _recipient(to: Addressee | None, now: datetime) -> Recipient:
    if to is None:
        return Recipient(0, "", 0, now.astimezone(DEFAULT_ZONE))
    return Recipient(to.employee_id, to.name, to.sex, to.local(now))


def _minds_hours(letter: Letter, facts: Mapping[str, Any]) -> bool:
    """Reminders always, a broadcast unless it is a matter of duty."""
    if letter.kind == Kind.BROADCAST:
        return not facts.get("duty")
    return letter.kind == Kind.REMINDER


def _mind_quiet_hours(session: Session, letter: Letter, to: Addressee, now: datetime) -> None:
    """A reminder waits for a welcome hour, unless it would come too late by then."""
    local = to.local(now)
    leave = absences.absences_of(session, to.employee_id, local.date())
    away = [(one.since, one.until) for one in leave]
    calendar = workdays_around(session, to.days_per_week, local.date())
    welcome = next_welcome(local, calendar, to.quiet, away)
    in_time = letter.expires_at is None or welcome < letter.expires_at
    if welcome > local and in_time:
        raise Postponed(welcome)


def _dressed(screen: Screen, letter: Letter, to: Addressee | None) -> Screen:
    """Marked as a repeat where it is one, and as the person wants to read it."""
    if letter.kind == Kind.DECISION and letter.repeats and letter.tried_at is not None:
        first = letter.tried_at.astimezone(ZoneInfo(to.zone) if to else DEFAULT_ZONE)
        button = Button(texts.RECEIVED, does=place("letters.received", letter.id or 0))
        rows = [*screen.rows, [button]] if to is not None else screen.rows
        screen = replace(screen, text=texts.repeated(screen.text, first), rows=rows)
    screen = by_letter(screen) if to is not None and to.numbered else screen
    return plain_screen(screen) if to is not None and to.plain else screen


def write_again(session: Session, to: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    led = newest_offer(session, to.employee_id, facts["update"])
    return Screen(texts.again(), [[Button(words.OPEN, opens=led)]]) if led else None


def routes() -> Table:
    return Table(acts={"letters.received": received}, letters={AGAIN: write_again})
