"""Structured logs on standard error, without secrets, NIPs, phone numbers and people's words.

Every line that is written while an update is handled carries its reference number as `ref`.
"""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any
from urllib.parse import quote

import structlog

from bot.rules.factors import shown
from bot.tracebacks import discreetly

TOKEN = re.compile(r"\d{5,}:[A-Za-z0-9_-]{20,}")
NIP = re.compile(r"(?<!\d)\d{8} ?\d{6} ?\d ?\d{3}(?!\d)")
PHONE = re.compile(r"(?<![\w.])(?:\+|00)?(?:62[ -]?|0)8\d{1,3}(?:[ -]?\d{3,4}){2,3}(?!\d)")
# asyncio writes the fault of a forgotten task into its sentence.
FORGOTTEN = re.compile(r"exception=(\w+)\(.*\)>", re.DOTALL)


HIDDEN: set[str] = set()
REFERENCE: ContextVar[str] = ContextVar("reference", default="")
# Of these even DEBUG shows no more: they write addresses, texts and statements whole.
TALKATIVE = ("httpx", "httpcore", "apscheduler", "aiogram.event", "alembic", "telegram",
             "sqlalchemy", "aiohttp", "PIL", "tzlocal")  # fmt: skip
LOGFMT, JSON = "logfmt", "json"
FORMATS = (LOGFMT, JSON)


def set_up(level: str, form: str = LOGFMT) -> None:
    """Send our logs and the libraries' through one renderer that blots out secrets."""
    shared: list[structlog.typing.Processor] = [
        refer,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        discreetly,
        blot,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelName(level)),
        cache_logger_on_first_use=True,
    )
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=shared,
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            blot,
            _renderer(form),
        ],
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(formatter)
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    for talkative in TALKATIVE:
        logging.getLogger(talkative).setLevel(logging.WARNING)


@contextmanager
def about(reference: str) -> Iterator[None]:
    """Lines written meanwhile, in this task and those it starts, carry the reference number."""
    token = REFERENCE.set(reference)
    try:
        yield
    finally:
        REFERENCE.reset(token)


def refer(_: Any, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Add the reference number of what is being done, if any."""
    if reference := REFERENCE.get():
        event.setdefault("ref", reference)
    return event


def _renderer(form: str) -> structlog.typing.Processor:
    if form == JSON:
        return structlog.processors.JSONRenderer(ensure_ascii=False)
    return structlog.processors.LogfmtRenderer(bool_as_flag=False)


def blot(_: Any, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Replace what was named to `hide`, and what looks like a token, NIP, phone or key."""
    for key, value in event.items():
        if isinstance(value, str):
            event[key] = blotted(value)
    return event


def hide(*secrets: str) -> None:
    """Never write these again, as they are or as an address spells them."""
    for one in filter(None, secrets):
        HIDDEN.update({one, quote(one, safe="")})


def blotted(text: str) -> str:
    for secret in HIDDEN:
        text = text.replace(secret, "[secret]")
    text = PHONE.sub("[phone]", NIP.sub("[nip]", TOKEN.sub("[token]", shown(text))))
    return FORGOTTEN.sub(r"exception=\1(…)>", text)
