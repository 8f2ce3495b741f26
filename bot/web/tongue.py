"""The language of a page for everybody: asked for in its address, kept by its links and forms."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import wraps
from html import escape
from urllib.parse import urlencode

from aiohttp import web

from bot.texts.language import Language, language, speaking

FIELD, FIELDS, TURN = "lang", ("lang", "bahasa"), "ganti"
NAMES = {Language.INDONESIAN: "Bahasa Indonesia", Language.ENGLISH: "English"}
Answer = Callable[[web.Request], Awaitable[web.Response]]


def asked(request: web.Request) -> Language:
    """English where the address says so (`?lang=en`, `?bahasa=en`), else Indonesian."""
    said = {request.query.get(field, "").lower()[:2] for field in FIELDS}
    return Language.ENGLISH if Language.ENGLISH in said else Language.INDONESIAN


def spoken(answer: Answer) -> Answer:
    """The same answer, written for whoever asked."""

    @wraps(answer)
    async def answered(request: web.Request) -> web.Response:
        with speaking(asked(request)):
            return await answer(request)

    return answered


def kept(path: str, **query: str) -> str:
    """An address of ours in the language that is read."""
    return _address(path, query, language())


def field() -> str:
    """What a form that is sent by GET carries, for its address loses what stood in it."""
    if language() is Language.INDONESIAN:
        return ""
    return f'<input type="hidden" name="{FIELD}" value="{language()}">'


def switch(path: str, **query: str) -> str:
    """The link to the same page in the other language."""
    other = next(one for one in Language if one is not language())
    to = escape(_address(path, query, other))
    return (
        f'<p class="other"><a href="{to}" lang="{other}" hreflang="{other}" rel="noreferrer">'
        f"{NAMES[other]}</a></p>"
    )


def turn(path: str) -> str:
    """A button that sends a form as it is filled in, to be drawn in the other language."""
    other = next(one for one in Language if one is not language())
    to = escape(_address(path, {}, other))
    return (
        f'<button class="plain" formaction="{to}" formnovalidate name="{TURN}" value="1" '
        f'lang="{other}">{NAMES[other]}</button>'
    )


def _address(path: str, query: dict[str, str], reader: Language) -> str:
    if reader is not Language.INDONESIAN:
        query = {**query, FIELD: reader.value}
    return f"{path}?{urlencode(query)}" if query else path
