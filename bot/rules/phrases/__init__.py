"""Everyday Indonesian for days and times, read without guessing."""

from bot.rules.phrases.meaning import Ambiguous, Doubt, Phrase, Prefer, Zone
from bot.rules.phrases.reading import normalise

__all__ = ["Ambiguous", "Doubt", "Phrase", "Prefer", "Zone", "normalise"]
