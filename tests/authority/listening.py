"""What citizens said of the world's services, and what is made of it."""

from __future__ import annotations

from datetime import date

from sqlmodel import Session

from bot.actions.surveys import publishing
from bot.rules.surveys.elements import Element
from storage.employees import Employee
from storage.surveys import SurveyComment, points
from tests.authority.world import World
from tests.surveys import answer, serve

SAID = "Antrean di loket dua terlalu lama."
WHAT = "Menambah satu petugas di loket dua."
DAY, AUGUST = date(2026, 8, 20), 20260801


def listen(world: World, session: Session) -> None:
    """A comment was cleared; Dedi owes an improvement, and the head is about to make another."""
    ids, at, now = world.cast.ids, world.at, world.cast.sari.office.clock.now()
    unit = session.get_one(Employee, ids["dedi"]).unit_id
    answer(session, serve(session, unit, "Loket kartu"), DAY, [3, 4])
    number = answer(session, serve(session, unit, "Aduan", "pengaduan"), DAY, [2])
    session.add(SurveyComment(answer_id=number, unit_id=unit, text=SAID, cleared_on=DAY))
    session.flush()
    at["dedi_unit"], at["comment"] = unit, number
    about = (ids["kepala"], unit, None)
    at["point"] = points.draft(session, *about, Element.WAKTU, WHAT, now)
    owed = {"owner_id": ids["dedi"], "due_on": date(2026, 12, 1), "settled_at": now}
    assert points.settle(session, at["point"], **owed)
    kepala = world.me(session, "kepala")
    at["august"] = publishing.card(session, kepala, unit, AUGUST).seen
    at["point_draft"] = points.draft(session, *about, Element.BIAYA, WHAT, now)
