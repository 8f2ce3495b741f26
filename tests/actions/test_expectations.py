"""Duties, letters and the trail of planned results, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import Session, col, select

from bot.actions import reports, schemes
from bot.actions.achievements import sending
from bot.actions.expectations import agreeing, filling, proposing, tying
from bot.actions.me import Me, read_me
from bot.actions.refusals import Refused
from bot.rules.schemes import PlanningRules, Scheme
from storage import achievements, agreement, audit, employees, expectations
from storage.database import Database
from storage.duties import Duty, DutyKind
from storage.outbox import Letter
from storage.periods import Period
from tests.achievements import tell
from tests.cast import PEOPLE, employ
from tests.quarter import tick

OPENING = datetime(2026, 7, 1, 3, 0, tzinfo=UTC)
PERIOD = 1


@pytest.fixture
def ids(database: Database) -> dict[str, int]:
    with database.transaction() as session:
        _, ids = employ(session)
    tick(database, OPENING)
    return ids


def me(session: Session, key: str, now: datetime = OPENING) -> Me:
    found = read_me(session, PEOPLE[key][0], now)
    assert found is not None
    return found


def draft(session: Session, who: Me, target: str = "40 berkas") -> int:
    number = int(filling.begin(session, who, PERIOD).args[0])
    filling.put_text(session, who, number, "Izin usaha mikro selesai dalam tiga hari.")
    filling.put_indicator(session, who, number, "produktivitas")
    filling.put_target(session, who, number, target)
    filling.put_counting(session, who, number, "total_more")
    return number


def owed(database: Database, kind: DutyKind) -> list[tuple[int, int, int, str]]:
    """Owner, about, object and last day of the open duties of a kind."""
    with database.transaction() as session:
        open_ones = (col(Duty.done_at).is_(None), col(Duty.cancelled_at).is_(None))
        found = select(Duty).where(Duty.kind == kind, *open_ones)
        return sorted(
            (one.owner_id, one.about_id, one.object_id, one.due_on.isoformat())
            for one in session.exec(found)
        )


def letters(database: Database) -> list[str]:
    with database.transaction() as session:
        found = session.exec(select(Letter.template))
        return sorted(one for one in found if one.startswith("expectations"))


def test_everybody_owes_a_proposal_for_so_many_days(
    database: Database, ids: dict[str, int]
) -> None:
    assert owed(database, DutyKind.PLAN) == [
        (number, 0, 0, "2026-07-15") for number in sorted(ids.values())
    ]
    with database.transaction() as session:
        sari = me(session, "sari")
        proposing.propose(session, sari, draft(session, sari))
    tick(database, OPENING + timedelta(minutes=1))
    assert ids["sari"] not in {owner for owner, *_ in owed(database, DutyKind.PLAN)}
    assert owed(database, DutyKind.AGREE) == [(ids["budi"], ids["sari"], 1, "2026-07-08")]


def test_a_scheme_without_planning_days_asks_nobody(
    database: Database, ids: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Quarters of schemes from before go on as they were."""
    of_period = schemes.of_period

    def older(session: Session, period: Period) -> Scheme:
        return replace(of_period(session, period), planning=PlanningRules())

    monkeypatch.setattr(schemes, "of_period", older)
    tick(database, OPENING + timedelta(days=1))
    assert owed(database, DutyKind.PLAN) == []
    assert ids


def test_a_decision_ends_the_duty_and_writes_one_letter(
    database: Database, ids: dict[str, int]
) -> None:
    with database.transaction() as session:
        sari, budi = me(session, "sari"), me(session, "budi")
        numbers = [draft(session, sari) for _ in range(3)]
        proposing.propose_all(session, sari, PERIOD)
        agreeing.agree(session, budi, numbers[0])
    assert len(owed(database, DutyKind.AGREE)) == 1
    assert letters(database) == []
    with database.transaction() as session:
        agreeing.agree_all(session, me(session, "budi"), PERIOD, ids["sari"])
    tick(database, OPENING + timedelta(minutes=1))
    assert owed(database, DutyKind.AGREE) == []
    assert letters(database) == ["expectations.agreed"]


def test_what_came_back_is_owed_anew_and_the_next_proposal_is_a_new_duty(
    database: Database, ids: dict[str, int]
) -> None:
    with database.transaction() as session:
        sari, budi = me(session, "sari"), me(session, "budi")
        number = draft(session, sari)
        proposing.propose(session, sari, number)
        agreeing.send_back(session, budi, number, "Targetnya terlalu rendah.")
        planned = expectations.wording(session, number)
    assert planned is not None
    tick(database, OPENING + timedelta(minutes=1))
    mine = [one for one in owed(database, DutyKind.PLAN) if one[0] == ids["sari"]]
    assert mine == [(ids["sari"], 0, 1, "2026-07-08")]
    with database.transaction() as session:
        sari = me(session, "sari")
        where = proposing.change(session, sari, planned[0].id or 0)
        filling.put_target(session, sari, int(where.args[0]), "60")
        proposing.propose(session, sari, int(where.args[0]))
    tick(database, OPENING + timedelta(minutes=2))
    assert ids["sari"] not in {owner for owner, *_ in owed(database, DutyKind.PLAN)}
    assert owed(database, DutyKind.AGREE) == [(ids["budi"], ids["sari"], 2, "2026-07-08")]
    assert letters(database) == ["expectations.returned"]


def test_a_new_superior_owes_what_the_former_one_owed(
    database: Database, ids: dict[str, int]
) -> None:
    with database.transaction() as session:
        sari = me(session, "sari")
        proposing.propose(session, sari, draft(session, sari))
    with database.transaction() as session:
        employees.put_superior(session, ids["sari"], ids["wayan"])
    tick(database, OPENING + timedelta(minutes=1))
    assert [owner for owner, *_ in owed(database, DutyKind.AGREE)] == [ids["wayan"]]


def test_the_head_s_own_are_in_force_at_once(database: Database, ids: dict[str, int]) -> None:
    with database.transaction() as session:
        kepala = me(session, "kepala")
        proposing.propose(session, kepala, draft(session, kepala))
        said = expectations.of_people(session, PERIOD, [ids["kepala"]])
        assert [w.state for own in said[ids["kepala"]].values() for w in own] == ["agreed"]


def test_nobody_agrees_twice_nor_to_what_was_taken_back(
    database: Database, ids: dict[str, int]
) -> None:
    with database.transaction() as session:
        sari, budi = me(session, "sari"), me(session, "budi")
        first, second = draft(session, sari), draft(session, sari)
        proposing.propose_all(session, sari, PERIOD)
        agreeing.agree(session, budi, first)
        with pytest.raises(Refused):
            agreeing.agree(session, budi, first)
        row = expectations.wording(session, second)
        assert row is not None
        proposing.change(session, sari, row[0].id or 0)
        with pytest.raises(Refused):
            agreeing.agree(session, budi, second)
    assert ids


def test_never_more_than_the_scheme_allows(database: Database, ids: dict[str, int]) -> None:
    with database.transaction() as session:
        sari = me(session, "sari")
        for _ in range(8):
            draft(session, sari)
        with pytest.raises(Refused):
            filling.begin(session, sari, PERIOD)
    assert ids


def findings(database: Database) -> list[str]:
    with audit.open_reader(database.engine.url.render_as_string(hide_password=False)) as reader:
        found = agreement.findings(reader, database.vault, OPENING.date())
        return sorted(f"{one.kind}/{one.fault}" for one in found if one.kind in KINDS)


KINDS = ("wording", "contribution", "report")
BEHIND = [
    ("UPDATE plannedwording SET target = '4' WHERE id = 1", ["wording/differs"]),
    ("UPDATE plannedwording SET decided_by = 3 WHERE id = 1", ["wording/differs"]),
    ("UPDATE plannedwording SET counting = 'last_less' WHERE id = 1", ["wording/differs"]),
    ("UPDATE plannedwording SET state = 'draft' WHERE id = 1", ["wording/gone"]),
    ("UPDATE plannedwording SET state = 'agreed' WHERE id = 2", ["wording/unrecorded"]),
    ("UPDATE plannedresult SET employee_id = 4 WHERE id = 1", ["wording/differs"]),
    ("UPDATE contribution SET amount = '99'", ["contribution/differs"]),
    ("UPDATE plannedwording SET text = unit WHERE id = 1", ["wording/differs"]),
    ("UPDATE plannedwording SET unit = text WHERE id = 1", ["wording/differs"]),
    ("UPDATE report SET text = draft WHERE text <> draft", ["report/differs"]),
    ("UPDATE reportpart SET figure = '99'", ["report/differs"]),
    ("UPDATE reportpart SET text = (SELECT unit FROM plannedwording WHERE id = 1)",
     ["report/differs"]),
    ("DELETE FROM reportpart", ["report/differs"]),
    ("UPDATE report SET sent_at = NULL", ["report/gone"]),
]  # fmt: skip


@pytest.mark.parametrize(("change", "expected"), [("SELECT 1", []), *BEHIND])
def test_a_change_behind_its_back_is_found(
    database: Database, ids: dict[str, int], change: str, expected: list[str]
) -> None:
    with database.transaction() as session:
        sari, budi = me(session, "sari"), me(session, "budi")
        first, second = draft(session, sari), draft(session, sari)
        proposing.propose_all(session, sari, PERIOD)
        agreeing.agree(session, budi, first)
        assert second == 2
        achievement = tell(session, sari, title="Berkas tuntas")
        tying.put_amount(session, sari, achievement, 1, 12)
        row = achievements.get(session, achievement)
        assert row is not None
        sending.send(session, sari, achievement, row.version)
        reports.write(session, sari, PERIOD, "Loket selesai lebih cepat dari standar.")
        reports.put_result(session, sari, PERIOD, 1, "12")
        reports.send(session, sari, PERIOD)
        reports.write(session, sari, PERIOD, "Yang sedang ditulis tidak dihitung.")
        session.connection().exec_driver_sql(change)
    assert findings(database) == expected
    assert ids
