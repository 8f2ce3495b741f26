"""`/survei`: the public's survey for anybody with a browser. A page without scripts."""

from __future__ import annotations

import hmac
import secrets
import time
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from typing import Any

import structlog
from aiohttp import web

from bot.actions.surveys import sheets, webform, wishes
from bot.actions.surveys.collecting import Entrance
from bot.actions.surveys.webform import AGAIN, STALE, Filled, Taken
from bot.clock import Clock
from bot.rules.surveys import codes
from bot.rules.surveys.collecting import LONGEST_COMMENT
from bot.rules.surveys.elements import ELEMENTS, HIGHEST, LOWEST, Element
from bot.texts.certificates import page as shared
from bot.texts.surveys import page as texts
from bot.texts.surveys import questions
from bot.web import forms, page
from bot.web.checking import HEADERS
from bot.web.patience import FORWARDED, HIT, Allowance, visitor_of
from storage.database import Database

log = structlog.get_logger()
PATH, NEWS, FIELD, TOKEN, COMMENT, WISH = (
    "/survei", "/survei/kabar", "kode", "formulir", "komentar", "kabari",
)  # fmt: skip
LONGEST_CODE, SENT, GUESSED = 40, 20.0, 10.0
Said = Mapping[str, str]


class Surveying:
    """Every form is sealed and counts once; who sends many or guesses is asked to wait."""

    def __init__(
        self, database: Database, clock: Clock, seconds: Callable[[], float] = time.monotonic
    ) -> None:
        self.database, self.clock, self.seconds = database, clock, seconds
        self.allowance = Allowance()
        self._salt = secrets.token_bytes(32)

    def routes(self) -> Sequence[web.RouteDef]:
        return [
            web.get(PATH, self.ask),
            web.get(NEWS + "/{secret}", self.tell),
            web.post(NEWS + "/{secret}", self.erase),
            web.get(PATH + "/{code}", self.ask),
            web.post(PATH + "/{code}", self.take),
        ]

    async def ask(self, request: web.Request) -> web.Response:
        """The question for a code, or the form of its counter."""
        typed = (request.match_info.get("code") or request.query.get(FIELD, ""))[:LONGEST_CODE]
        if not typed.strip():
            return _code_page(200)
        return await self._guarded(request, HIT, lambda: self._form(typed))

    async def take(self, request: web.Request) -> web.Response:
        """A form that was filled in."""
        typed = request.match_info["code"][:LONGEST_CODE]
        if request.headers.get("Sec-Fetch-Site", "none") not in {"same-origin", "none"}:
            return _code_page(403)
        try:
            given = {name: str(value) for name, value in (await request.post()).items()}
        except ValueError:
            return _code_page(400)
        return await self._guarded(request, SENT, lambda: self._take(typed, given))

    async def tell(self, request: web.Request) -> web.Response:
        secret = request.match_info["secret"][:LONGEST_CODE]
        return await self._guarded(request, GUESSED, lambda: self._news(secret))

    async def erase(self, request: web.Request) -> web.Response:
        secret = request.match_info["secret"][:LONGEST_CODE]

        async def work() -> web.Response:
            await self.database.run(lambda session: wishes.erase_on_web(session, secret))
            return _page(200, texts.news_title(), page.box("good", texts.erased(), []))

        return await self._guarded(request, GUESSED, work)

    async def _guarded(
        self, request: web.Request, cost: float, work: Callable[[], Any]
    ) -> web.Response:
        """Only as often as one may; a fault is told without its words."""
        address = visitor_of(request.remote, request.headers.get(FORWARDED, ""))
        visitor = hmac.digest(self._salt, address.encode(), sha256).hex()
        if not self.allowance.has(visitor, self.seconds()):
            return _code_page(429, page.box("so", shared.too_often(), []))
        self.allowance.spend(visitor, cost, self.seconds())
        try:
            answer: web.Response = await work()
        except Exception as fault:
            log.warning("survey_failed", kind=type(fault).__name__)
            return _code_page(503, page.box("so", shared.failed(), []))
        return answer

    async def _form(self, typed: str, given: Said | None = None, fault: str = "") -> web.Response:
        now, random = self.clock.now(), secrets.token_bytes(16)

        def read(session: Any) -> tuple[Entrance, str, str]:
            found = webform.look(session, typed, now)
            chat = sheets.links(session, typed).chat if found.desk else ""
            return found, webform.token(session, typed, random, now), chat

        found, token, chat = await self.database.run(read, reading=True)
        if found.desk is None or found.fault:
            return _code_page(200, page.box("bad", texts.fault(found.fault), []), typed)
        return _page(200, texts.title(), *_blocks(found, typed, token, chat, given, fault))

    async def _take(self, typed: str, given: Said) -> web.Response:
        marks = _marks(given)
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
            return _code_page(200, page.box("bad", texts.fault(taken.fault), []), typed)
        return _thanks(taken)

    async def _news(self, secret: str) -> web.Response:
        found = await self.database.run(lambda session: wishes.news(session, secret), reading=True)
        if found is None:
            return _page(200, texts.news_title(), page.box("so", texts.unknown_news(), []))
        if found.told_on is None:
            told = page.box("so", texts.no_news(found.asked_on), [])
        else:
            told = page.box("good", texts.told(found.told_on), [found.said])
        away = forms.whole(f"{NEWS}/{secret}", texts.erase(), (FIELD, "hapus"))
        return _page(200, texts.news_title(), told, away)


def _marks(given: Said) -> dict[Element, int]:
    known = {str(mark): mark for mark in range(LOWEST, HIGHEST + 1)}
    return {one: known[given[one.value]] for one in ELEMENTS if given.get(one.value) in known}


def _blocks(
    found: Entrance, typed: str, token: str, chat: str, given: Said | None, fault: str
) -> list[str]:
    desk, said = found.desk, given or {}
    assert desk is not None
    marks = _marks(said)
    asked = [
        forms.question(
            one.value,
            f"{at}. {questions.QUESTIONS[one]}",
            questions.ANSWERS[one],
            marks.get(one, 0),
            missing=given is not None and one not in marks,
        )
        for at, one in enumerate(ELEMENTS, 1)
    ]
    form = forms.whole(
        f"{PATH}/{_plain(typed)}", texts.send(), (TOKEN, token), *asked,
        forms.text(COMMENT, texts.comment(), said.get(COMMENT, ""), LONGEST_COMMENT),
        forms.tick(WISH, texts.wish(), given=said.get(WISH) == "1"),
    )  # fmt: skip
    where = texts.where(desk.service.name, desk.counter.name, desk.unit.name)
    return [
        page.box("bad", fault, []) if fault else "",
        page.box("so", where[0], where[1:]),
        page.paragraph(texts.promise(ticketed=found.ticket is not None)),
        form,
        forms.link(chat, texts.open_chat()) if chat else "",
    ]


def _plain(typed: str) -> str:
    code = codes.read(typed)
    return code.written if code else ""


def _thanks(taken: Taken) -> web.Response:
    lines = [texts.unnamed()]
    blocks = [page.box("good", texts.fault(AGAIN) if taken.fault else texts.thanks(), lines)]
    if taken.secret:
        blocks.append(page.paragraph(texts.keep_address()))
        blocks.append(forms.link(f"{NEWS}/{taken.secret}", f"{NEWS}/{taken.secret}"))
    return _page(200, texts.title(), *blocks)


def _code_page(status: int, answer: str = "", typed: str = "") -> web.Response:
    form = page.form(PATH, FIELD, texts.number(), texts.go_on(), typed, LONGEST_CODE)
    return _page(status, texts.title(), answer, page.paragraph(texts.explained()), form)


def _page(status: int, title: str, *blocks: str) -> web.Response:
    html = page.whole(title, *blocks, page.small(texts.privacy()))
    wait = {"Retry-After": "120"} if status == 429 else {}
    return web.Response(text=html, status=status, content_type="text/html", headers=HEADERS | wait)
