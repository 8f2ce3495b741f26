"""`/dasbor`: launch data become a session, a session opens pages; rights are read each time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

import structlog
from aiohttp import web
from sqlmodel import Session as Transaction

from bot.actions.me import Me, read_me
from bot.actions.refusals import Refused
from bot.clock import Clock
from bot.rules.launch import BadLaunch, Launch, is_dark, read_launch
from bot.screens import Place
from bot.texts import dashboard as texts
from bot.texts.language import speaking
from bot.web import tongue
from bot.web.dashboard import frame
from bot.web.dashboard.pages import HOME, PAGES, Page
from bot.web.dashboard.sealing import LASTS, Seal, Session
from storage import launches
from storage.database import Database

log = structlog.get_logger()
PATH, SCRIPT, COOKIE = "/dasbor", "/dasbor/buka.js", "dasbor"


class Turned(Exception):
    """Refused, and told so by this page."""

    def __init__(self, html: str) -> None:
        self.html = html


class Closed(Exception):
    """Not, or no longer, somebody who may look: all of these are told the same."""


class Dashboard:
    """Pages of `pages`; `frames` may show them. `secure`: reached by https."""

    def __init__(
        self, database: Database, clock: Clock, token: str, frames: tuple[str, ...],
        pages: Mapping[str, Page] = PAGES, *, secure: bool = True,
    ) -> None:  # fmt: skip
        self.database = database
        self.clock = clock
        self.token = token
        self.pages = pages
        self.secure = secure
        self.seal = Seal(database.vault.key("dashboard"))
        self.headers = frame.headers(frames)
        self.gate_headers = frame.headers(frames, script=True)

    def routes(self) -> Sequence[web.RouteDef]:
        gate, enter, look = map(tongue.spoken, (self.gate, self.enter, self.look))
        return [
            web.get(PATH, gate),
            web.post(PATH, enter),
            web.get(SCRIPT, self.script),
            web.get(PATH + r"/{launch:[0-9a-f]{32}}/", look),
            web.get(PATH + r"/{launch:[0-9a-f]{32}}/{address:[\w-]+}", look),
        ]

    async def gate(self, _: web.Request) -> web.Response:
        """The page that Telegram opens."""
        return _html(200, frame.gate(PATH, SCRIPT), self.gate_headers)

    async def script(self, _: web.Request) -> web.Response:
        return web.Response(
            text=frame.SCRIPT, content_type="text/javascript", headers=self.headers
        )

    async def enter(self, request: web.Request) -> web.Response:
        """Launch data begin a session once; again, they only lead to the one they have begun."""
        try:
            if request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
                raise Closed
            told = await request.post()
            launch = read_launch(str(told.get("data", "")), self.token)
            dark = is_dark(str(told.get("background", "")))
            session = await self.database.run(partial(self._begin, launch=launch, dark=dark))
        except (BadLaunch, Closed, ValueError):
            return self._closed()
        except web.HTTPException:
            raise
        except Exception as fault:
            return self._fallen(fault)
        answer = web.Response(status=303, headers=self.headers)
        answer.headers["Location"] = _home(launch.number)
        if session is not None:
            answer.headers["Set-Cookie"] = self._cookie(session)
        return answer

    def _begin(self, db: Transaction, launch: Launch, dark: bool | None) -> Session | None:
        """A new session; None where this launch has begun one. Raises Closed."""
        now = self.clock.now()
        if launches.is_spent(db, launch.number):
            return None
        me = read_me(db, launch.telegram_id, now)
        if me is None or not launch.is_fresh(now):
            raise Closed
        until = now + LASTS
        if not launches.spend(db, launch.number, now, until):
            return None
        return Session(launch.number, me.telegram_id, me.account_id, until, dark)

    async def look(self, request: web.Request) -> web.Response:
        """One page, or the way in again."""
        launch, written = request.match_info["launch"], request.match_info.get("address")
        sealed = request.cookies.get(self._name, "")
        session = self.seal.open_session(sealed, launch, self.clock.now())
        if session is None:
            return self._closed()
        where = self.seal.open_address(written, launch) if written else HOME
        try:
            html = await self.database.run(partial(self._draw, session, where))
        except Closed:
            return self._closed()
        except Turned as turned:
            return _html(403, turned.html, self.headers)
        except Exception as fault:
            return self._fallen(fault)
        return _html(200, html, self.headers)

    def _draw(self, session: Session, where: Place | None, db: Transaction) -> str:
        me = self._me(db, session)
        page = self.pages.get(where.name) if where is not None else None

        def link(place: Place) -> str:
            return f"{PATH}/{session.launch}/{self.seal.address(place, session.launch)}"

        with speaking(me.language):
            try:
                if page is None or where is None:
                    raise Refused(texts.no_such_page(), "unknown_page")
                sheet = page.draw(page.read(db, me, *where.args), link)
            except Refused as refusal:
                home = _home(session.launch)
                html = frame.refusal(texts.TITLE, refusal.sentence, home, session.dark)
                raise Turned(html) from refusal
            return frame.whole(sheet, link, session.dark, texts.footer(me.name, me.now))

    def _me(self, db: Transaction, session: Session) -> Me:
        """Who looks, as they are at this moment."""
        me = read_me(db, session.telegram_id, self.clock.now())
        if me is None or me.account_id != session.account_id:
            raise Closed
        return me

    @property
    def _name(self) -> str:
        return f"__Secure-{COOKIE}" if self.secure else COOKIE

    def _cookie(self, session: Session) -> str:
        """Each session has its own path, so that two in one browser do not meet.

        Telegram's web shows the page in a frame: there a cookie must be partitioned to come back.
        """
        how = "Secure; SameSite=None; Partitioned" if self.secure else "SameSite=Strict"
        path = _home(session.launch)
        seconds = int(LASTS.total_seconds())
        sealed = self.seal.session(session)
        return f"{self._name}={sealed}; Path={path}; Max-Age={seconds}; HttpOnly; {how}"

    def _closed(self) -> web.Response:
        other = tongue.switch(PATH)
        return _html(403, frame.refusal(texts.TITLE, texts.closed(), other=other), self.headers)

    def _fallen(self, fault: Exception) -> web.Response:
        log.error("page_failed", kind=type(fault).__name__)
        return _html(503, frame.refusal(texts.TITLE, texts.failed()), self.headers)


def _home(launch: str) -> str:
    return f"{PATH}/{launch}/"


def _html(status: int, html: str, headers: Mapping[str, str]) -> web.Response:
    return web.Response(text=html, status=status, content_type="text/html", headers=headers)
