"""`do`: who acts, one act, and the screen it leads to, in one transaction on a database thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import cache
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
from handlers.cards import Cards
from handlers.plain import plain_screen
from handlers.table import Act, Table
from storage import accounts, keyboards, updates
from storage.database import Database

HOME = Place("home.menu")
Actor = TypeVar("Actor", Me, Guest)
Meant = Went | tuple[Act, tuple[object, ...]]
"""What an update means to whoever sent it: a screen to look at, or an act with its arguments."""


class NotActive(Exception):
    """The person has no active account (any more)."""


class Doing(Generic[Actor]):
    """Bound to one update and the Telegram id behind it; `home` is the screen shown when lost.

    `me` is read afresh at the beginning of every transaction, and is there once one has begun.
    """

    me: Actor
    led: Place | None = None  # where this update led
    replayed = False  # its effect was committed before; it is only told again

    def __init__(
        self,
        database: Database,
        table: Table,
        cards: Cards,
        read: Callable[[Session], Actor | None],
        update_id: int,
        home: Place = HOME,
    ) -> None:
        self.database = database
        self.table = table
        self.cards = cards
        self.read: Callable[[Session], Actor | None] = read
        self.update_id = update_id
        self.home = home

    async def __call__(self, act: Act, *args: object) -> Drawn:
        """Do it once for this update, and draw where it leads. Raises Refused, NotActive."""
        return await self.means(lambda _: (act, args))

    async def means(self, choose: Callable[[Actor], Meant]) -> Drawn:
        """Do what the update means to the person as the person is now. Raises as a call."""

        def work(session: Session) -> Drawn:
            meant = choose(self.me)
            if isinstance(meant, Went):
                return self._draw(session, meant)
            act, args = meant
            return self._once(session, lambda: _went(act(session, self.me, *args)))

        return await self._run(work)

    async def open(self, place: Place, notice: str = "") -> Drawn:
        """Draw a screen; nothing but what is being typed changes."""
        return await self._run(lambda session: self._draw(session, Went(place, notice)))

    async def press(self, data: str) -> Drawn:
        """What pressing a button leads to. Raises Refused for a foreign button."""

        def work(session: Session) -> Drawn:
            key = self.database.vault.key("buttons")
            match buttons.read(key, data, self.me.telegram_id):
                case buttons.Reading(place):
                    return self._draw(session, Went(place))
                case buttons.Acting(token, index):
                    return self._draw(session, self._spend(session, token, index))
                case _:
                    raise Refused(words.not_available(), "foreign_button")

        return await self._run(work)

    async def _run(self, work: Callable[[Session], Drawn]) -> Drawn:
        def whole(session: Session) -> Drawn:
            me = self.read(session)
            if me is None:
                raise NotActive
            if me.account_id is not None:
                me = replace(me, card=self.cards.of(me.account_id, me.card))
            self.me = me
            return work(session)

        return await self.database.run(whole)

    def _spend(self, session: Session, token: str, index: int) -> Went:
        """A press is done once by spending its token; that needs no other trace of the update."""
        me = self.me
        acts = keyboards.spend(session, token, me.telegram_id, me.epoch, me.now, by=self.update_id)
        if acts is None:
            return self._again(session, token)
        place = Place.parse(acts.split("\n")[index])
        act = self.table.acts.get(place.name)
        if act is None or not fits(act, len(place.args)):  # of an earlier version of the bot
            raise Refused(words.not_available(), "unknown_act")
        went = _went(act(session, me, *place.args))
        keyboards.remember(session, token, str(went.place))
        return went

    def _again(self, session: Session, token: str) -> Went:
        """A second press, an app's resend, an old card: show what the first press led to."""
        first = keyboards.earlier(session, token, self.me.telegram_id)
        if first is None:
            return Went(self.home, words.stale())
        place = Place.parse(first.result)
        if first.spent_by == self.update_id:  # only told again, after we fell
            self.replayed = True
            return Went(place)
        return Went(place, words.already(first.spent_at.astimezone(self.me.zone)))

    def _once(self, session: Session, act: Callable[[], Went]) -> Drawn:
        me = self.me
        before = updates.begin(session, self.update_id, me.telegram_id, me.now)
        if before is not None:
            self.replayed = True
            return self._draw(session, Went(Place.parse(before) if before else self.home))
        went = act()
        updates.finish(session, self.update_id, str(went.place))
        return self._draw(session, went)

    def _draw(self, session: Session, went: Went) -> Drawn:
        shown = self.table.places.get(went.place.name)
        if shown is None or not fits(shown.read, len(went.place.args)):
            raise Refused(words.not_available(), "unknown_place")
        self.led = went.place
        screen = shown.draw(shown.read(session, self.me, *went.place.args))
        return issue(session, self.me, screen, went.notice)


Do = Doing[Me]
"""Handed to handlers of active people as `do`."""
GuestDo = Doing[Guest]
"""Handed to handlers of everybody else as `guest`."""


def for_person(
    database: Database, table: Table, cards: Cards, update_id: int, who: int, now: datetime
) -> Do:
    """`do` for the person with an active account behind this Telegram id."""

    def read(session: Session) -> Me | None:
        return read_me(session, who, now)

    return Do(database, table, cards, read, update_id)


def for_guest(
    database: Database, table: Table, cards: Cards, update_id: int, who: int, now: datetime,
    door: Place,
) -> GuestDo:  # fmt: skip
    """`guest` for anybody behind this Telegram id."""

    def read(session: Session) -> Guest:
        return read_guest(session, who, now)

    return GuestDo(database, table, cards, read, update_id, door)


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


@cache
def fits(wants: Callable[..., object], args: int) -> bool:
    """Whether there are as many arguments as wanted; links are mistyped, old buttons stay."""
    try:
        signature(wants).bind(None, None, *range(args))
    except TypeError:
        return False
    return True
