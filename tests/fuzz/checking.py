"""What must hold in the database whatever was sent: numbers of broken promises, by name."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing

from sqlmodel import Session, select

from bot.actions import audit as trail
from bot.actions.letters import NoAccount, Postponed
from bot.rules.achievements import State
from handlers.conversations import whole_table
from handlers.letters import renderer
from sandbox.text.formatted import message_text
from storage import accounts, audit, forums, invitations, outbox
from storage.database import Database
from storage.outbox import Letter
from storage.tables import METADATA
from tests.authority.world import World

STATES = {
    "account": (accounts.CLAIMED, accounts.ACTIVE, accounts.SUSPENDED, accounts.ENDED),
    "achievement": tuple(State),
    "achievementturn": tuple(State),
    "letter": tuple(outbox.State),
    "forum": (forums.DRAFT, forums.OPEN, forums.CANCELLED),
}
# Each must find nothing.
FORBIDDEN = {
    "a turn that waits for an achievement that does not":
        "SELECT t.id FROM achievementturn t JOIN achievement a ON a.id = t.achievement_id"
        " WHERE t.state = 'submitted' AND a.state <> 'submitted'",
    "an achievement that waits for nobody":
        "SELECT a.id FROM achievement a WHERE a.state = 'submitted' AND NOT EXISTS"
        " (SELECT 1 FROM achievementturn t"
        " WHERE t.achievement_id = a.id AND t.state = 'submitted')",
    "an approval without a decision":
        "SELECT id FROM achievementturn WHERE state = 'approved' AND decided_by IS NULL",
    "somebody who decided about themselves":
        "SELECT t.id FROM achievementturn t JOIN achievement a ON a.id = t.achievement_id"
        " WHERE t.decided_by = a.employee_id AND t.state IN ('approved', 'returned', 'rejected')",
    "a form about its own writer":
        "SELECT id FROM appraisal WHERE official_id = employee_id OR by_id = employee_id",
    "a level that is none":
        "SELECT indicator FROM rating WHERE level IS NOT NULL AND level NOT BETWEEN 1 AND 5",
    "a forum with more seats taken than there are":
        "SELECT f.id FROM forum f WHERE f.capacity > 0 AND f.capacity <"
        " (SELECT count(*) FROM invitation i"
        f" WHERE i.forum_id = f.id AND i.answer = '{invitations.SEATED}')",
    "a spent button that led nowhere":
        "SELECT token FROM keyboard WHERE spent_at IS NOT NULL AND result IS NULL",
    "an audit entry without a name":
        "SELECT id FROM auditentry WHERE action = '' OR object = ''",
}  # fmt: skip


def broken(world: World) -> list[str]:
    """Every promise that the database does not keep now."""
    with closing(sqlite3.connect(world.file)) as file:
        whole = file.execute("PRAGMA quick_check(3)").fetchall()
        found = [f"not whole: {row}" for row in whole if row != ("ok",)]
        found += [f"foreign key: {row}" for row in file.execute("PRAGMA foreign_key_check")]
        for name, query in FORBIDDEN.items():
            found += [f"{name}: {row}" for row in file.execute(query).fetchmany(3)]
        for table, states in STATES.items():
            seen = {str(row[0]) for row in file.execute(f"SELECT DISTINCT state FROM {table}")}
            found += [f"{table} in no state: {one}" for one in seen - {str(s) for s in states}]
    return [*found, *_trail(world.database), *_unopened(world.database), *_letters(world)]


def _trail(database: Database) -> Sequence[str]:
    with audit.open_reader(database.engine.url.render_as_string(hide_password=False)) as reader:
        verdict = trail.verify(reader, database.vault.key("audit"), {}, lambda _: None)
    return [] if verdict.broken is None else [f"trail broken at {verdict.broken}: {verdict.fault}"]


def _unopened(database: Database) -> list[str]:
    """Rows that the program itself can no longer read."""
    found = []
    with database.engine.connect() as connection:
        for table in METADATA.sorted_tables:
            try:
                connection.execute(table.select()).all()
            except ValueError as fault:
                found.append(f"{table.name} cannot be read: {fault}")
    return found


def _letters(world: World) -> list[str]:
    """Letters that cannot be written, or that Telegram would refuse."""
    render, now, found = renderer(whole_table()), world.cast.sari.office.clock.now(), []
    with Session(world.database.engine) as session:
        waiting = session.exec(select(Letter).where(Letter.state == outbox.State.WAITING)).all()
        for letter in waiting[:60]:
            try:
                going = render(session, letter, now)
            except (NoAccount, Postponed):
                continue
            if going is not None:
                text = going.drawn.text.encode().decode()
                if not message_text({"text": text, "parse_mode": "HTML"}).text:
                    found.append(f"an empty letter: {letter.template}")
        session.rollback()
    return found
