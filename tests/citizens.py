"""A counter with its service, and citizens who answer there."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session, select

from bot.rules.surveys import codes
from storage import profile, surveys
from storage.columns import vault_of
from storage.surveys import SurveyAnswer
from storage.surveys.tables import SurveyBatch
from tests.cast import Cast
from tests.kit import Person

CODE = "7K29XDA"


@dataclass(frozen=True)
class Place:
    service_id: int
    counter_id: int


def found(cast: Cast, unit: str = "Layanan", code: str = CODE) -> Place:
    """A service of a unit with one counter, and a bot that knows its name."""
    with cast.database.transaction() as session:
        return put(session, cast.units[unit], code)


def put(session: Session, unit_id: int, code: str = CODE) -> Place:
    profile.remember(session, "teladan_contoh_bot")
    service = surveys.places.add_service(session, unit_id, "Legalisasi", "administratif")
    assert surveys.places.add_counter(session, service, "Loket 1", code)
    desk = surveys.places.by_code(session, code)
    assert desk is not None
    return Place(service, desk.counter.id or 0)


def ticket(cast: Cast, at: Place, days: int = 6) -> str:
    """The code of a fresh ticket, good for today and some days more."""
    from datetime import timedelta

    with cast.database.transaction() as session:
        today = cast.sari.office.clock.now().date()
        batch = surveys.tickets.issue(
            session,
            SurveyBatch(
                counter_id=at.counter_id, tickets=1, printed=False, issued_on=today,
                expires_on=today + timedelta(days),
            ),
        )  # fmt: skip
        return codes.ticket_code(vault_of(session).key("survey tickets"), batch, 0)


def citizen(cast: Cast, number: int = 9001, language: str | None = None) -> Person:
    return cast.sari.office.person(number, "Warga", language)


async def answers(person: Person, code: str, mark: int = 4, comment: str = "") -> None:
    """From the code to the summary."""
    await person.says(f"/start {codes.argument(code)}")
    await person.taps("Mulai")
    for _ in range(9):
        await person.taps(f"{mark} ")
    if comment:
        await person.says(comment)
    else:
        await person.taps("Lewati")


def kept(cast: Cast) -> list[SurveyAnswer]:
    with cast.database.transaction() as session:
        return list(session.exec(select(SurveyAnswer)).all())
