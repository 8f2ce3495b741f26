"""Thanks: by whom to whom, in which words, within the week's allowance, shown by the receiver."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, LargeBinary, select, type_coerce
from sqlmodel import col

from bot.rules.thanks import ThanksRules, week_of
from storage.agreement.comparing import NOTHING, Entries, disagreements, rows, said, text
from storage.agreement.findings import Fault, Finding, Kind
from storage.agreement.reading import entries
from storage.agreement.words import mark, opened
from storage.audit import Reader
from storage.periods import SchemeVersion
from storage.scheme_files import read_kept
from storage.thanks import Thanks, ThanksConsent
from storage.vault import Vault

SEND, SHOW, HIDE = "thanks.send", "thanks.show", "thanks.hide"
COUNT, UNCOUNT = "thanks.count", "thanks.uncount"
WEEK = timedelta(7)
FIRST, LAST = ZoneInfo("Asia/Jakarta"), ZoneInfo("Asia/Jayapura")
"""The sender's week is one that it is in some part of the country."""


def of_thanks(reader: Reader) -> Iterator[Finding]:
    """Who thanked whom and when; who lets a superior count."""
    sent = rows(
        col(Thanks.id), "thanks", NOTHING, col(Thanks.giver_id), col(Thanks.sent_at),
        text(col(Thanks.receiver_id)),
    ).where(col(Thanks.sent_at).is_not(None))  # fmt: skip
    yield from disagreements(reader, Kind.THANKS, sent, Entries((SEND,), said("receiver")))
    yield from _of_allowance(reader.connection)


def of_words_of_thanks(connection: Connection, vault: Vault) -> Iterator[Finding]:
    """What was said for which value; and that none is shown but by its receiver.

    Entries of before words were marked say nothing of either.
    """
    sent = {int(one.about): one for one in entries(connection, (SEND,))}
    last = {int(one.about): one for one in entries(connection, (SHOW, HIDE))}
    columns: list[Any] = [
        col(Thanks.id), col(Thanks.value), type_coerce(col(Thanks.text), LargeBinary),
        col(Thanks.shown), col(Thanks.receiver_id),
    ]  # fmt: skip
    for number, value, raw, shown, receiver in connection.execute(
        select(*columns).where(col(Thanks.sent_at).is_not(None))
    ):
        entry, word = sent.get(number), last.get(number)
        marked = (entry.facts or {}).get("said") if entry else None
        if entry and marked and marked != mark(vault, value, opened(vault, raw)):
            yield Finding(Kind.THANKS, Fault.DIFFERS, str(number), "", entry.number)
        allowed = word is not None and word.action == SHOW and word.actor == receiver
        if (marked or word) and shown != allowed:
            fault = Fault.DIFFERS if word else Fault.UNRECORDED
            yield Finding(Kind.THANKS, fault, str(number), "shown", word.number if word else None)
    yield from _of_consents(connection)


def _of_consents(connection: Connection) -> Iterator[Finding]:
    """Who lets a superior count, as they said last."""
    last = {int(one.about): one for one in entries(connection, (COUNT, UNCOUNT))}
    there = set(connection.execute(select(col(ThanksConsent.employee_id))).scalars())
    for number, word in sorted(last.items()):
        mine = word.actor == number and word.action == COUNT
        if mine != (number in there):
            yield Finding(Kind.THANKS, Fault.DIFFERS, str(number), "count", word.number)


def _of_allowance(connection: Connection) -> Iterator[Finding]:
    """Nobody has more in a week than a scheme allowed in it, and the week is that of the sending.

    Thanks are sent one after the other under a lock, so none beyond the allowance went its way.
    """
    schemes = [
        (since, read_kept(body).thanks)
        for since, body in connection.execute(
            select(col(SchemeVersion.in_force_from), col(SchemeVersion.body)).order_by(
                col(SchemeVersion.in_force_from), col(SchemeVersion.version)
            )
        )
    ]
    given: Counter[tuple[int, date]] = Counter()
    columns: list[Any] = [Thanks.id, Thanks.giver_id, Thanks.week, Thanks.sent_at]
    sent = select(*columns).where(col(Thanks.sent_at).is_not(None)).order_by(col(Thanks.id))
    for number, giver, week, at in connection.execute(sent):
        given[giver, week] += 1
        over = given[giver, week] > _most(schemes, week)
        if over or week not in {week_of(at.astimezone(zone).date()) for zone in (FIRST, LAST)}:
            yield Finding(Kind.THANKS, Fault.DIFFERS, str(number), "week", None)


def _most(schemes: list[tuple[date, ThanksRules]], week: date) -> int:
    """The most that any scheme in force in that week allowed; as ever where there was none."""
    before = [rules for since, rules in schemes if since <= week][-1:]
    within = [rules for since, rules in schemes if week < since < week + WEEK]
    return max((one.weekly for one in [*before, *within]), default=ThanksRules().weekly)
