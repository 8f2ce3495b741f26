"""`do`: one act and the screen it leads to, in one transaction on the database thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from inspect import signature
from typing import Generic, TypeVar

from sqlmodel import Session

from bot.actions import buttons
from bot.actions.buttons import Drawn
from bot.actions.guest import Guest, read_guest
from bot.actions.me import Me, read_me
from bot.actions.refusals import Refused
from bot.screens import Place, Screen, Went
from bot.texts import words
from handlers.plain import plain_screen
from handlers.table import Act, Table
from storage import accounts, keyboards, updates
from storage.database import Database

HOME = Place("home.menu")
Actor = TypeVar("Actor", Me, Guest)


@dataclass(frozen=True)
class Doing(Generic[Actor]):
    """Bound to one update and whoever is behind it; `home` is the screen shown when lost."""

    database: Database
    table: Table
    update_id: int
    me: Actor
    home: Place = HOME

    async def __call__(self, act: Act, *args: object) -> Drawn:
        """Do it once for this update, and draw where it leads. Raises Refused."""

        def work(session: Session) -> Drawn:
            return self._once(session, lambda: _went(act(session, self.me, *args)))

        return await self.database.run(work)

    async def open(self, place: Place, notice: str = "") -> Drawn:
        """Draw a screen; nothing but what is being typed changes."""
        return await self.database.run(lambda session: self._draw(session, Went(place, notice)))

    async def press(self, data: str) -> Drawn:
        """What pressing a button leads to. Raises Refused for a foreign button."""
        meant = buttons.read(self.database.vault.key("buttons"), data, self.me.telegram_id)
        match meant:
            case buttons.Reading(place):
                return await self.open(place)
            case buttons.Acting(token, index):
                return await self.database.run(lambda session: self._spend(session, token, index))
            case _:
                raise Refused(words.not_available(), "foreign_button")

    def _spend(self, session: Session, token: str, index: int) -> Drawn:
        me = self.me

        def act() -> Went:
            acts = keyboards.spend(session, token, me.telegram_id, me.epoch, me.now)
            if acts is None:
                return self._again(session, token)
            place = Place.parse(acts.split("\n")[index])
            went = _went(self.table.acts[place.name](session, me, *place.args))
            keyboards.remember(session, token, str(went.place))
            return went

        return self._once(session, act)

    def _again(self, session: Session, token: str) -> Went:
        """A second press, an app's resend, an old card: show what the first press led to."""
        first = keyboards.earlier(session, token, self.me.telegram_id)
        if first is None:
            return Went(self.home, words.stale())
        return Went(
            Place.parse(first.result), words.already(first.spent_at.astimezone(self.me.zone))
        )

    def _once(self, session: Session, act: Callable[[], Went]) -> Drawn:
        me = self.me
        before = updates.begin(session, self.update_id, me.telegram_id, me.now)
        if before is not None:
            return self._draw(session, Went(Place.parse(before) if before else self.home))
        went = act()
        updates.finish(session, self.update_id, str(went.place))
        return self._draw(session, went)

    def _draw(self, session: Session, went: Went) -> Drawn:
        shown = self.table.places.get(went.place.name)
        if shown is None or not _fits(shown.read, session, self.me, *went.place.args):
            raise Refused(words.not_available(), "unknown_place")
        screen = shown.draw(shown.read(session, self.me, *went.place.args))
        return issue(session, self.me, screen, went.notice)


Do = Doing[Me]
"""Handed to handlers of active people as `do`."""
GuestDo = Doing[Guest]
"""Handed to handlers of everybody else as `guest`."""


def issue(session: Session, me: Me | Guest, screen: Screen, notice: str = "") -> Drawn:
    """Issue a screen's buttons to a person and remember what typing will mean there."""
    typing = str(screen.typing) if screen.typing else None
    if me.account_id is not None and typing != (str(me.typing) if me.typing else None):
        accounts.listen(session, me.account_id, typing)
    screen = plain_screen(screen) if me.plain else screen
    drawn = buttons.issue(session, screen, me.telegram_id, me.epoch, me.now)
    return replace(drawn, notice=notice)


def _went(led: Went | Place) -> Went:
    return Went(led) if isinstance(led, Place) else led


def _fits(read: Callable[..., object], *args: object) -> bool:
    """Whether a place has as many arguments as its screen wants; links can be mistyped."""
    try:
        signature(read).bind(*args)
    except TypeError:
        return False
    return True


async def who(database: Database, telegram_id: int, now: datetime) -> Me | Guest:
    """The person behind a Telegram id, or a guest."""

    def work(session: Session) -> Me | Guest:
        return read_me(session, telegram_id, now) or read_guest(session, telegram_id, now)

    return await database.run(work, reading=True)
