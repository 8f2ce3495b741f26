"""Messages out: python-telegram-bot delivers the outbox, at a pace, each letter by its class."""

from __future__ import annotations

import os

# The waiting time of a 429 as a timedelta, without the library's warning that it will become one.
os.environ.setdefault("PTB_TIMEDELTA", "true")

from bot.courier.loop import Courier

__all__ = ["Courier"]
