"""The menu button of a chat opens the dashboard for as long as the person may."""

from __future__ import annotations

import pytest
from sqlmodel import Session, select

from storage import accounts
from storage.accounts import Account
from tests.courier.wire import SARI, Post, refusal

DASHBOARD = "https://contoh.go.id/dasbor"


def put(post: Post, address: str = DASHBOARD, *, state: str = accounts.ACTIVE) -> None:
    with post.database.transaction() as session:
        account = _account(session)
        account.menu_app, account.state = address, state
        session.add(account)


def opens(post: Post) -> str:
    with post.database.transaction() as session:
        return _account(session).menu_app


def _account(session: Session) -> Account:
    return session.exec(select(Account).where(Account.telegram_id == SARI)).one()


def told(post: Post) -> list[tuple[str, object]]:
    return [
        (values["menu_button"]["type"], values["chat_id"])
        for name, values in post.wire.calls
        if name == "setChatMenuButton"
    ]


@pytest.mark.parametrize("state", [accounts.SUSPENDED, accounts.ENDED])
async def test_who_loses_the_account_loses_the_button(post: Post, state: str) -> None:
    courier = post.another(menu_app=DASHBOARD)
    put(post)
    assert not await courier.put_back_once()
    assert told(post) == []
    put(post, state=state)
    await courier.put_back_once()
    assert (told(post), opens(post)) == ([("default", SARI)], "")
    await courier.put_back_once()
    assert len(told(post)) == 1


async def test_an_address_that_is_served_no_more_leaves_no_button(post: Post) -> None:
    put(post)
    await post.another(menu_app="").put_back_once()
    assert (told(post), opens(post)) == ([("default", SARI)], "")


async def test_what_telegram_did_not_take_is_tried_again(post: Post) -> None:
    put(post, state=accounts.SUSPENDED)
    post.wire.plan = [refusal(429, "Too Many Requests: retry after 3", retry_after=3)]
    await post.courier.put_back_once()
    assert opens(post) == DASHBOARD
    post.wire.plan = [refusal(403, "Forbidden: bot was blocked by the user")]
    await post.courier.put_back_once()
    assert opens(post) == ""
