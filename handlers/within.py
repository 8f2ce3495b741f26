"""What an update does within its transaction: an act or press once, the screen it leads to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Generic, TypeVar

from sqlmodel import Session

from bot.actions import buttons
from bot.actions.buttons import Drawn
from bot.actions.guest import Guest
from bot.actions.me import Me
from bot.actions.practice import INSIDE
from bot.actions.refusals import Refused
from bot.screens import Place, Press, Went, place
from bot.texts import words
from bot.texts.practice import not_here
from handlers.cards import Cards
from handlers.explaining import explained
from handlers.issuing import drawn_for, fits, issue
from handlers.practice import OfTheOffice, Playing, issue_inside, play
from handlers.table import Led, Table
from storage import keyboards, updates
from storage.columns import vault_of
from storage.database import Database

HOME = Place("home.menu")
SHOWS_ITSELF = {"preferences.reading", "practice.home"}
"""Screens that say who one is, or how screens are written: true of themselves, too."""
Actor = TypeVar("Actor", Me, Guest)


class NotActive(Exception):
    """The person has no active account (any more)."""


class Within(Generic[Actor]):
    """Bound to one update and the Telegram id behind it; `home` is the screen shown when lost.

    `me` is read afresh at the beginning of every transaction, and is there once one has begun.
    """

    me: Actor
    led: Place | None = None  # where this update led
    replayed = False  # its effect was committed before; it is only told again
    resumed: Press | None = None  # a press that went on because its code was typed
    waits: Place | None = None  # where the code is asked for that a press has to wait for

    def __init__(
        self,
        database: Database,
        table: Table,
        cards: Cards,
        read: Callable[[Session], Actor | None],
        update_id: int,
        home: Place = HOME,
        playing: Playing | None = None,
    ) -> None:
        self.database = database
        self.table = table
        self.cards = cards
        self.read: Callable[[Session], Actor | None] = read
        self.update_id = update_id
        self.home = home
        self.playing = playing
        # Set while it is done in an invented unit: who the trainee is there.
        self.inside: Callable[[Session], Actor] | None = None

    def _look(self, session: Session) -> None:
        """Read who acts. Raises NotActive."""
        if self.inside is not None:
            self.me = self.inside(session)
            return
        me = self.read(session)
        if me is None:
            raise NotActive
        if me.account_id is not None:
            me = replace(me, card=self.cards.of(me.account_id, me.card))
        self.me = me

    def pressed(self, session: Session, data: str) -> Drawn:
        """What pressing a button leads to, in this transaction."""
        read = buttons.read(vault_of(session).key("buttons"), data, self.me.telegram_id)
        if read is None and self.inside:
            raise OfTheOffice(data)
        match read:
            case buttons.Reading(where):
                return self._draw(session, Went(where))
            case buttons.Acting(token, index):
                self.waits = place("factors.ask", token, index)
                return self._draw(session, self._spend(session, Press(token, index)))
            case _:
                raise Refused(words.not_available(), "foreign_button")

    def _spend(self, session: Session, press: Press) -> Went:
        """A press is done once by spending its token; that needs no other trace of the update."""
        me, token = self.me, press.token
        account = me.account_id if isinstance(me, Me) else None
        holder = keyboards.Holder(me.telegram_id, me.epoch, account)
        acts = keyboards.spend(session, token, holder, me.now, by=self.update_id)
        if acts is None:
            return self._again(session, token)
        meant = Place.parse(acts.split("\n")[press.index])
        act = self.table.acts.get(meant.name)
        if act is None or not fits(act, len(meant.args)):  # of an earlier version of the bot
            raise Refused(words.not_available(), "unknown_act")
        went = self._led(session, act(session, me, *meant.args))
        keyboards.remember(session, token, str(went))
        return went

    def _led(self, session: Session, led: Led, but: str = "") -> Went:
        """Where an act led. A press that waited goes on; `but`: it was refused just before."""
        if isinstance(led, Press):
            self.resumed = led
            return Went(self.home, but) if but else self._spend(session, led)
        return Went(led) if isinstance(led, Place) else led

    def _again(self, session: Session, token: str) -> Went:
        """A second press, an app's resend, an old card: show what the first press led to."""
        first = keyboards.earlier(session, token, self.me.telegram_id)
        if first is None:
            self._look(session)  # what let the button die may just have happened
            return Went(self.home, words.stale())
        went = Went.parse(first.result)
        if first.spent_by == self.update_id:  # only told again, after we fell
            self.replayed = True
            return went
        return Went(went.place, words.already(first.spent_at.astimezone(self.me.zone)))

    def _once(self, session: Session, act: Callable[[], Went | Place | Press], but: str) -> Drawn:
        me = self.me
        before = updates.begin(session, self.update_id, me.telegram_id, me.now)
        if before is not None:
            self.replayed = True
            return self._draw(session, Went.parse(before) if before else Went(self.home))
        went = self._led(session, act(), but)
        updates.finish(session, self.update_id, str(went))
        return self._draw(session, went)

    def _draw(self, session: Session, went: Went) -> Drawn:
        if went.place == INSIDE and not self.inside:
            return play(self, session, lambda inner: self._draw(inner, went))
        shown = self.table.places.get(went.place.name)
        if shown is None or not fits(shown.read, len(went.place.args)):
            raise Refused(not_here() if self.inside else words.not_available(), "unknown_place")
        self.led = went.place
        if went.place.name in SHOWS_ITSELF:
            self._look(session)
        screen = drawn_for(shown.draw, shown.read(session, self.me, *went.place.args))
        screen = explained(screen, went.place)
        if self.inside and isinstance(self.me, Me):
            return issue_inside(session, self.table, self.me, screen, went.notice)
        return issue(session, self.me, screen, went.notice)
