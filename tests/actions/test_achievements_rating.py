"""Rating: who may, once, with a level for each claim; races have one winner."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import Session

from bot.actions.achievements import rating, results, reviewing, sending
from bot.actions.refusals import Refused
from bot.rules.achievements import State, Verdict
from bot.ticks import TICKS
from storage import absences, duties, turns
from storage.database import Database
from tests.achievements import furnish, me, send, state, submit, tell
from tests.conftest import NOW, TODAY

ANYBODY = ("sari", "dedi", "kepala", "maya", "wayan", "yosef")


def count(session: Session, table: str, where: str = "1 = 1") -> int:
    found = session.connection().exec_driver_sql(f"select count(*) from {table} where {where}")
    return int(found.scalar_one())


def waiting(database: Database, *keys: str) -> int:
    """An achievement of Sari that waits for Budi."""
    with database.transaction() as session:
        return submit(session, me(session, "sari", NOW), *keys)


def approve(session: Session, key: str, turn_id: int, level: int = 4) -> None:
    who = me(session, key, NOW)
    rating.mark(session, who, turn_id, "inovasi", level)
    rating.decide(session, who, turn_id, Verdict.APPROVE)


def at_once(*works: Callable[[], object]) -> None:
    """Start all at the same moment, each on a thread of its own."""
    barrier, faults = threading.Barrier(len(works)), list[BaseException]()

    def run(work: Callable[[], object]) -> None:
        barrier.wait()
        try:
            work()
        except Refused:
            pass
        except BaseException as fault:
            faults.append(fault)

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not faults


def test_two_decisions_at_once_have_one_effect(database: Database, tmp_path: Path) -> None:
    ids = furnish(database, tmp_path)
    turn_id = waiting(database)
    with database.transaction() as session:
        budi = me(session, "budi", NOW)
        absences.add_mandate(session, ids["budi"], ids["dedi"], "plh", TODAY, TODAY, ids["maya"])
        dedi = me(session, "dedi", NOW)
        rating.mark(session, budi, turn_id, "inovasi", 5)
        rating.put_reason(session, dedi, turn_id, Verdict.REJECT, "Bukan pekerjaannya")

    def decide(who: object, verdict: Verdict) -> None:
        with database.transaction() as session:
            rating.decide(session, who, turn_id, verdict)  # type: ignore[arg-type]

    at_once(lambda: decide(budi, Verdict.APPROVE), lambda: decide(dedi, Verdict.REJECT))
    with database.transaction() as session:
        turn = turns.get(session, turn_id)
        assert turn is not None
        assert turn.state in (State.APPROVED, State.REJECTED)
        assert state(session, turn.achievement_id) == turn.state
        assert count(session, "letter", "template = 'achievements.decided'") == 1
        decided = "action in ('achievements.approve', 'achievements.reject')"
        assert count(session, "auditentry", decided) == 1


def test_withdrawing_and_deciding_at_once_have_one_effect(
    database: Database, tmp_path: Path
) -> None:
    furnish(database, tmp_path)
    turn_id = waiting(database)
    with database.transaction() as session:
        budi, sari = me(session, "budi", NOW), me(session, "sari", NOW)
        rating.mark(session, budi, turn_id, "inovasi", 5)
        turn = turns.get(session, turn_id)
        assert turn is not None
        number = turn.achievement_id

    def decide() -> None:
        with database.transaction() as session:
            rating.decide(session, budi, turn_id, Verdict.APPROVE)

    def withdraw() -> None:
        with database.transaction() as session:
            sending.withdraw(session, sari, number)

    at_once(decide, withdraw)
    with database.transaction() as session:
        ended = turns.get(session, turn_id)
        assert ended is not None
        outcome = (ended.state, state(session, number))
    assert outcome in {("approved", "approved"), ("withdrawn", "draft")}


def test_sending_twice_at_once_waits_once(database: Database, tmp_path: Path) -> None:
    furnish(database, tmp_path)
    with database.transaction() as session:
        sari = me(session, "sari", NOW)
        number = tell(session, sari)

    def go() -> None:
        with database.transaction() as session:
            send(session, sari, number)

    at_once(go, go)
    with database.transaction() as session:
        assert count(session, "achievementturn") == 1
        assert count(session, "duty") == 1
        assert count(session, "letter") == 1


def test_a_stranger_neither_sees_nor_decides(database: Database, tmp_path: Path) -> None:
    furnish(database, tmp_path)
    turn_id = waiting(database)
    with database.transaction() as session:
        for key in ANYBODY:
            who = me(session, key, NOW)
            for act in (
                lambda who=who: reviewing.review(session, who, turn_id),
                lambda who=who: rating.mark(session, who, turn_id, "inovasi", 5),
                lambda who=who: rating.decide(session, who, turn_id, Verdict.APPROVE),
                lambda who=who: rating.put_note(session, who, turn_id, "catatan saya"),
            ):
                with pytest.raises(Refused):
                    act()
        assert reviewing.review(session, me(session, "budi", NOW), turn_id).decided is None


def test_on_leave_without_a_mandate_the_next_level_rates(
    database: Database, tmp_path: Path
) -> None:
    ids = furnish(database, tmp_path)
    turn_id = waiting(database)
    with database.transaction() as session:
        absences.add_absence(session, ids["budi"], TODAY, TODAY, "cuti", ids["maya"])
        session.flush()
        assert sending.reassign(session, NOW) == 1
        assert sending.reassign(session, NOW) == 0
        assert reviewing.queue(session, me(session, "kepala", NOW)) is not None
        approve(session, "kepala", turn_id)
        assert count(session, "duty", "done_at is null and cancelled_at is null") == 0


def test_a_mandate_holder_rates_instead(database: Database, tmp_path: Path) -> None:
    ids = furnish(database, tmp_path)
    turn_id = waiting(database)
    with database.transaction() as session:
        absences.add_mandate(session, ids["budi"], ids["dedi"], "plh", TODAY, TODAY, ids["maya"])
        session.flush()
        with pytest.raises(Refused):
            approve(session, "kepala", turn_id)
        approve(session, "dedi", turn_id)


def test_whoever_holds_the_mandate_does_not_rate_their_own(
    database: Database, tmp_path: Path
) -> None:
    ids = furnish(database, tmp_path)
    with database.transaction() as session:
        absences.add_mandate(session, ids["budi"], ids["sari"], "plh", TODAY, TODAY, ids["maya"])
        session.flush()
    turn_id = waiting(database)
    with database.transaction() as session:
        turn = turns.get(session, turn_id)
        assert turn is not None
        assert turn.holder_id == ids["kepala"]
        assert reviewing.queue(session, me(session, "sari", NOW)) is None
        with pytest.raises(Refused):
            approve(session, "sari", turn_id)
        approve(session, "kepala", turn_id)


def test_seven_that_wait_are_one_letter(database: Database, tmp_path: Path) -> None:
    furnish(database, tmp_path)
    turn_ids = [waiting(database) for _ in range(7)]
    with database.transaction() as session:
        assert count(session, "letter", "template = 'achievements.waiting'") == 1
        budi = me(session, "budi", NOW)
        shown = reviewing.queue(session, budi)
        assert shown is not None
        assert list(shown.waiting) == turn_ids
        approve(session, "budi", turn_ids[0])
    waiting(database)
    with database.transaction() as session:
        assert count(session, "letter", "template = 'achievements.waiting'") == 2


def test_a_queue_that_was_emptied_by_its_owner_writes_again(
    database: Database, tmp_path: Path
) -> None:
    furnish(database, tmp_path)
    turn_id = waiting(database)
    with database.transaction() as session:
        turn = turns.get(session, turn_id)
        assert turn is not None
        sending.withdraw(session, me(session, "sari", NOW), turn.achievement_id)
        send(session, me(session, "sari", NOW), turn.achievement_id)
    with database.transaction() as session:
        assert count(session, "letter", "template = 'achievements.waiting'") == 2
        assert len(duties.all_open(session, TODAY)) == 1


def test_every_claim_needs_a_level_and_every_refusal_a_reason(
    sqlite: Database, tmp_path: Path
) -> None:
    furnish(sqlite, tmp_path)
    turn_id = waiting(sqlite, "inovasi", "produktivitas")
    with sqlite.transaction() as session:
        budi = me(session, "budi", NOW)
        rating.mark(session, budi, turn_id, "inovasi", 5)
        for verdict in Verdict:
            rating.decide(session, budi, turn_id, verdict)
        turn = turns.get(session, turn_id)
        assert turn is not None
        assert turn.state == State.SUBMITTED
        for level in (0, 6, -1):
            with pytest.raises(Refused):
                rating.mark(session, budi, turn_id, "inovasi", level)
        with pytest.raises(Refused):
            rating.mark(session, budi, turn_id, "kolaborasi", 5)


def test_a_returned_one_is_mended_and_rated_in_its_quarter(
    database: Database, tmp_path: Path
) -> None:
    ids = furnish(database, tmp_path)
    turn_id = waiting(database)
    with database.transaction() as session:
        budi = me(session, "budi", NOW)
        rating.put_reason(session, budi, turn_id, Verdict.RETURN, "Lengkapi uraiannya")
        rating.decide(session, budi, turn_id, Verdict.RETURN)
        turn = turns.get(session, turn_id)
        assert turn is not None
        number = turn.achievement_id
        assert state(session, number) == "returned"
        send(session, me(session, "sari", NOW), number)
        again = turns.last_of(session, number)
        assert again is not None
        assert again.id is not None
        assert again.number == 2
        approve(session, "budi", again.id, 5)
    quarter = (date(2026, 7, 1), date(2026, 9, 30))
    with database.transaction() as session:
        (told,) = results.deeds_in(session, ids["sari"], *quarter)
        assert (told.levels, told.done_on) == ({"inovasi": 5}, TODAY)
        assert not results.deeds_in(session, ids["sari"], date(2026, 4, 1), date(2026, 6, 30))
        assert not results.deeds_in(session, ids["dedi"], *quarter)


def test_a_nudge_once_a_day_but_not_on_the_first(database: Database, tmp_path: Path) -> None:
    furnish(database, tmp_path)
    turn_id = waiting(database)
    for day in range(4):
        for _ in range(2):
            with database.transaction() as session:
                turn = turns.get(session, turn_id)
                assert turn is not None
                later = NOW + timedelta(days=day)
                sending.nudge(session, me(session, "sari", later), turn.achievement_id)
    with database.transaction() as session:
        assert count(session, "letter", "template = 'achievements.nudged'") == 3


def test_without_a_superior_the_draft_stays(sqlite: Database, tmp_path: Path) -> None:
    furnish(sqlite, tmp_path)
    with sqlite.transaction() as session:
        kepala = me(session, "kepala", NOW)
        number = tell(session, kepala)
        with pytest.raises(Refused):
            send(session, kepala, number)
        assert state(session, number) == "draft"


def test_what_waits_changes_hands_when_the_local_day_begins(
    database: Database, tmp_path: Path
) -> None:
    """Midnight in Semarang is 17.00 UTC the day before."""
    ids = furnish(database, tmp_path)
    hand_over = next(tick.work for tick in TICKS if tick.name == "achievements.reassign")
    midnight = datetime(2026, 8, 12, 17, 0, tzinfo=UTC)
    turn_id = waiting(database)
    tomorrow = TODAY + timedelta(1)
    with database.transaction() as session:
        absences.add_mandate(
            session, ids["budi"], ids["dedi"], "plh", tomorrow, tomorrow, ids["maya"]
        )
    holders = []
    for moment in (midnight - timedelta(minutes=1), midnight):
        with database.transaction() as session:
            hand_over(session, moment)
        with database.transaction() as session:
            turn = turns.get(session, turn_id)
            assert turn is not None
            holders.append(turn.holder_id)
    assert holders == [ids["budi"], ids["dedi"]]
