"""What people are told after the bot was away."""

from __future__ import annotations

from datetime import datetime

from bot.texts import words
from bot.texts.language import _


def redrawn(since: datetime, until: datetime) -> str:
    """The first line of a card that was drawn again."""
    mark = _(
        "Drawn again: the bot was away from {since} to {until}; a tap in between may not have "
        "arrived. Please check."
    )
    return f"<i>{mark.format(since=_at(since, until), until=words.clock(until))}</i>"


def look(since: datetime, until: datetime) -> str:
    """A tap may have been lost, and the phone is put away by now."""
    return _(
        "The bot was away from {since} to {until}. What you wrote has arrived; a tap on a button "
        "in between may not have. Please check the screen you had open."
    ).format(since=_at(since, until), until=words.moment(until))


def drafts(since: datetime, until: datetime) -> str:
    """Messages may have been lost too."""
    return _(
        "The bot was away from {since} to {until}, longer than Telegram keeps messages. What you "
        "sent in that time may be lost. Please check your drafts and send again what is missing. "
        "We are sorry."
    ).format(since=words.moment(since), until=words.moment(until))


def _at(since: datetime, until: datetime) -> str:
    return words.clock(since) if since.date() == until.date() else words.moment(since)
