"""A quarter that only has to be closed: what superiors, team, colleagues and citizens said."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from random import Random
from typing import Any

from sqlalchemy import insert, update
from sqlmodel import Session, col, select

from bot.actions import periods, schemes
from bot.rules.appraisals import asked_of
from bot.rules.schemes import Scheme, Source
from bot.rules.surveys.elements import ELEMENTS
from storage import periods as stored
from storage.appraisals import SENT, SUPERIOR, Appraisal, Rating
from storage.database import Database
from storage.employees import Employee
from storage.peers import Side, TicketState
from storage.peers.drafts import PeerDraft
from storage.peers.draws import PeerDraw
from storage.peers.tickets import PeerTicket
from storage.periods import Period
from storage.results import Result
from storage.surveys.tables import Origin, Standing, SurveyAnswer, SurveyService
from storage.vault import Vault
from tests.bench import office
from tests.conftest import SECRET

MIDDLE, RATING = (datetime(2026, month, 14, 3, tzinfo=UTC) for month in (8, 9))
HEAD, MEMBERS = 1, (2, 3)
CHUNK = 2_000
COLLEAGUES = 3
SERVICES, ANSWERS = 10, 3
LEVELS = (1, 2, 3, 3, 4, 4, 4, 5)


def furnish(url: str, people: int) -> None:
    """A superior, two of the team and three colleagues rated everybody; citizens were asked."""
    office.make(url, people=people)
    database = Database(url, Vault(SECRET))
    try:
        with database.transaction() as session:
            session.execute(update(Employee).values(left_on=date(2026, 8, 1)).where(
                col(Employee.id) > people
            ))  # fmt: skip
            while periods.make(session, MIDDLE):
                pass
            period = session.exec(select(Period).where(col(Period.quarter) == 3)).one()
            scheme = schemes.of_period(session, period)
            numbers = [
                one or 0 for one in session.exec(select(Employee.id).order_by(col(Employee.id)))
            ]
            assert period.id is not None
            drawn = PeerDraw(period_id=period.id, seed="bench", begun_at=RATING, drawn_at=RATING)
            session.add(drawn)
            session.add_all(
                SurveyService(id=number, unit_id=1, name=f"Layanan {number}", kind="administratif")
                for number in range(1, SERVICES + 1)
            )
        for start in range(0, len(numbers), CHUNK):
            with database.transaction() as session:
                _rate(session, period, scheme, numbers[start : start + CHUNK])
                _answer(session, period, scheme, numbers[start : start + CHUNK], len(numbers))
                _ask(session, numbers[start : start + CHUNK])
        with database.transaction() as session:
            stored.move(session, period.id, stored.OPEN, stored.CALIBRATION)
    finally:
        database.close()


def _rate(session: Session, period: Period, scheme: Scheme, people: list[int]) -> None:
    forms: list[dict[str, Any]] = [
        {
            "id": 10 * about + place, "period_id": period.id, "employee_id": about,
            "source": source, "official_id": by, "by_id": by, "state": SENT,
            "started_at": RATING, "sent_at": RATING,
        }
        for about in people
        for place, (source, by) in enumerate(
            ((SUPERIOR, HEAD), *((Source.TEAM.value, member) for member in MEMBERS))
        )
    ]  # fmt: skip
    session.connection().execute(insert(Appraisal), forms)
    dice = Random(people[0])
    ratings = [
        {
            "appraisal_id": form["id"], "indicator": one.key, "at": RATING,
            "level": dice.choice(LEVELS), "by_id": form["by_id"],
        }
        for form in forms
        for one in asked_of(scheme, Source(form["source"]))
    ]  # fmt: skip
    session.connection().execute(insert(Rating), ratings)
    first = [
        {
            "period_id": period.id, "employee_id": about, "scheme_id": period.scheme_id,
            "formula": period.formula, "total": "0.00", "hasil_kerja": "0.00",
            "perilaku": "0.00", "predikat": "baik", "raters": 1, "parts": "{}",
            "by_indicator": "",
            "computed_at": RATING, "computed_by": HEAD, "edition": 1,
        }
        for about in people
    ]  # fmt: skip
    session.connection().execute(insert(Result), first)


def _answer(
    session: Session, period: Period, scheme: Scheme, people: list[int], whole: int
) -> None:
    tickets: list[dict[str, Any]] = [
        {
            "id": COLLEAGUES * about + step, "period_id": period.id, "side": Side.PEER.value,
            "about_id": about, "rater_id": 1 + (about + step) % whole, "way": "lot",
            "state": TicketState.SPENT.value, "spent_at": RATING,
        }
        for about in people
        for step in range(COLLEAGUES)
    ]  # fmt: skip
    session.connection().execute(insert(PeerTicket), tickets)
    asked, dice = asked_of(scheme, Source.PEERS), Random(people[-1])
    said = [
        json.dumps(
            {
                "levels": {one.key: dice.choice(LEVELS) for one in asked},
                "comment": "" if number % 5 else "Sigap membantu. Laporannya kadang terlambat.",
            }
        )
        for number in (ticket["id"] for ticket in tickets)
    ]
    drafts = [
        {"ticket_id": ticket["id"], "said": one, "version": 1}
        for ticket, one in zip(tickets, said, strict=True)
    ]
    session.connection().execute(insert(PeerDraft), drafts)


def _ask(session: Session, people: list[int]) -> None:
    """Citizens with a ticket, so many for each employee."""
    dice = Random(len(people) + people[0])
    answers = [
        {
            "answer_id": ANSWERS * about + step, "unit_id": 1, "service_id": 1 + about % SERVICES,
            "answered_on": RATING.date(), "origin": Origin.CHAT.value, "ticketed": True,
            "standing": Standing.COUNTS.value,
            **{one.value: dice.choice((2, 3, 3, 4)) for one in ELEMENTS},
        }
        for about in people
        for step in range(ANSWERS)
    ]  # fmt: skip
    session.connection().execute(insert(SurveyAnswer), answers)
