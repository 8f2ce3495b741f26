"""A seat that a person took stays taken: no computation and no waiting list gives it again."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import text
from sqlmodel import col, select, update

from bot.rules.trainings.course import State
from storage import agreement, audit
from storage.outbox import Letter
from storage.trainings import allocation, request
from storage.trainings.request import TrainingRequest
from tests.cast import Cast
from tests.factors import types_code
from tests.kit import Person
from tests.quarter import moves_to
from tests.trainings import offer, solves

NOVEMBER = date(2026, 11, 10)
WHY = "Dedi baru mengikuti pelatihan yang sama bulan lalu."
AFTER_ALL = "Pelatihan bulan lalu ternyata batal."


async def divides(maya: Person, cast: Cast, number: int) -> None:
    await maya.opens("trainings.desk", cast.database.vault)
    await maya.taps("Bagi kursi")
    await solves(cast)
    await maya.opens(f"trainings.division/{number}/0", cast.database.vault)


async def is_signed(cast: Cast, number: int) -> None:
    vault = cast.database.vault
    await cast.maya.opens(f"trainings.division/{number}/0", vault)
    await cast.maya.taps("Minta persetujuan")
    await cast.kepala.opens(f"trainings.signing/{number}", vault)
    assert ("Kursi yang dicabut kepegawaian: 1" in cast.kepala.screen) is (number == 1)
    await cast.kepala.taps("Ya, setujui")
    await types_code(cast.kepala)


def states(cast: Cast) -> dict[int, str]:
    with cast.database.transaction() as session:
        return {one.employee_id: one.state for one in session.exec(select(TrainingRequest))}


def findings(cast: Cast) -> int:
    url = cast.database.engine.url.render_as_string(hide_password=False)
    with audit.open_reader(url) as reader:
        found = agreement.findings(reader, cast.database.vault, NOVEMBER)
        return sum(one.kind is agreement.Kind.ALLOCATION for one in found)


async def test_only_a_person_gives_a_seat_again_that_a_person_took(cast: Cast) -> None:
    moves_to(cast, NOVEMBER)
    maya, dedi, vault = cast.maya, cast.dedi, cast.database.vault
    now, dedis = cast.sari.office.clock.now(), cast.ids["dedi"]
    with cast.database.transaction() as session:
        course = offer(session, now, seats=2, cost=0, source="")
        for key in ("sari", "dedi"):
            row = request.begin(session, course, cast.ids[key], "own")
            agreed = {"sent_at": now, "decided_by": cast.ids["budi"], "decided_at": now}
            assert request.move(session, row.id or 0, ["draft"], State.AGREED, **agreed)
    await divides(maya, cast, 1)
    for label in ("2/2", "Dedi", "Cabut kursi …"):
        await maya.taps(label)
    assert maya.sees("dibaca orang kedua dan pemohonnya")
    await maya.says(WHY)
    await is_signed(cast, 1)
    assert states(cast) == {cast.ids["sari"]: State.SEATED, dedis: State.AGREED}
    with cast.database.transaction() as session:
        told = select(Letter.employee_id).where(Letter.template == "trainings.not_given")
        assert session.exec(told).all() == [dedis]
        number = request.of(session, course, dedis)
        assert number is not None
    await dedi.opens(f"trainings.request/{number.id}", vault)
    assert dedi.sees(WHY)
    await divides(maya, cast, 2)
    assert maya.sees("0/1")
    for label in ("0/1", "Dedi"):
        await maya.taps(label)
    assert maya.sees("dicabut kepegawaian pada pembagian sebelumnya")
    assert maya.sees(WHY)
    await maya.taps("Beri kursi …")
    await maya.says(AFTER_ALL)
    await is_signed(cast, 2)
    assert set(states(cast).values()) == {State.SEATED}
    assert findings(cast) == 0
    with cast.database.engine.begin() as connection:
        said = "UPDATE allocationline SET why = :why WHERE allocation_id = 1 AND why IS NOT NULL"
        connection.execute(text(said), {"why": vault.seal(AFTER_ALL)})
    assert findings(cast) == 1
    with cast.database.transaction() as session:
        asked = [number.id or 0]
        session.exec(update(TrainingRequest).values(state=State.AGREED))
        assert allocation.removals(session, asked) == {}  # a person gave it again
        lines = update(allocation.AllocationLine).where(
            col(allocation.AllocationLine.allocation_id) == 2
        )
        session.exec(lines.values(changed=None))
        assert set(allocation.removals(session, asked)) == set(asked)
        session.exec(update(TrainingRequest).values(sent_at=now + timedelta(1)))
        assert allocation.removals(session, asked) == {}  # and this is another application
