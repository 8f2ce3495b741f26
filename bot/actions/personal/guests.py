"""What is held of somebody without an account: little, told plainly, and erased on request."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.actions import joining, rights
from bot.actions.days import office_day
from bot.actions.guest import Guest
from bot.actions.joining import Door
from bot.actions.personal.home import rules_of
from bot.actions.surveys.rules import chat_of
from bot.actions.surveys.rules import rules_of as survey_rules
from bot.screens import Place, Went
from bot.texts.personal import guests as texts
from storage import accounts, audit, claims, keyboards, surveys, updates

HOME = Place("personal.guest")


@dataclass(frozen=True, slots=True)
class Kept:
    """`wishes` to be told of changes, kept for `months` at most; `form`: one is being filled in.

    `unread`: messages that could not be handled. `door`: where a request to join stands.
    """

    wishes: int
    months: int
    form: bool
    unread: int
    door: Door
    asked: datetime | None
    officer: str
    contact: str

    @property
    def erasable(self) -> bool:
        return bool(self.wishes or self.form or self.unread)


def kept(session: Session, guest: Guest) -> Kept:
    """Everything that leads to this chat."""
    rights.demand(session, guest, "personal.guest")
    mark, day = chat_of(session, guest), office_day(guest.now)
    account = accounts.living(session, guest.telegram_id)
    rules = rules_of(session, day)
    return Kept(
        surveys.wishes.count_mine(session, mark),
        survey_rules(session, day).wish_months,
        surveys.drafts.of_chat(session, mark) is not None,
        len(updates.unread(session, [guest.telegram_id])),
        joining.door(session, guest),
        account.claimed_at.astimezone(guest.zone) if account else None,
        rules.officer, rules.contact,
    )  # fmt: skip


def forget(session: Session, guest: Guest) -> Went:
    """Erase what was filled in or asked for here, and every trace of pressing; now, for good."""
    rights.demand(session, guest, "personal.guest")
    mark = chat_of(session, guest)
    form = surveys.drafts.of_chat(session, mark)
    if form is not None:
        surveys.drafts.drop(session, form.id or 0)
    surveys.wishes.erase_mine(session, mark)
    keyboards.forget(session, [guest.telegram_id], "surveys.")
    updates.forget(session, [guest.telegram_id], "surveys.")
    return Went(HOME, texts.erased())


def take_back(session: Session, guest: Guest) -> Went:
    """Withdraw my request to join; an invitation is needed to ask again."""
    rights.demand(session, guest, "personal.guest")
    account = accounts.living(session, guest.telegram_id)
    if account is None or account.state != accounts.CLAIMED:
        return Went(HOME, texts.no_request())
    number = account.id or 0
    if claims.end(session, number, guest.now):
        audit.record(session, guest.now, account.employee_id, "joining.end", f"account/{number}")
    return Went(HOME, texts.taken_back())
