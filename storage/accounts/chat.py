"""What stands in somebody's chat: the card, what is typed next, whether they are reached."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import (
    bindparam,
    update,
)
from sqlmodel import Session, and_, col, select

from storage.accounts.account import ENDED, Account
from storage.prepared import Prepared

_PUT_CARD = (
    update(Account).where(col(Account.id) == bindparam("account")).values(card=bindparam("shown"))
)

_LISTEN = Prepared(
    update(Account).where(col(Account.id) == bindparam("account")).values(typing=bindparam("act"))
)


def listen(session: Session, account_id: int, typing: str | None) -> None:
    """Remember which act receives what the person types next."""
    _LISTEN.change(session, account=account_id, act=typing)


def put_cards(session: Session, cards: Mapping[int, int | None]) -> None:
    """Remember which message is the living card of each account."""
    rows = [{"account": account, "shown": shown} for account, shown in sorted(cards.items())]
    session.connection().execute(_PUT_CARD, rows)


def offer(session: Session, account_id: int, commands: str) -> None:
    """Remember which commands the person's phone lists."""
    session.connection().execute(
        update(Account).where(col(Account.id) == account_id).values(offered=commands)
    )


def put_passing(session: Session, account_id: int, messages: str) -> None:
    """Remember which messages show a secret, by number with spaces; empty: none."""
    session.connection().execute(
        update(Account).where(col(Account.id) == account_id).values(passing=messages)
    )


def offer_choices(session: Session, account_id: int, choices: str) -> None:
    """Remember what the numbers beside the card's buttons press."""
    session.connection().execute(
        update(Account).where(col(Account.id) == account_id).values(choices=choices)
    )


def tour_waits(session: Session, account_id: int) -> bool:
    """Whether the first steps were neither seen nor skipped."""
    return bool(session.exec(select(Account.tour).where(Account.id == account_id)).first())


def end_tour(session: Session, account_id: int) -> None:
    """The first steps were seen or skipped."""
    session.connection().execute(
        update(Account).where(col(Account.id) == account_id).values(tour=False)
    )


def mark_unreachable(
    session: Session, telegram_id: int, reason: str | None, now: datetime
) -> None:
    """Note why nothing can be delivered; None when the person is back."""
    session.connection().execute(
        update(Account)
        .where(and_(col(Account.telegram_id) == telegram_id, col(Account.state) != ENDED))
        .values(unreachable=reason, unreachable_since=now if reason else None)
    )
