"""Which chats have the dashboard behind their own menu button, and of which it must go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import select as select_columns
from sqlalchemy import text, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from storage.accounts.account import ACTIVE, Account


class MenuButton(NamedTuple):
    """A button that must go; `again`: another active account has the chat, and its own button."""

    account_id: int
    telegram_id: int
    again: bool


def put_menu_app(session: Session, account_id: int, address: str) -> None:
    """Remember what the menu button of the person's chat opens; empty: the commands."""
    session.connection().execute(
        update(Account).where(col(Account.id) == account_id).values(menu_app=address)
    )


def stale_menus(session: Session, address: str, limit: int) -> Sequence[MenuButton]:
    """Those of accounts that are not active any more, or that open another address than this.

    Each kind by its own index: of a whole office, nearly all open this address.
    """
    other = aliased(Account)
    again = (
        select_columns(other.id)  # type: ignore[call-overload]
        .where(other.telegram_id == col(Account.telegram_id), other.state == ACTIVE)
        .exists()
    )
    columns = (col(Account.id), col(Account.telegram_id), again & (col(Account.state) != ACTIVE))
    opens = text("account.menu_app <> ''")  # as the indices say it, no parameter
    left, app = text("account.state <> 'active'"), col(Account.menu_app)
    rows: dict[int, MenuButton] = {}
    # In the order of the index that is meant, so that it is the one that is read.
    for stale, order in ((left, col(Account.id)), (app < address, app), (app > address, app)):
        found = select_columns(*columns).where(opens, stale).order_by(order)
        for row in session.connection().execute(found.limit(limit)):
            rows[row[0]] = MenuButton(*row)
    return sorted(rows.values())[:limit]
