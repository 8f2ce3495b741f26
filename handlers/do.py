"""`do`: who acts, one act, and the screen it leads to, in one transaction on a database thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from sqlmodel import Session

from bot.actions.buttons import Drawn
from bot.actions.factors import ProofWanted
from bot.actions.guest import Guest
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.screens import Place, Went
from bot.texts import factors
from bot.texts.language import speak, speaking
from handlers.easel import beside
from handlers.practice import Unready, play
from handlers.table import Act
from handlers.within import Actor, Within


@dataclass(frozen=True, slots=True)
class Pressed:
    """What the button carries that was pressed, or chosen by its number."""

    data: str


Meant = Went | Pressed | tuple[Act, tuple[object, ...]]
"""What an update means to whoever sent it: a screen to look at, a button, or an act with its
arguments."""


class Doing(Within[Actor]):
    """What an update means to whoever sent it, done in a transaction of its own."""

    async def __call__(self, act: Act, *args: object) -> Drawn:
        """Do it once for this update, and draw where it leads. Raises Refused, NotActive."""
        return await self.means(lambda _: (act, args))

    async def means(self, choose: Callable[[Actor], Meant]) -> Drawn:
        """Do what the update means to the person as the person is now. Raises as a call.

        A code that was right is taken even when the press that waited for it is then refused.
        """
        but = ""

        def work(session: Session) -> Drawn:
            meant = choose(self.me)
            if isinstance(meant, Went):
                return self._draw(session, meant)
            if isinstance(meant, Pressed):
                return self.pressed(session, meant.data)
            act, args = meant
            return self._once(session, lambda: act(session, self.me, *args), but)

        try:
            return await self._run(work)
        except Refused as refusal:
            if isinstance(refusal, ProofWanted) and self.waits is not None:
                return await self.open(self.waits)
            if self.resumed is None:
                raise
            but = factors.done_but(refusal.sentence)
        return await self._run(work)

    async def open(self, where: Place, notice: str = "") -> Drawn:
        """Draw a screen; nothing but what is being typed changes."""
        return await self._run(lambda session: self._draw(session, Went(where, notice)))

    async def press(self, data: str) -> Drawn:
        """What pressing a button leads to. Raises Refused for a foreign button.

        A press whose act wants a proof stays unspent and waits for its code.
        """
        return await self.means(lambda _: Pressed(data))

    async def _run(self, work: Callable[[Session], Drawn]) -> Drawn:
        def whole(session: Session) -> Drawn:
            self._look(session)
            with speaking(self.me.language):
                if isinstance(self.me, Me) and self.me.practising:
                    return play(self, session, work)
                return work(session)

        try:
            drawn = await self.database.run(whole)
        except Refused:
            speak(self.me.language)  # that of now, wherever it was chosen
            raise
        except Unready:
            assert self.playing is not None
            await beside(partial(self.playing.prepare, self.database.vault))
            drawn = await self.database.run(whole)
        speak(self.me.language)
        return drawn


Do = Doing[Me]
"""Handed to handlers of active people as `do`."""
GuestDo = Doing[Guest]
"""Handed to handlers of everybody else as `guest`."""
