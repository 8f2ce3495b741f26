"""`teladan verify`: is the audit trail what was written? It cannot write."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

from sqlalchemy.exc import SQLAlchemyError

from bot.actions import audit as trail
from bot.commands.opening import open_settings
from bot.commands.saying import refuse, say
from bot.rules.audit import BadCode, Verdict, code_of, read_code
from bot.texts import audit as texts
from bot.texts import operator
from storage import audit
from storage.vault import Vault

LONG = 50_000


def verify(anchors: Sequence[str]) -> None:
    """Say in one sentence whether it is whole; exit code 1 when not, 2 when it cannot be told."""
    codes = _read_codes(anchors)
    settings = open_settings()
    key = Vault(settings.secret_key.get_secret_value()).key("audit")
    try:
        with audit.open_reader(settings.database_url) as reader:
            if not reader.is_newest():
                refuse(operator.database_outdated())
            verdict = trail.verify(reader, key, codes, _progress(reader.count()))
    except SQLAlchemyError as fault:
        refuse(operator.database_unreachable(type(fault).__name__))
    say(_sentence(verdict, len(codes)))
    if verdict.broken is not None:
        raise SystemExit(1)


def _sentence(verdict: Verdict, anchors: int) -> str:
    if verdict.broken is not None and verdict.fault is not None:
        return texts.broken(verdict.fault, verdict.broken)
    if not verdict.entries:
        return texts.empty()
    code = code_of(verdict.entries, verdict.mac)
    if anchors:
        return texts.whole_to_anchors(verdict.entries, anchors, code)
    return texts.whole(verdict.entries, code)


def _read_codes(anchors: Sequence[str]) -> dict[int, str]:
    codes: dict[int, str] = {}
    for typed in anchors:
        try:
            number, code = read_code(typed)
        except BadCode:
            refuse(texts.bad_code(typed))
        if codes.setdefault(number, code) != code:
            refuse(texts.two_codes(number))
    return codes


def _progress(of: int) -> Callable[[int], None]:
    """One line that counts on, for people only."""

    def tell(done: int) -> None:
        if sys.stderr.isatty() and of > LONG:
            sys.stderr.write(f"\r{texts.walked(done, of)}" + ("\n" if done == of else ""))

    return tell
