"""`teladan verify`: is the trail what was written, are the rows what it says? It cannot write."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import tzinfo

from sqlalchemy.exc import SQLAlchemyError

from bot.actions import audit as trail
from bot.actions import replay
from bot.commands.opening import office_now, open_settings
from bot.commands.saying import refuse, say
from bot.rules.audit import BadCode, Verdict, code_of, read_code, read_moment
from bot.texts import findings
from bot.texts import verifying as texts
from bot.texts.operator import copies, running
from storage import audit, replays, restoring
from storage.agreement import Finding
from storage.vault import Vault

LONG, MOST = 50_000, 20


def verify(anchors: Sequence[str]) -> None:
    """Say whether it is whole, then every row that says other than it.

    Exit code 1 when anything is not as it was written, 2 when that cannot be told.
    """
    codes = _read_codes(anchors)
    settings = open_settings()
    vault, now = Vault(settings.secret_key.get_secret_value()), office_now(settings)
    try:
        with audit.open_reader(settings.database_url) as reader:
            if restoring.is_begun(reader.connection.engine):
                refuse(copies.half_restored())
            if not reader.is_newest():
                refuse(running.database_outdated())
            verdict = trail.verify(reader, vault.key("audit"), codes, _progress(reader.count()))
            found = [] if verdict.broken else list(trail.disagreements(reader, vault, now.date()))
            listed = trail.lists_people(reader)
            with audit.reading(reader, vault) as session:
                checked, wrong = replays.published(session), list(replay.everything(session))
    except SQLAlchemyError as fault:
        refuse(running.database_unreachable(type(fault).__name__))
    say(_sentence(verdict, len(codes), now.tzinfo))
    if verdict.broken is not None:
        raise SystemExit(1)
    if not listed:
        say(texts.people_unlisted())
    for sentence in _sentences(found):
        say(sentence)
    say(texts.replayed(checked, [one.result_id for one in wrong]))
    if found or wrong:
        raise SystemExit(1)


def _sentences(found: Sequence[Finding]) -> Iterator[str]:
    """Some of each kind, how many there are, or that there is none."""
    told = Counter[str]()
    for one in found:
        told[one.kind] += 1
        if told[one.kind] <= MOST:
            yield findings.finding(one.kind, one.fault, one.about, one.key, one.entry)
    yield texts.disagreements(len(found)) if found else texts.agrees()


def _sentence(verdict: Verdict, anchors: int, zone: tzinfo | None) -> str:
    if verdict.broken is not None and verdict.fault is not None:
        since = read_moment(verdict.since)
        day = since.astimezone(zone).date() if since else None
        return texts.broken(verdict.fault, verdict.broken, day)
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
