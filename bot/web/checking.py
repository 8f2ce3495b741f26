"""`/cek`: whether a paper is genuine, for anybody who holds it. A page without scripts."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

import structlog
from aiohttp import web

from bot.actions import certificates
from bot.actions.certificates import Answer
from bot.rules.certificates import LONGEST, Verdict, asked
from bot.texts import certificates as said
from bot.texts.certificates import page as texts
from bot.web import page, tongue
from bot.web.patience import FORWARDED, HIT, MISS, Allowance, visitor_of
from storage.database import Database

log = structlog.get_logger()
PATH, FIELD = "/cek", "kode"
KINDS = {Verdict.VALID: "good", Verdict.REVOKED: "bad"}
POLICY = "Content-Security-Policy"


def policy(frames: Sequence[str] = ("'none'",)) -> str:
    """What a page without scripts may do; `frames`: who may show it in one."""
    return (
        "default-src 'none'; base-uri 'none'; form-action 'self'; "
        f"frame-ancestors {' '.join(frames)}; style-src 'sha256-{page.STYLE}'"
    )


HEADERS = {
    "Cache-Control": "no-store",
    POLICY: policy(),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
}


class Checking:
    """Answers alike for everything unknown; who guesses is soon asked to wait."""

    def __init__(self, database: Database, seconds: Callable[[], float] = time.monotonic) -> None:
        self.database = database
        self.seconds = seconds
        self.allowance = Allowance()

    def routes(self) -> Sequence[web.RouteDef]:
        answer = tongue.spoken(self.answer)
        return [web.get(PATH, answer), web.get(PATH + "/{code:.*}", answer)]

    async def answer(self, request: web.Request) -> web.Response:
        """The question alone, or with what is known of the code in the link or in the form."""
        written = request.match_info.get("code", "").rstrip("/")  # a number holds slashes, too
        typed = written or request.query.get(FIELD, "")
        if not typed.strip():
            return _page(200)
        visitor = visitor_of(request.remote, request.headers.get(FORWARDED, ""))
        if not self.allowance.has(visitor, self.seconds()):
            return _page(429, page.box("so", texts.too_often(), []), typed)
        try:
            found = await self._look_up(typed[:LONGEST])
        except Exception as fault:
            log.warning("check_failed", kind=type(fault).__name__)
            return _page(503, page.box("so", texts.failed(), []), typed)
        self.allowance.spend(visitor, HIT if found.name else MISS, self.seconds())
        return _page(200, _told(found), typed)

    async def _look_up(self, typed: str) -> Answer:
        wanted = asked(typed)
        return await self.database.run(
            lambda session: certificates.about(session, wanted), reading=True
        )


def _told(found: Answer) -> str:
    lines = []
    if found.number:
        lines = said.lines(found.number, found.name, found.honour, found.office, found.day)
    lines.append(said.hint(found.verdict, named=bool(found.name)))
    head = said.verdict(found.verdict, found.since, found.replaced_by)
    return page.box(KINDS.get(found.verdict, "so"), head, lines)


def _page(status: int, answer: str = "", typed: str = "") -> web.Response:
    form = page.form(PATH, FIELD, texts.label(), texts.button(), typed[:LONGEST], LONGEST)
    asking = [page.paragraph(texts.explained()), form, page.small(texts.privacy())]
    other = tongue.switch(PATH, **({FIELD: typed[:LONGEST]} if typed else {}))
    html = page.whole(texts.title(), answer, *asking, other=other)
    wait = {"Retry-After": "120"} if status == 429 else {}
    return web.Response(text=html, status=status, content_type="text/html", headers=HEADERS | wait)
