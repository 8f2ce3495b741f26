"""Personal data: what was asked and answered, agreed to, breached and erased."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, case, func, literal, select
from sqlmodel import col

from bot.rules.personal import due_from
from storage.agreement.comparing import NOTHING, Entries, disagreements, rows, said, text
from storage.agreement.findings import Fault, Finding, Kind
from storage.agreement.reading import entries
from storage.agreement.words import mark, opened, raw
from storage.audit import Reader
from storage.audit.entries import ENTRIES, FACTS
from storage.personal import Breach, ConsentGiven, Erasure, PersonalRequest
from storage.personal.breaches import ASKED, MENDED, RETURNED, TOLD
from storage.personal.breaches import DRAFT as NO_BREACH
from storage.personal.requests import DRAFT, GRANTED, REFUSED, WITHDRAWN
from storage.vault import Vault

FILE, GIVE, WITHDRAW = "personal.file", "consents.give", "consents.withdraw"
ERASE, EXPIRE = "personal.erase", "personal.expire"
RECORD, MEND, ASK = "breach.record", "breach.mend", "breach.ask"
RETURN, TELL = "breach.return", "breach.tell"
ANSWERS = {
    "personal.grant": GRANTED, "personal.refuse": REFUSED, "personal.take_back": WITHDRAWN,
}  # fmt: skip
BEFORE = ("thanks.count", "awards.agree", "stories.send")
"""How consents were given before they were kept with version and time."""
STEPS = (
    (ASK, col(Breach.asked_by), col(Breach.asked_at)),
    (RETURN, col(Breach.returned_by), col(Breach.returned_at)),
    (TELL, col(Breach.people_told_by), col(Breach.people_told_at)),
    ("breach.authority", col(Breach.authority_told_by), col(Breach.authority_told_at)),
    ("breach.close", col(Breach.closed_by), col(Breach.closed_at)),
)
NOTICES = {ASK: ASKED, RETURN: RETURNED, TELL: TOLD}
Done = tuple[int, str, datetime]


def of_requests(reader: Reader) -> Iterator[Finding]:
    """Who asked for what and when; who answered how. What was kept long enough may be gone."""
    row = PersonalRequest
    filed = rows(
        col(row.id), "personalrequest", NOTHING, col(row.employee_id), col(row.filed_at),
        text(col(row.employee_id), col(row.kind), col(row.field)),
    ).where(col(row.state) != DRAFT)  # fmt: skip
    told = Entries((FILE,), text(said("employee"), said("kind"), said("field")))
    answered = rows(
        col(row.id), "personalrequest", NOTHING, col(row.decided_by), col(row.decided_at),
        text(col(row.state)),
    ).where(col(row.state).in_(ANSWERS.values()))  # fmt: skip
    state: Any = case(ANSWERS, value=ENTRIES.c.action)
    expired = _expired(reader.connection)
    for stored, entry in ((filed, told), (answered, Entries(tuple(ANSWERS), state))):
        for one in disagreements(reader, Kind.PERSONAL_REQUEST, stored, entry):
            if one.fault is not Fault.GONE or _at(reader.connection, one) >= expired:
                yield one


def of_given_consents(reader: Reader) -> Iterator[Finding]:
    """Every consent that stands: whose, to what, to which wording, since when."""
    row = ConsentGiven
    stored = rows(
        col(row.id), "employee", text(col(row.kind), col(row.object_id)), col(row.employee_id),
        col(row.given_at), text(col(row.version)), of=col(row.employee_id),
    ).where(col(row.withdrawn_at).is_(None))  # fmt: skip
    key = text(said("kind"), said("object"))
    told = Entries((GIVE, WITHDRAW), said("version"), key, counting=(GIVE,))
    for one in disagreements(reader, Kind.PERSONAL_CONSENT, stored, told):
        if one.fault is not Fault.UNRECORDED or not _from_before(reader.connection, one):
            yield one


def of_breaches(reader: Reader) -> Iterator[Finding]:
    """Every breach on record, whom it concerns, how far its notice is, that it was closed."""
    row, kind = Breach, Kind.BREACH
    first = (col(row.id), "breach", NOTHING, col(row.recorded_by), col(row.recorded_at))
    kept = col(row.state) != NO_BREACH
    whom = rows(*first, text(col(row.people), col(row.unit_id))).where(kept)
    told = Entries((RECORD, MEND), text(said("people"), said("unit")))
    yield from disagreements(reader, kind, rows(*first, literal(RECORD)).where(kept),
                             Entries((RECORD,), literal(RECORD)))  # fmt: skip
    yield from disagreements(reader, kind, whom, told, who=False, both=False)
    notice = rows(*first, col(row.notice)).where(kept, col(row.notice) != MENDED)
    state: Any = case(NOTICES, value=ENTRIES.c.action)
    steps = Entries((MEND, *NOTICES), state, counting=tuple(NOTICES))
    yield from disagreements(reader, kind, notice, steps, who=False)
    for action, by, at in STEPS:
        done = rows(col(row.id), "breach", NOTHING, by, at, literal(action))
        entry = Entries((action,), literal(action))
        yield from disagreements(reader, Kind.BREACH, done.where(at.is_not(None)), entry)


def of_erasures(connection: Connection) -> Iterator[Finding]:
    """Every erasure with its rows. Those done again after a restore stand without an entry."""
    told: Counter[Done] = Counter()
    numbers: dict[Done, int] = {}
    unsaid: set[int] = set()  # whose entries lost their facts with the person
    columns = (ENTRIES.c.id, ENTRIES.c.object, ENTRIES.c.at, FACTS.c.facts)
    found = select(*columns).outerjoin(FACTS, FACTS.c.entry_id == ENTRIES.c.id)
    for number, about, at, facts in connection.execute(
        found.where(ENTRIES.c.action.in_((ERASE, EXPIRE)))
    ):
        if facts is None:
            unsaid.add(int(about.rpartition("/")[2]))
            continue
        known = json.loads(facts)
        whose, kind = known.get("employee", 0), known["kind"]
        done = (whose, kind if whose else f"expired.{kind}", at)
        told[done] += known["rows"]
        numbers[done] = number
    row = Erasure
    shown = (col(row.id), col(row.employee_id), col(row.kind), col(row.at), col(row.rows))
    for number, whose, kind, at, many in connection.execute(select(*shown)):
        if not many:
            continue
        done = (whose, kind, at)
        if whose not in unsaid and told[done] != many:
            fault = Fault.DIFFERS if told[done] else Fault.UNRECORDED
            yield Finding(Kind.ERASURE, fault, str(number), "", numbers.get(done))
        told.pop(done, None)
    for done in told:
        if told[done]:
            yield Finding(Kind.ERASURE, Fault.GONE, str(done[0]), "", numbers[done])


def of_words_of_breaches(connection: Connection, vault: Vault) -> Iterator[Finding]:
    """What happened to which data, as it was put on record; of requests what was asked, and why.

    Entries of before words were marked say nothing of them. What was sent stays as it was sent.
    """
    parts = (col(Breach.data), col(Breach.how), col(Breach.handling))
    number, why = col(Breach.id), (col(Breach.reason),)
    yield from _marked(connection, vault, Kind.BREACH, (RECORD, MEND, TELL), number, parts)
    yield from _marked(connection, vault, Kind.BREACH, (RETURN,), number, why)


def of_clocks_of_breaches(connection: Connection) -> Iterator[Finding]:
    """Until when people and authority are to be told: what came later is called late."""
    told = {int(one.about): one.number for one in entries(connection, (RECORD,))}
    columns: tuple[Any, ...] = (col(Breach.id), col(Breach.recorded_at), col(Breach.due_at))
    kept = select(*columns).where(col(Breach.state) != NO_BREACH)
    for number, at, due in connection.execute(kept):
        if due != due_from(at):
            yield Finding(Kind.BREACH, Fault.DIFFERS, str(number), "due", told.get(number))


def of_words_of_requests(connection: Connection, vault: Vault) -> Iterator[Finding]:
    """What was asked, and what was answered."""
    row, kind = PersonalRequest, Kind.PERSONAL_REQUEST
    asked = (col(row.before), col(row.wanted))
    yield from _marked(connection, vault, kind, (FILE,), col(row.id), asked)
    given = (col(row.answer),)
    yield from _marked(connection, vault, kind, tuple(ANSWERS), col(row.id), given)


def _marked(
    connection: Connection, vault: Vault, kind: Kind, actions: tuple[str, ...], number: Any,
    parts: tuple[Any, ...],
) -> Iterator[Finding]:  # fmt: skip
    marked = {
        int(one.about): (one.number, one.facts["said"])
        for one in entries(connection, actions)
        if one.facts and "said" in one.facts
    }
    for about, *sealed in connection.execute(select(number, *map(raw, parts))):
        entry, was = marked.get(about, (None, None))
        if was and was != mark(vault, *(opened(vault, one) for one in sealed)):
            yield Finding(kind, Fault.DIFFERS, str(about), "", entry)


def _expired(connection: Connection) -> datetime:
    """What was asked and answered before this moment has been kept long enough and went."""
    newest = datetime.min.replace(tzinfo=UTC)
    for one in entries(connection, (EXPIRE,)):
        facts = one.facts or {}
        if facts.get("kind") == "requests" and "before" in facts:
            day = date.fromisoformat(facts["before"])
            newest = max(newest, datetime(day.year, day.month, day.day, tzinfo=UTC))
    return newest


def _at(connection: Connection, one: Finding) -> datetime:
    found = select(ENTRIES.c.at).where(ENTRIES.c.id == one.entry)
    at: datetime = connection.execute(found).scalar_one()
    return at


def _from_before(connection: Connection, one: Finding) -> bool:
    """Whether it was given in the way that was kept elsewhere, by this person at that moment."""
    row = ConsentGiven
    mine = (ENTRIES.c.actor_id == col(row.employee_id), ENTRIES.c.at == col(row.given_at))
    found = select(func.count()).select_from(ENTRIES).join(ConsentGiven, mine[0] & mine[1])
    found = found.where(col(row.id) == int(one.about), ENTRIES.c.action.in_(BEFORE))
    return int(connection.execute(found).scalar_one()) > 0
