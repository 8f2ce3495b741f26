"""Ways to break the bot on purpose, so that the checker can be seen to complain of each."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module
from typing import Any, NamedTuple

from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import col, select, update

RESENT, HELD_LONG, FULL_LOG = "press sent again", "held for long", "log is full"


class Mutant(NamedTuple):
    """`breaks` is done in the bot's process; the death that shows it; what is complained of."""

    breaks: Callable[[], None]
    point: str
    complaint: str


def leave_the_commit_out() -> None:
    doing: Any = import_module("handlers.do").Doing
    plain = doing._draw

    def draw(self: Any, session: Any, *what: Any) -> Any:
        drawn = plain(self, session, *what)
        session.get_bind().get_transaction().rollback()
        return drawn

    doing._draw = draw


def confirm_first() -> None:
    polling: Any = import_module("bot.polling").Polling
    plain = polling._taken

    async def taken(self: Any, batch: Sequence[Any], wary: bool) -> bool:
        self.offset = batch[-1]["update_id"] + 1
        await self._asked(limit=1, timeout=0)
        return bool(await plain(self, batch, wary))

    polling._taken = taken


def spend_no_token() -> None:
    keyboards: Any = import_module("storage.keyboards")
    row = keyboards.Keyboard

    def spend(session: Any, token: str, *_: Any, **__: Any) -> Any:
        return session.exec(select(row.acts).where(row.token == token)).first()

    keyboards.spend = spend


def recover_as(state: str) -> Callable[[], None]:
    """What was in flight when the bot died is taken to be so."""

    def change() -> None:
        outbox: Any = import_module("storage.outbox")

        def recover(session: Any, _: Any) -> int:
            flying = col(outbox.Letter.state).in_(("leased", "sending"))
            session.connection().execute(update(outbox.Letter).where(flying).values(state=state))
            return 0

        outbox.recover = recover

    return change


def draw_no_replay() -> None:
    people: Any = import_module("handlers.people")
    plain = people.replace

    async def replace(do: Any, *what: Any) -> None:
        if not do.replayed:
            await plain(do, *what)

    people.replace = replace


def forget_notices() -> None:
    screens: Any = import_module("bot.screens")
    screens.Went.__str__ = lambda went: str(went.place)


def answer_first() -> None:
    """The webhook says 200 before anything is done."""
    run: Any = import_module("bot.commands.run")
    plain, doing = run._hearing, set()

    def hearing(*parts: Any) -> Any:
        whole = plain(*parts)

        async def hear(raw: Any) -> None:
            doing.add(asyncio.ensure_future(whole(raw)))

        return hear

    run._hearing = hearing


def confirm_unsaved() -> None:
    receiver: Any = import_module("bot.receiver").Receiver
    plain = receiver.handle

    async def handle(self: Any, raw: Any, **how: Any) -> None:
        with suppress(SQLAlchemyError):
            await plain(self, raw, **how)

    receiver.handle = handle


def fall_with_the_log() -> None:
    def raise_it(*_: Any) -> None:
        raise

    handler: Any = logging.Handler
    handler.handleError = raise_it


MUTANTS = {
    "a commit is left out": Mutant(leave_the_commit_out, "", "'lost'"),
    "confirmed first": Mutant(confirm_first, "before commit of achievement", "'lost'"),
    "a token is not spent": Mutant(spend_no_token, "", "spent: "),
    "sent again without a mark": Mutant(
        recover_as("waiting"), "unread sendMessage", "without a mark"
    ),
    "a letter in flight counts as sent": Mutant(
        recover_as("sent"), "before sendMessage", "never came"
    ),
    "a replay draws nothing": Mutant(draw_no_replay, "before editMessageText", "does not see"),
    "a replay says nothing": Mutant(forget_notices, "before answerCallback", "nobody was told"),
}

ANSWERED_FIRST = "answered first"
IN_TROUBLE = {
    "a token is not spent": Mutant(spend_no_token, RESENT, "spent: "),
    "confirmed unsaved": Mutant(confirm_unsaved, HELD_LONG, "'lost'"),
    "a full log ends the work": Mutant(fall_with_the_log, FULL_LOG, ""),
}
"""Those that a trouble shows, which stands in the place of the point."""
HOW = {
    ANSWERED_FIRST: answer_first,
    **{name: mutant.breaks for name, mutant in {**MUTANTS, **IN_TROUBLE}.items()},
}


def break_on_purpose(name: str) -> None:
    if name:
        HOW[name]()
