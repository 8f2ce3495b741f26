"""Somebody without an active account: a stranger, or a person on the way in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.screens import Place
from bot.texts.language import Language
from storage import accounts, lanes

ZONE = ZoneInfo("Asia/Jakarta")
EPOCH = -1  # no account ever has it, so no button of an account works for a guest


@dataclass(frozen=True, slots=True)
class Guest:
    """`account_id` is a claim or a suspended account, if there is one; `now` is aware."""

    telegram_id: int
    now: datetime
    account_id: int | None = None
    card: int | None = None
    epoch: int = EPOCH
    typing: Place | None = None
    plain: bool = False
    language: Language = Language.INDONESIAN
    numbered: bool = False
    pictures: bool = True
    employee_id: None = None

    @property
    def zone(self) -> ZoneInfo:
        return ZONE


def read_guest(session: Session, telegram_id: int, now: datetime) -> Guest:
    lanes.enter(session, telegram_id)
    account = accounts.living(session, telegram_id)
    here = now.astimezone(ZONE)
    if account is None:
        return Guest(telegram_id, here)
    return Guest(telegram_id, here, account.id, account.card)
