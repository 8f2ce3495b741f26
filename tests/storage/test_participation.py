"""Who takes part, counted by either database; nothing is read that grows with the office."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import event

from bot.rules.achievements import State
from storage import overview, participation
from storage.achievements import Achievement
from storage.awards import Award
from storage.database import Database
from storage.participation import Deserving
from storage.proposals import Proposal
from storage.trainings.learning import CONFIRMED, Learning
from tests.cast import employ
from tests.quarter import period_id, tick

NOW = datetime(2026, 8, 12, 3, tzinfo=UTC)
YEAR = NOW - timedelta(365)


def live(database: Database) -> dict[str, int]:
    """Sari, Dedi and Budi have three approved achievements each; Dedi was honoured for them."""
    with database.transaction() as session:
        _, ids = employ(session)
    tick(database, NOW)
    period = period_id(database)
    with database.transaction() as session:
        for key in ("sari", "dedi", "budi"):
            for days in (1, 100, 200):
                at = NOW - timedelta(days)
                row = Achievement(employee_id=ids[key], state=State.APPROVED, sent_at=at)
                row.created_at = row.changed_at = at
                session.add(row)
        proposal = Proposal(
            kind="teladan", period_id=period, employee_id=ids["dedi"],
            proposer_id=ids["wayan"], state="approved", written_at=NOW, proposed_at=NOW,
        )  # fmt: skip
        session.add(proposal)
        session.flush()
        session.add(
            Award(
                kind="teladan", year=2026, number=1, period_id=period,
                employee_id=ids["dedi"], proposal_id=proposal.id or 0, given_by=ids["kepala"],
                given_at=NOW,
            )
        )  # fmt: skip
        session.add(
            Learning(
                employee_id=ids["sari"], source="forum", object_id=1, minutes=90,
                ended_on=date(2026, 8, 1), state=CONFIRMED, written_at=NOW,
            )
        )  # fmt: skip
    return ids


def test_everybody_is_counted_once(database: Database) -> None:
    ids = live(database)
    with database.transaction() as session:
        all_, team = overview.of_units(None), overview.of_reports(ids["budi"])
        assert participation.people(session, all_) == 8
        assert participation.people(session, team) == 3
        assert participation.sent_since(session, team, YEAR) == 2
        assert participation.sent_since(session, all_, NOW - timedelta(2)) == 3
        page = participation.silent(session, all_, YEAR, 0, 2)
        assert [one.name for one in page] == ["Drs. Hendra Wijaya, M.Si.", "Maya Kusuma, S.Psi."]
        assert participation.count_silent(session, all_, YEAR) == 5
        page = participation.honoured(session, all_, YEAR, 0, 5)
        assert [(one.employee_id, one.many) for one in page] == [(ids["dedi"], 1)]
        assert participation.count_honoured(session, all_, YEAR) == 1
        good = Deserving(YEAR, 3, [], None)
        assert participation.count_overlooked(session, all_, good) == 2
        total, page = participation.overlooked(session, all_, good, 0, 5)
        assert (total, [(one.employee_id, one.many) for one in page]) == (
            2, [(ids["budi"], 3), (ids["sari"], 3)],
        )  # fmt: skip
        assert participation.overlooked(session, all_, good, 2, 5) == (0, [])
        better = good._replace(fewest=4)
        assert participation.overlooked(session, all_, better, 0, 5) == (0, [])
        assert participation.count_overlooked(session, all_, better) == 0
        shared = participation.sharing(session, all_, date(2026, 1, 1), date(2026, 12, 31))
        assert sum(one.people for one in shared) == 8
        assert sum(one.learned for one in shared) == 1


def test_lists_are_paged_by_the_database(database: Database) -> None:
    live(database)
    seen: list[str] = []
    with database.transaction() as session:

        def count(*args: object) -> None:
            seen.append(str(args[2]))

        event.listen(session.connection(), "before_cursor_execute", count)
        good = Deserving(YEAR, 3, [], None)
        participation.overlooked(session, overview.of_units(None), good, 1, 1)
    assert len(seen) == 1
    assert "LIMIT" in seen[0]
