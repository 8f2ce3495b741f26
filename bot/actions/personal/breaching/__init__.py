"""A breach of personal data: recorded, its notice confirmed by a second person, told, closed."""

from bot.actions.personal.breaching.cards import Breached, Listing, breach, listed, notice, paper
from bot.actions.personal.breaching.confirming import (
    ask_return,
    confirm,
    judging,
    say_return,
)
from bot.actions.personal.breaching.mending import ask_mending, mending, say_mending
from bot.actions.personal.breaching.recording import ask_word, draft, record, say_word
from bot.actions.personal.breaching.telling import (
    ask,
    close,
    sure_authority,
    sure_close,
    tell_authority,
)

__all__ = [
    "Breached", "Listing", "ask", "ask_mending", "ask_return", "ask_word", "breach", "close",
    "confirm", "draft", "judging", "listed", "mending", "notice", "paper", "record",
    "say_mending", "say_return", "say_word", "sure_authority", "sure_close", "tell_authority",
]  # fmt: skip
