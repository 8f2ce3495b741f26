"""A quarter that changes after its year was signed: the paper stays, another edition follows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text
from sqlmodel import Session, select

from bot.actions import certificates, supplements, years
from bot.actions.refusals import Refused
from bot.actions.years.exporting import COLUMNS
from bot.rules.certificates import Verdict
from bot.rules.years import Missing
from handlers.years.papers import said_on
from storage.database import Database
from storage.employees import Employee
from storage.outbox import Letter
from storage.periods import Period
from storage.results import Result
from storage.years import DRAFT, FINAL, REPLACED, SIGNED, YearReport
from tests.actions.test_years import WHY, WORDS, findings, ids, letters, owed
from tests.factors import proves
from tests.quarter import tick
from tests.years import END, TEAM, correct, install, live_through, me, morning, rate

__all__ = ["ids"]
LATER = END + timedelta(3)
Ids = Mapping[str, int]


def does(database: Database, key: str, act: Callable[..., Any], *args: object) -> Any:
    """Act as one of the cast; `...` stands for the turn of the newest edition."""
    with database.transaction() as session:
        newest = editions(session)[-1:]
        turn = newest[0].turn if newest else 0
        return act(session, me(session, key, LATER), *(turn if a is ... else a for a in args))


def editions(session: Session) -> list[YearReport]:
    return list(session.exec(select(YearReport).order_by("edition")))


def number(database: Database, edition: int = 1) -> int:
    with database.transaction() as session:
        return editions(session)[edition - 1].id or 0


def becomes_final(database: Database) -> None:
    does(database, "sari", years.text, 2026, "summary", WORDS)
    does(database, "sari", years.sign, 2026, ...)
    does(database, "budi", years.judge, number(database), ..., "met", "met")


def test_a_final_year_keeps_its_figures_and_a_new_edition_is_signed(
    database: Database, ids: Ids
) -> None:
    live_through(database, dict(ids), {3: 5, 4: 4})
    becomes_final(database)
    before = said_on(does(database, "sari", years.page, number(database)))
    with database.transaction() as session:
        session.get_one(Employee, ids["sari"]).post = "Analis Kebijakan"
    correct(database, ids["sari"], 4, 5, LATER)
    page = does(database, "sari", years.page, number(database))
    assert page.changed
    assert {**said_on(page), "note": ""} == before
    assert ["TW IV", "100,00", "100,00", "100,00", "50,00%"] in before["quarters"]
    tick(database, morning(LATER))
    assert owed(database) == [("year_write", "Sari")]
    assert letters(database) == ["years.final", "years.renewed"]
    card = does(database, "sari", years.card, 2026)
    assert (card.report.state, card.report.summary) == (DRAFT, WORDS)
    assert card.former.number == 1
    assert str(card.composed.result.total) == "120.00"
    does(database, "sari", years.sign, 2026, ...)
    does(database, "budi", years.judge, number(database, 2), ..., "above", "above")
    with database.transaction() as session:
        old, new = editions(session)
        assert (old.state, new.state, new.number) == (REPLACED, FINAL, 2)
    assert does(database, "dedi", certificates.check, old.code).replaced_by == "002/LKT/2026"
    assert does(database, "dedi", certificates.check, new.code).verdict is Verdict.VALID
    first, second = (does(database, "sari", years.page, one.id) for one in (old, new))
    assert (first.changed, first.replaced_by, second.replaces) == (False, 2, 1)
    assert second.parties.person.post == "Analis Kebijakan"
    (line,) = does(database, "maya", years.export, 2026).lines
    assert dict(zip(COLUMNS, line, strict=True))["nomorLaporan"] == 2
    assert findings(database) == []


def signs(database: Database) -> None:
    does(database, "sari", years.text, 2026, "summary", WORDS)
    does(database, "sari", years.sign, 2026, ...)


def test_what_is_signed_goes_back_by_itself_when_a_quarter_changes(
    database: Database, ids: Ids
) -> None:
    live_through(database, dict(ids), {3: 5, 4: 4})
    signs(database)
    tick(database, morning(LATER))
    assert owed(database) == [("year_review", "Budi")]
    correct(database, ids["sari"], 3, 4, LATER)
    assert owed(database, due=LATER + timedelta(14)) == [("year_write", "Sari")]
    card = does(database, "sari", years.card, 2026)
    assert (card.report.state, card.report.edition, card.report.summary) == (DRAFT, 1, WORDS)
    assert (card.changed, str(card.composed.result.total)) == (True, "100.00")
    with pytest.raises(Refused, match="forbidden"):
        does(database, "budi", years.judge, number(database), ..., "met", "met")
    tick(database, morning(LATER))
    assert owed(database) == [("year_write", "Sari")]
    assert findings(database) == []
    does(database, "sari", years.sign, 2026, ...)
    assert owed(database) == [("year_review", "Budi")]
    does(database, "budi", years.judge, number(database), ..., "met", "met")
    assert letters(database) == [
        "years.reopened", "years.called_back", "years.mended", "years.final",
    ]  # fmt: skip
    assert findings(database) == []


def test_what_the_team_is_to_judge_goes_back_too_and_the_superior_signs_anew(
    database: Database, ids: Ids
) -> None:
    install(database, TEAM)
    live_through(database, dict(ids), {3: 5, 4: 4})
    signs(database)
    does(database, "budi", years.forward, number(database), ...)
    assert {kind for kind, _ in owed(database)} == {"year_judge"}
    correct(database, ids["sari"], 3, 4, LATER)
    assert owed(database) == [("year_write", "Sari")]
    assert told(database, "years.called_back") == [ids["budi"]]
    assert findings(database) == []
    does(database, "sari", years.sign, 2026, ...)
    assert owed(database) == [("year_review", "Budi")]


def told(database: Database, template: str) -> list[int | None]:
    with database.transaction() as session:
        found = session.exec(select(Letter).where(Letter.template == template))
        return [one.employee_id for one in found]


def test_nobody_signs_figures_that_changed_under_the_button(database: Database, ids: Ids) -> None:
    live_through(database, dict(ids), {3: 5, 4: 4})
    does(database, "sari", years.text, 2026, "summary", WORDS)
    seen = does(database, "sari", years.confirm, 2026).report.turn
    correct(database, ids["sari"], 3, 4, LATER)
    does(database, "sari", years.sign, 2026, seen)
    assert does(database, "sari", years.card, 2026).report.state == DRAFT
    does(database, "sari", years.sign, 2026, ...)
    assert does(database, "sari", years.card, 2026).report.state == SIGNED


def test_what_moves_otherwise_is_given_back_by_hand_and_shows_what_was_signed(
    database: Database, ids: Ids
) -> None:
    live_through(database, dict(ids), {3: 5, 4: 4})
    signs(database)
    with database.transaction() as session:  # that its quarters end is no change
        for period in session.exec(select(Period)):
            period.state = "final"
    assert does(database, "budi", years.review, number(database)).may_judge
    with database.transaction() as session:  # as when a correction and a signature cross
        for result in session.exec(select(Result).where(Result.total == "120.00")):
            result.hasil_kerja = result.perilaku = result.total = "100.00"
    review = does(database, "budi", years.review, number(database))
    assert (review.changed, review.may_judge) == (True, False)
    assert str(review.composed.result.total) == "110.00"
    with pytest.raises(Refused, match="not_my_step"):
        does(database, "budi", years.judge, number(database), ..., "met", "met")
    assert does(database, "sari", years.card, 2026).changed
    does(database, "budi", years.return_text, number(database), WHY)
    card = does(database, "sari", years.card, 2026)
    assert str(card.composed.result.total) == "100.00"
    with database.transaction() as session:
        assert [one.edition for one in editions(session)] == [1]


def test_a_late_result_joins_the_year(database: Database, ids: Ids) -> None:
    live_through(database, dict(ids), {3: 5})
    live_through(database, dict(ids), {4: 4}, key="dedi")
    becomes_final(database)
    year = does(database, "sari", years.card, 2026).composed.result
    assert ([one.number for one in year.parts], year.missing[4]) == ([3], Missing.UNRATED)
    with database.transaction() as session:
        late = session.exec(select(Period).where(Period.quarter == 4)).one()
        rate(session, late, ids["sari"], 4, morning(LATER))
    proves(database, ids["kepala"], morning(LATER))
    does(database, "kepala", supplements.sign, late.id, ids["sari"])
    card = does(database, "sari", years.card, 2026)
    assert (card.report.edition, card.report.state, card.former.number) == (2, DRAFT, 1)
    weights = [(one.number, one.total, one.weight) for one in card.composed.result.parts]
    assert [(n, str(total), str(weight)) for n, total, weight in weights] == [
        (3, "120.00", "50.00"), (4, "100.00", "50.00"),
    ]  # fmt: skip
    assert 4 not in card.composed.result.missing


BEHIND = [
    ("UPDATE yearreport SET summary = plans", "year_signature/differs"),
    ("UPDATE yearreport SET obstacles = summary", "year_signature/differs"),
    ("UPDATE yearreport SET plans = summary", "year_signature/differs"),
    ("UPDATE yearreport SET deeds = summary", "year_signature/differs"),
    ("UPDATE yearreport SET parts = replace(parts, '100.00', '120.00')", "year_signature/differs"),
    ("UPDATE yearreport SET parties = summary", "year/differs"),
]


def test_verify_names_words_and_figures_changed_behind(database: Database, ids: Ids) -> None:
    live_through(database, dict(ids), {3: 5, 4: 4})
    becomes_final(database)
    assert findings(database) == []
    for change, expected in BEHIND:
        with database.engine.begin() as connection:
            kept = dict(connection.execute(text("SELECT * FROM yearreport")).mappings().one())
            connection.execute(text(change))
        assert findings(database) == [expected], change
        with database.engine.begin() as connection:
            back = ", ".join(f"{name} = :{name}" for name in kept)
            connection.execute(text(f"UPDATE yearreport SET {back}"), kept)
