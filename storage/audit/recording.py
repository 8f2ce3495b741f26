"""Adding entries: noted at once, chained as the last thing before the commit."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

import sqlalchemy.orm
from sqlalchemy import event, insert, select, text
from sqlmodel import Session, col

from bot.rules import audit as rules
from storage.audit.entries import AuditEntry, AuditFacts
from storage.columns import vault_of
from storage.database import NOTED
from storage.prepared import Prepared

OPERATOR = "operator"
_NEWEST = Prepared(
    select(col(AuditEntry.id), col(AuditEntry.mac)).order_by(col(AuditEntry.id).desc()).limit(1)
)
_NEWEST_LOCKED = Prepared(text("SELECT number, seal FROM audit_newest()"))
_ADD, _ADD_FACTS = Prepared(insert(AuditEntry)), Prepared(insert(AuditFacts))


class Noted(NamedTuple):
    """An entry that has no number yet."""

    at: datetime
    actor_id: int | None
    action: str
    about: str
    facts: str | None


def sign(session: Session, operator: str) -> None:
    """From now on entries of the operator's shell name the machine's account behind it."""
    session.info[OPERATOR] = operator


def record(
    session: Session,
    at: datetime,
    actor_id: int | None,
    action: str,
    about: str,
    facts: Mapping[str, Any] | None = None,
) -> None:
    """Write an entry in this transaction; `actor_id` None is the service or the operator's shell.

    `facts` holds codes, levels and numbers of rows; never a name, NIP or free text. The entry
    can be read after the commit. Raises RuntimeError inside a savepoint, which may be undone.
    """
    if session.in_nested_transaction():
        raise RuntimeError("an audit entry belongs to the whole transaction")
    if actor_id is None and OPERATOR in session.info:
        facts = {**(facts or {}), OPERATOR: session.info[OPERATOR]}
    said = rules.canonical(facts) if facts else None
    noted = session.info.setdefault(NOTED, [])
    noted.append(Noted(at, actor_id, action, about, said))


@event.listens_for(sqlalchemy.orm.Session, "before_commit")
def _chain(session: sqlalchemy.orm.Session) -> None:
    """Number and seal what was noted.

    On PostgreSQL whoever writes entries waits here for others who do. All other locks are held
    by then and none is asked for afterwards, so nobody waits in a circle, and not for long.
    """
    if session.in_nested_transaction() or not session.info.get(NOTED):
        return
    session.flush()
    noted: Sequence[Noted] = session.info.pop(NOTED)
    number, mac = _newest(session)
    seal = rules.sealing(vault_of(session).key("audit"))
    entries, facts = [], []
    for one in noted:
        number += 1
        commitment = salt = None
        if one.facts is not None:
            salt = secrets.token_bytes(rules.SALT)
            commitment = rules.commit(salt, one.facts)
        seen = (one.actor_id, one.action, one.about, commitment)
        mac = seal(mac, number, rules.written(one.at), *seen)
        said = {"actor_id": one.actor_id, "action": one.action, "object": one.about}
        entries.append({"id": number, "at": one.at, **said, "commitment": commitment, "mac": mac})
        if one.facts is not None:
            facts.append({"entry_id": number, "salt": salt, "facts": one.facts})
    _ADD.change_each(session, entries)
    _ADD_FACTS.change_each(session, facts)


@event.listens_for(sqlalchemy.orm.Session, "after_rollback")
def _forget(session: sqlalchemy.orm.Session) -> None:
    session.info.pop(NOTED, None)


def _newest(session: sqlalchemy.orm.Session) -> tuple[int, bytes]:
    """Number and seal of the newest entry; on PostgreSQL nobody else adds one until we commit."""
    alone = session.get_bind().dialect.name == "sqlite"
    found = (_NEWEST if alone else _NEWEST_LOCKED).first(session)
    return (found[0], bytes(found[1])) if found else (0, rules.START)
