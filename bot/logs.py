"""Structured logs on standard error, without tokens and NIPs.

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

import structlog

TOKEN = re.compile(r"\d{5,}:[A-Za-z0-9_-]{20,}")
NIP = re.compile(r"(?<!\d)\d{18}(?!\d)")


REFERENCE: ContextVar[str] = ContextVar("reference", default="")
LOGFMT, JSON = "logfmt", "json"
FORMATS = (LOGFMT, JSON)


def set_up(level: str, form: str = LOGFMT) -> None:
    """Send our logs and the libraries' through one renderer that blots out secrets."""
    shared: list[structlog.typing.Processor] = [
        refer,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
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
    for talkative in ("httpx", "httpcore", "apscheduler", "aiogram.event", "alembic"):
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
    """Replace whatever looks like a bot token or a NIP."""
    for key, value in event.items():
        if isinstance(value, str):
            event[key] = NIP.sub("[nip]", TOKEN.sub("[token]", value))
    return event
