"""HR takes leave and mandates back in the chat."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import select

from storage import absences
from storage.absences import Absence, Mandate
from storage.audit import AuditEntry
from storage.employees import Employee
from storage.outbox import Letter
from tests.cast import Cast
from tests.conftest import TODAY
from tests.conversations.test_desk import appoints, finds, rows, tidy
from tests.kit import Office, Person

DAY = timedelta(days=1)


def fits(person: Person) -> None:
    """The screen keeps the limits of every screen."""
    labels = [label for row in person.card.keyboard for label, _ in row]
    assert len(person.card.text) <= 900, person.card.text
    assert len(labels) <= 8, labels
    assert max(map(len, labels)) <= 24, labels


def on_leave(cast: Cast, key: str, *spans: tuple[int, int]) -> None:
    """Leave from so many days from today to so many."""
    with cast.database.transaction() as session:
        for since, until in spans:
            absences.add_absence(
                session, cast.ids[key], TODAY + since * DAY, TODAY + until * DAY, "annual",
                cast.ids["rina"],
            )  # fmt: skip


async def test_a_coming_mandate_is_taken_back(cast: Cast, office: Office) -> None:
    tidy(cast)
    await appoints(cast, "Budi", "Dedi", "1 sampai 5 September 2026")
    await cast.maya.taps("Cabut cuti/mandat (1)")
    await cast.maya.taps("1. Cabut Plh. Dedi")
    assert cast.maya.sees("<b>Plh. Dedi Pratama</b>\nBudi Santoso, S.Sos.\nSelasa, 1 September")
    assert cast.maya.sees("dihapus")
    end, screen = cast.maya.button("Ya, cabut"), cast.maya.card
    await cast.sari.taps("x", data=end)
    assert len(rows(cast, Mandate)) == 1
    await cast.maya.taps("Ya, cabut")
    await office.feeds_again()
    await cast.maya.taps("x", data=end, bubble=screen)
    assert cast.maya.sees("Sudah tercatat pukul 10.00")
    assert "Plh. Dedi" not in cast.maya.screen
    assert "Cabut" not in cast.maya.screen
    assert rows(cast, Mandate) == []
    assert [one.action for one in rows(cast, AuditEntry)].count("desk.end_mandate") == 1
    assert rows(cast, Letter) == []
    await appoints(cast, "Budi", "Sari", "1 sampai 5 September 2026")
    assert cast.maya.sees("Plh. Sari Lestari")


async def test_a_running_leave_ends_with_yesterday(cast: Cast) -> None:
    tidy(cast)
    on_leave(cast, "sari", (-3, 4))
    await finds(cast.maya, "Sari", "1. Sari")
    await cast.maya.taps("Cabut cuti/mandat (1)")
    await cast.maya.taps("1. Cabut Cuti tahunan")
    assert cast.maya.sees("berakhir pada Selasa, 11 Agustus 2026")
    fits(cast.maya)
    await cast.maya.taps("Ya, cabut")
    assert [one.until for one in rows(cast, Absence)] == [TODAY - DAY]
    assert "Cuti tahunan" not in cast.maya.screen


async def test_two_officers_with_the_same_screen(cast: Cast) -> None:
    tidy(cast)
    on_leave(cast, "sari", (-3, 4))
    for officer in (cast.maya, cast.rina):
        await finds(officer, "Sari", "1. Sari")
        await officer.taps("Cabut cuti/mandat (1)")
        await officer.taps("1. Cabut")
    await cast.maya.taps("Ya, cabut")
    await cast.rina.taps("Ya, cabut")
    assert cast.rina.sees("sudah berakhir atau sudah dicabut")
    assert [one.action for one in rows(cast, AuditEntry)].count("desk.end_leave") == 1


async def test_it_can_be_left_as_it_is(cast: Cast) -> None:
    tidy(cast)
    on_leave(cast, "sari", (1, 2))
    await finds(cast.maya, "Sari", "1. Sari")
    await cast.maya.taps("Cabut")
    await cast.maya.taps("1. Cabut")
    await cast.maya.taps("Batal")
    await cast.maya.taps("Kembali")
    assert cast.maya.sees("Cuti tahunan: Kamis, 13 Agustus 2026")
    assert len(rows(cast, Absence)) == 1


@pytest.mark.parametrize("count", [1, 4, 9])
async def test_a_person_with_long_names_and_much_leave_fits(cast: Cast, count: int) -> None:
    with cast.database.transaction() as session:
        for person in session.exec(select(Employee)):
            person.name = f"{person.name} {'x' * 180}"
            person.post = "y" * 200
            session.add(person)
        absences.add_mandate(
            session, cast.ids["sari"], cast.ids["dedi"], "plh", TODAY, TODAY, cast.ids["rina"]
        )
    on_leave(cast, "sari", *((at * 30, at * 30 + 20) for at in range(1, count)))
    await cast.maya.opens(f"desk.person/{cast.ids['sari']}", cast.database.vault)
    fits(cast.maya)
    assert ("lainnya" in cast.maya.screen) == (count > 3)
    await cast.maya.taps("Cabut")
    seen = 0
    while True:
        fits(cast.maya)
        seen += cast.maya.screen.count(". Cabut ")
        if "▶" not in cast.maya.screen:
            break
        await cast.maya.taps("▶")
    assert seen == count
