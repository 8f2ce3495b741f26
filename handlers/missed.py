"""After the bot was away: cards drawn again as they stand now, and letters that ask to look."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from sqlmodel import Session

from bot.actions import missed
from bot.actions.me import Me, read_me
from bot.actions.refusals import Refused
from bot.screens import Ask, Button, Place, Screen
from bot.texts import missed as texts
from bot.texts import words
from handlers.cards import Cards
from handlers.issuing import fits
from handlers.table import Recipient, Table, Write
from storage import accounts, open_screens


def letters(table: Table, cards: Cards) -> Mapping[str, Write]:
    """What these letters say is what other capabilities show, so they need the whole table."""
    return {
        missed.REDRAWN: partial(write_redrawn, table, cards),
        missed.LOOK: partial(write_look, table, cards),
        missed.DRAFTS: write_drafts,
    }


def write_redrawn(
    table: Table, cards: Cards, session: Session, to: Recipient, facts: Mapping[str, Any]
) -> Screen | None:
    """The screen as it stands now; None when it is shown no more, or held nothing to tap."""
    found = _left_open(table, cards, session, to, facts)
    if found is None:
        return None
    me, screen = found
    since, until = _times(to, facts)
    if screen.files or screen.ask is not Ask.NOTHING or _other(screen.typing, me.typing):
        return _opening(texts.look(since, until), facts["place"])
    return replace(screen, text=f"{texts.redrawn(since, until)}\n\n{screen.text}")


def write_look(
    table: Table, cards: Cards, session: Session, to: Recipient, facts: Mapping[str, Any]
) -> Screen | None:
    """A letter with the way back; None when the person has come back, or had nothing to tap."""
    if _left_open(table, cards, session, to, facts) is None:
        return None
    since, until = _times(to, facts)
    return _opening(texts.look(since, until), facts["place"])


def _left_open(
    table: Table, cards: Cards, session: Session, to: Recipient, facts: Mapping[str, Any]
) -> tuple[Me, Screen] | None:
    """Who was away and their screen; None when they have gone on, or had nothing to tap."""
    me, (_, until) = _reader(session, to), _times(to, facts)
    if me is None or _moved_on(session, cards, me, facts["card"], until):
        return None
    screen = _screen(table, session, me, facts["place"])
    return (me, screen) if screen is not None and _acts(screen) else None


def write_drafts(_: Session, to: Recipient, facts: Mapping[str, Any]) -> Screen:
    """Whatever the person has done since, what was sent before may be lost."""
    return _opening(texts.drafts(*_times(to, facts)), facts["place"])


def _reader(session: Session, to: Recipient) -> Me | None:
    account = accounts.active_of(session, to.employee_id)
    return read_me(session, account.telegram_id, to.now) if account else None


def _moved_on(session: Session, cards: Cards, me: Me, card: int, until: datetime) -> bool:
    """Whether the person has been shown something else since."""
    if cards.of(me.account_id, me.card) != card:
        return True
    drawn = cards.shown_at(me.account_id) or open_screens.shown_at(session, me.account_id)
    return drawn is not None and drawn > until


def _screen(table: Table, session: Session, me: Me, written: str) -> Screen | None:
    """None when there is no such screen for this person any more."""
    place = Place.parse(written)
    shown = table.places.get(place.name)
    if shown is None or not fits(shown.read, len(place.args)):
        return None
    try:
        return shown.draw(shown.read(session, me, *place.args))
    except Refused:
        return None


def _acts(screen: Screen) -> bool:
    return any(button.does is not None for row in screen.rows for button in row)


def _other(one: Place | None, another: Place | None) -> bool:
    return str(one or "") != str(another or "")


def _opening(text: str, place: str) -> Screen:
    return Screen(text, [[Button(words.OPEN, opens=Place.parse(place))]])


def _times(to: Recipient, facts: Mapping[str, Any]) -> tuple[datetime, datetime]:
    """From when to when, in the person's zone."""
    zone = to.now.tzinfo
    since, until = (datetime.fromisoformat(facts[name]) for name in ("since", "until"))
    return since.astimezone(zone), until.astimezone(zone)
