"""`/survei`: the public's survey for anybody with a browser. A page without scripts."""

from __future__ import annotations

import hmac
import secrets
import time
from collections.abc import Callable, Sequence
from hashlib import sha256
from typing import Any
from urllib.parse import parse_qsl

import structlog
from aiohttp import web

from bot.actions.surveys import sheets, webform, wishes
from bot.actions.surveys.collecting import Entrance
from bot.actions.surveys.webform import AGAIN, STALE, Filled
from bot.clock import Clock
from bot.rules.surveys.collecting import LONGEST_COMMENT
from bot.rules.surveys.elements import ELEMENTS
from bot.sound import sound
from bot.texts.certificates import page as shared
from bot.texts.surveys import page as texts
from bot.web import forms, page, tongue
from bot.web import survey_page as drawn
from bot.web.checking import POLICY, policy
from bot.web.patience import FORWARDED, HIT, Allowance, visitor_of
from bot.web.survey_page import COMMENT, FIELD, LONGEST_CODE, NEWS, PATH, TOKEN, WISH, Said
from storage.database import Database

log = structlog.get_logger()
SENT, GUESSED = 20.0, 10.0
FORM, MOST_FIELDS = "application/x-www-form-urlencoded", 40


class Surveying:
    """Every form is sealed and counts once; who sends many or guesses is asked to wait.

    `frames`: pages that may show it in a frame; none but the sandbox's.
    """

    def __init__(
        self, database: Database, clock: Clock, seconds: Callable[[], float] = time.monotonic,
        *, frames: Sequence[str] = (),
    ) -> None:  # fmt: skip
        self.database, self.clock, self.seconds = database, clock, seconds
        self.headers = {POLICY: policy(frames)} if frames else {}
        self.allowance = Allowance()
        self._salt = secrets.token_bytes(32)

    def routes(self) -> Sequence[web.RouteDef]:
        ask, tell, erase, take = map(self._shown, (self.ask, self.tell, self.erase, self.take))
        return [
            web.get(PATH, ask),
            web.get(NEWS + "/{secret}", tell),
            web.post(NEWS + "/{secret}", erase),
            web.get(PATH + "/{code}", ask),
            web.post(PATH + "/{code}", take),
        ]

    def _shown(self, answer: tongue.Answer) -> tongue.Answer:
        in_words = tongue.spoken(answer)

        async def answered(request: web.Request) -> web.Response:
            response = await in_words(request)
            response.headers.update(self.headers)
            return response

        return answered

    async def ask(self, request: web.Request) -> web.Response:
        """The question for a code, or the form of its counter."""
        typed = (request.match_info.get("code") or request.query.get(FIELD, ""))[:LONGEST_CODE]
        if not typed.strip():
            return drawn.code_page(200)
        return await self._guarded(request, HIT, lambda: self._form(typed))

    async def take(self, request: web.Request) -> web.Response:
        """A form that was filled in."""
        typed = request.match_info["code"][:LONGEST_CODE]
        if request.headers.get("Sec-Fetch-Site", "none") not in {"same-origin", "none"}:
            return drawn.code_page(403)
        if request.content_type != FORM:  # a file has no place in it
            return drawn.code_page(400)
        try:
            said = (await request.read()).decode("utf-8", "replace")
            given = sound(dict(parse_qsl(said, max_num_fields=MOST_FIELDS)))
        except web.HTTPRequestEntityTooLarge:
            return drawn.code_page(413)
        except ValueError:
            return drawn.code_page(400)
        return await self._guarded(request, SENT, lambda: self._take(typed, given))

    async def tell(self, request: web.Request) -> web.Response:
        secret = request.match_info["secret"][:LONGEST_CODE]
        return await self._guarded(request, GUESSED, lambda: self._news(secret))

    async def erase(self, request: web.Request) -> web.Response:
        secret = request.match_info["secret"][:LONGEST_CODE]

        async def work() -> web.Response:
            await self.database.run(lambda session: wishes.erase_on_web(session, secret))
            return drawn.answer(200, texts.news_title(), page.box("good", texts.erased(), []))

        return await self._guarded(request, GUESSED, work)

    async def _guarded(
        self, request: web.Request, cost: float, work: Callable[[], Any]
    ) -> web.Response:
        """Only as often as one may; a fault is told without its words."""
        address = visitor_of(request.remote, request.headers.get(FORWARDED, ""))
        visitor = hmac.digest(self._salt, address.encode(), sha256).hex()
        if not self.allowance.has(visitor, self.seconds()):
            return drawn.code_page(429, page.box("so", shared.too_often(), []))
        self.allowance.spend(visitor, cost, self.seconds())
        try:
            answer: web.Response = await work()
        except Exception as fault:
            log.warning("survey_failed", kind=type(fault).__name__)
            return drawn.code_page(503, page.box("so", shared.failed(), []))
        return answer

    async def _form(self, typed: str, given: Said | None = None, fault: str = "") -> web.Response:
        now, random = self.clock.now(), secrets.token_bytes(16)

        def read(session: Any) -> tuple[Entrance, str, str]:
            found = webform.look(session, typed, now)
            chat = sheets.links(session, typed).chat if found.desk else ""
            return found, webform.token(session, typed, random, now), chat

        found, token, chat = await self.database.run(read, reading=True)
        if found.desk is None or found.fault:
            return drawn.code_page(200, page.box("bad", texts.fault(found.fault), []), typed)
        blocks = drawn.blocks(found, typed, token, chat, given, fault)
        other = "" if given is not None else tongue.switch(f"{PATH}/{drawn.plain(typed)}")
        return drawn.answer(200, texts.title(), *blocks, other=other)

    async def _take(self, typed: str, given: Said) -> web.Response:
        if given.get(tongue.TURN):
            return await self._form(typed, given)
        marks = drawn.marks(given)
        comment = given.get(COMMENT, "").replace("\r\n", "\n").strip()
        if len(marks) < len(ELEMENTS):
            missing = texts.incomplete(len(ELEMENTS) - len(marks))
            return await self._form(typed, given, missing)
        if len(comment) > LONGEST_COMMENT:
            return await self._form(typed, given, texts.too_long(LONGEST_COMMENT))
        token, wanted = given.get(TOKEN, "")[:200], given.get(WISH) == "1"
        filled = Filled(marks, comment, wanted, token)
        now = self.clock.now()
        taken = await self.database.run(lambda session: webform.take(session, typed, filled, now))
        if taken.fault == STALE:
            return await self._form(typed, given, texts.fault(STALE))
        if taken.fault and taken.fault != AGAIN:
            return drawn.code_page(200, page.box("bad", texts.fault(taken.fault), []), typed)
        return drawn.thanks(taken)

    async def _news(self, secret: str) -> web.Response:
        found = await self.database.run(lambda session: wishes.news(session, secret), reading=True)
        other = tongue.switch(f"{NEWS}/{secret}")
        if found is None:
            unknown = page.box("so", texts.unknown_news(), [])
            return drawn.answer(200, texts.news_title(), unknown, other=other)
        if found.told_on is None:
            told = page.box("so", texts.no_news(found.asked_on), [])
        else:
            told = page.box("good", texts.told(found.told_on), [found.said])
        away = forms.whole(tongue.kept(f"{NEWS}/{secret}"), texts.erase(), (FIELD, "hapus"))
        return drawn.answer(200, texts.news_title(), told, away, other=other)
