"""What the database says happened, written so that two runs of one story can be compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Select, Table, select, text
from sqlmodel import Session

from bot.rules.audit import walk
from storage import outbox
from storage.audit import open_reader
from storage.database import Database
from storage.outbox import State
from storage.tables import METADATA
from tests.crash.points.ranks import Ranks, ranked, ranks_of

Line = tuple[Any, ...]
Ledger = dict[str, Counter[Line]]
"""Table -> its rows, each as often as it is there."""

# Housekeeping by the wall clock, and what is drawn anew at every look.
LEFT_OUT = {
    "lease", "pause", "letter", "keyboard", "profile", "failedupdate", "auditfacts", "heartbeat",
    "openscreen",  # written later: a death may lose it, and only what a silence cost needs it
}  # fmt: skip
# Random, a moment, or a place in a chat: only whether it is there can be equal.
ONLY_THERE = {
    "uid", "secret", "code", "code_hash", "mac", "commitment", "update_id", "spent_by",
    "tries", "fetch_at", "token", "entry_code", "file_id", "key", "last_step", "answer_id",
}  # fmt: skip
# Columns that point at rows without a foreign key; `object_id` does so by the kind of duty, or by
# what it is that was learned from.
POINTS_AT = {"turn_id": "achievementturn", "period_id": "period", "about_id": "employee"}
OBJECTS = {
    "rate_achievement": "achievementturn", "decide_award": "proposal",
    "explain_objection": "objection", "answer_explanation": "objection",
    "decide_objection": "objection", "name_reviewer": "objection",
    "confirm_correction": "correction",
    "decide_revocation": "revocation",
    **dict.fromkeys(("answer_talk", "meet"), "talk"), "follow_up": "followup",
    **dict.fromkeys(("agree_training", "review_training"), "trainingrequest"),
    "confirm_training": "trainingcorrection",
    "sign_allocation": "allocation", "answer_mentoring": "mentoring",
    "training": "trainingrequest", "mentoring": "mentormeeting", "forum": "forum",
}  # fmt: skip
UNWRITTEN = {"card"}  # a death may leave an old card in a chat, no more
# What a tick notes about duties that are open in its minute: a bot that is born ticks at once.
PASSING = {"look", "reminder"}
OPEN_FILES = text("select count(*) from evidence where state = 'waiting' and fetch_at is not null")
OPEN_SEATS = text("select count(*) from allocation where state = 'asked'")


@dataclass(frozen=True, slots=True)
class Told:
    """A letter by its key: of which kind, how it ended, what it said, and to which chat."""

    key: str
    kind: str
    template: str
    state: str
    message_id: int | None
    employee_id: int | None


def ledger(database: Database) -> Ledger:
    """Every fact that people could miss: rows without random parts, moments as there or not."""
    with database.transaction(reading=True) as session:
        ranks = ranks_of(session)
        facts = {
            table.name: Counter(_lines(session, table, ranks))
            for table in METADATA.sorted_tables
            if table.name not in LEFT_OUT
        }
        facts["spent"] = Counter(_spent(session))
        facts["owed"] = Counter(
            (ranked(one.key, ranks), one.kind, one.template) for one in _letters(session)
        )
        parked = METADATA.tables["failedupdate"]
        facts["parked"] = Counter(
            tuple(row)
            for row in session.connection().execute(
                select(parked.c.fault).where(parked.c.parked_at.is_not(None))
            )
        )
    return {name: rows for name, rows in facts.items() if rows}


def letters(database: Database) -> list[Told]:
    with database.transaction(reading=True) as session:
        return _letters(session)


def unfinished(told: Iterable[Told]) -> list[Told]:
    """Letters whose end is not known yet: the courier goes on with them."""
    return [one for one in told if one.state in (State.WAITING, State.LEASED, State.SENDING)]


def due(database: Database, now: float) -> bool:
    """Whether the courier has a letter to send at that second."""
    with database.transaction(reading=True) as session:
        return outbox.due(session, datetime.fromtimestamp(now, UTC))


def files_open(database: Database) -> bool:
    """Whether files are still at Telegram only."""
    with database.transaction(reading=True) as session:
        return bool(session.connection().execute(OPEN_FILES).scalar_one())


def seats_open(database: Database) -> bool:
    """Whether seats are still to be divided: a dead solver's lease runs out first."""
    with database.transaction(reading=True) as session:
        return bool(session.connection().execute(OPEN_SEATS).scalar_one())


def whole(database: Database) -> bool:
    """Whether the audit chain verifies."""
    url = database.engine.url.render_as_string(hide_password=False)
    with open_reader(url) as reader:
        return walk(database.vault.key("audit"), reader.rows()).broken is None


def difference(wanted: Ledger, found: Ledger) -> dict[str, Any]:
    """Per table what is missing and what is there too often; empty when nothing is."""
    none: Counter[Line] = Counter()
    apart = {}
    for name in sorted({*wanted, *found}):
        lost = wanted.get(name, none) - found.get(name, none)
        doubled = found.get(name, none) - wanted.get(name, none)
        if lost or doubled:
            apart[name] = {"lost": dict(lost), "doubled": dict(doubled)}
    return apart


def _lines(session: Session, table: Table, ranks: Ranks) -> Iterable[Line]:
    found = _lasting(table) if table.name in PASSING else select(table)
    shown = [_shown(one.name, _points_at(one), ranks) for one in found.selected_columns]
    for row in session.connection().execute(found):
        values = dict(row._mapping)
        if "object_id" in values:
            among = ranks.get(OBJECTS.get(values.get("kind") or values["source"], ""), {})
            values["object_id"] = among.get(values["object_id"], values["object_id"])
        yield tuple(show(value) for show, value in zip(shown, values.values(), strict=True))


def _lasting(table: Table) -> Select[Any]:
    """What concerns duties that are open still, without counting the others."""
    duty = METADATA.tables["duty"]
    still_open = select(duty.c.id).where(duty.c.done_at.is_(None), duty.c.cancelled_at.is_(None))
    told = [one for one in table.columns if one.name != "id"]
    return select(*told).where(table.c.duty_id.in_(still_open))


def _points_at(column: Any) -> str:
    if column.foreign_keys:
        return str(next(iter(column.foreign_keys)).column.table.name)
    return column.table.name if column.name == "id" else POINTS_AT.get(column.name, "")


def _shown(name: str, table: str, ranks: Ranks) -> Callable[[Any], Any]:
    def show(value: Any) -> Any:
        if value is None or name in UNWRITTEN:
            return None
        if name in ONLY_THERE or isinstance(value, datetime):
            return "there"
        if table:
            return ranks.get(table, {}).get(value, value)
        return ranked(value, ranks) if isinstance(value, str) else value

    return show


def _spent(session: Session) -> Iterable[Line]:
    """Buttons pressed with effect: by whom, and what they led to."""
    table = METADATA.tables["keyboard"]
    found = select(table.c.owner, table.c.result).where(table.c.spent_at.is_not(None))
    ranks = ranks_of(session)
    for owner, result in session.connection().execute(found):
        yield owner, ranked(result, ranks)


def _letters(session: Session) -> list[Told]:
    table = METADATA.tables["letter"]
    names = ("key", "kind", "template", "state", "message_id", "employee_id")
    found = select(*(table.c[name] for name in names)).order_by(table.c.id)
    return [Told(*row) for row in session.connection().execute(found)]
