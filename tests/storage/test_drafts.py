"""Who has something unsent, on both kinds of database."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlmodel import select

from bot.actions import missed
from storage import accounts, drafts, outbox
from storage.accounts import Account
from storage.achievements import Achievement
from storage.database import Database
from tests.cast import PEOPLE, employ

NOW = datetime(2026, 8, 12, 3, 0, tzinfo=UTC)


def account(ids: dict[str, int], key: str, found: dict[int, Account]) -> int:
    return found[ids[key]].id or 0


def test_owners_of_drafts_and_whoever_was_about_to_type(database: Database) -> None:
    with database.transaction() as session:
        _, ids = employ(session)
        found = {one.employee_id: one for one in session.exec(select(Account))}
        assert drafts.owners(session, 9) == []
        for key in ("sari", "dedi"):
            draft = Achievement(employee_id=ids[key], created_at=NOW, changed_at=NOW)
            session.add(draft)
        accounts.listen(session, account(ids, "budi", found), "reports.text")
        session.flush()
        assert list(drafts.owners(session, 9)) == sorted(ids[k] for k in ("sari", "dedi", "budi"))
        accounts.mark_unreachable(session, PEOPLE["dedi"][0], "blocked", NOW)
        assert list(drafts.owners(session, 9)) == sorted(ids[k] for k in ("sari", "budi"))
        assert len(drafts.owners(session, 1)) == 1


def test_after_a_day_each_of_them_gets_one_letter(database: Database) -> None:
    since, until = NOW.replace(day=10), NOW
    with database.transaction() as session:
        _, ids = employ(session)
        session.add(Achievement(employee_id=ids["sari"], created_at=NOW, changed_at=NOW))
        session.flush()
        assert missed.plan(session, since, until, until) == 1
        assert missed.plan(session, since, until, until) == 0
        owed = outbox.newest(session, ids["sari"], missed.DRAFTS)
        assert owed is not None
        assert (owed.opens, owed.kind) == ("home.menu", "reminder")
