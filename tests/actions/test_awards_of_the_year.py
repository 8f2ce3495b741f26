"""An award of the year: means over its quarters, voted on once the last one is published."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import ROUND_HALF_UP, Decimal

from sqlmodel import Session, select

from bot.actions import awards
from bot.actions.me import Me, read_me
from bot.rules.periods import PeriodState
from storage import certificates
from storage.awards import Award, AwardRound, rounds
from storage.database import Database
from storage.periods import Period
from storage.results import Result
from tests.cast import PEOPLE, employ
from tests.factors import proves
from tests.quarter import tick

KIND = "teladan_tahunan"
BEGUN = datetime(2026, 11, 10, 3, tzinfo=UTC)
NOMINATED = datetime(2027, 2, 5, 3, tzinfo=UTC)
PARTS = '{"formula": "weighted-1", "axes": [], "left_out": []}'
REASON = "Melayani 2.140 pemohon sepanjang tahun, 96 persen selesai pada hari yang sama."
# Total and perilaku of each quarter; Dedi was rated in three, Yosef fell below once.
GIVEN: dict[str, list[tuple[str, str] | None]] = {
    "sari": [("104.00", "110.00"), ("101.50", "108.00"), ("108.25", "104.00"), ("110.00", "100")],
    "dedi": [None, ("106.00", "101.00"), ("106.00", "102.00"), ("106.01", "104.00")],
    "yosef": [("118.00", "110.00"), ("112.00", "108.00"), ("80.00", "104.00"), ("119.00", "110")],
}


def test_the_year_is_the_mean_of_its_published_quarters(database: Database) -> None:
    with database.transaction() as session:
        ids = employ(session)[1]
    tick(database, BEGUN)
    with database.transaction() as session:
        last = _quarters(session, ids)
        awards.turn(session, BEGUN)
        one = rounds.of_case(session, KIND, last, 0)
        assert one is not None
        assert (one.nominate_until, one.vote_until) == (date(2027, 2, 4), date(2027, 2, 14))
        number = one.id or 0
        awards.turn(session, NOMINATED)
        assert _round(session, number).state == rounds.NOMINATING  # not published yet
        session.get_one(Period, last).state = PeriodState.PUBLISHED
    with database.transaction() as session:
        awards.turn(session, NOMINATED)
        assert _round(session, number).state == rounds.VOTING
        found = rounds.entries(session, number)
        assert set(found) == {ids["sari"], ids["dedi"]}  # 80 drags Yosef below Good
        wayan = _me(session, "wayan", NOMINATED)
        for key, level in (("sari", 3), ("dedi", 4)):
            awards.vote(session, wayan, number, ids[key], level)
    with database.transaction() as session:
        for key, vote in (("sari", "80"), ("dedi", "100")):
            said = [Decimal(one) for one in rounds.entries(session, number)[ids[key]].split()]
            assert said == [_mean(key, 0), _mean(key, 1), Decimal(vote)]
        one = _round(session, number)
        assert one.state == rounds.CLOSED
        assert f'"first": [{ids["dedi"]}]' in one.outcome  # 103.8 against 98.6: by points
    _give(database, ids, last)
    with database.transaction() as session:
        (award,) = session.exec(select(Award)).all()
        assert (award.kind, award.year, award.employee_id) == (KIND, 2027, ids["dedi"])
        assert awards.title_of(session, award) == "Pegawai Teladan Tahun 2026"
        paper = certificates.of_object(session, "award", award.id or 0)
        assert paper is not None
        assert "Pegawai Teladan Tahun 2026" in paper.facts


def _quarters(session: Session, ids: dict[str, int]) -> int:
    """Three final quarters and the running one, with results; the number of the last."""
    last = session.exec(select(Period).where(Period.quarter == 4)).one()
    for place in range(4):
        one = last
        if place < 3:
            found = select(Period).where(Period.year == 2026, Period.quarter == place + 1)
            one = session.exec(found).first() or Period(
                **last.model_dump(exclude={"id", "quarter", "state"}), quarter=place + 1,
            )  # fmt: skip
            one.state = PeriodState.FINAL
            session.add(one)
            session.flush()
        for key, given in GIVEN.items():
            if (said := given[place]) is not None:
                session.add(_result(one, ids[key], *said))
    return last.id or 0


def _result(period: Period, person: int, total: str, perilaku: str) -> Result:
    predikat = "baik" if Decimal(total) >= 90 else "kurang"
    return Result(
        period_id=period.id or 0, employee_id=person, scheme_id=period.scheme_id,
        formula=period.formula, total=total, hasil_kerja=total, perilaku=perilaku,
        predikat=predikat, raters=3, parts=PARTS, by_indicator="", computed_at=BEGUN,
        computed_by=person,
    )  # fmt: skip


def _mean(key: str, part: int) -> Decimal:
    known = [Decimal(one[part]) for one in GIVEN[key] if one is not None]
    return (sum(known, Decimal()) / len(known)).quantize(Decimal("0.01"), ROUND_HALF_UP)


def _give(database: Database, ids: dict[str, int], period: int) -> None:
    with database.transaction() as session:
        wayan = _me(session, "wayan", NOMINATED)
        led = awards.write_reason(session, wayan, period, 0, ids["dedi"], KIND, REASON)
        awards.propose(session, wayan, int(led.args[0]))
    proves(database, ids["kepala"], NOMINATED)
    with database.transaction() as session:
        awards.approve(session, _me(session, "kepala", NOMINATED), int(led.args[0]))


def _me(session: Session, key: str, now: datetime) -> Me:
    found = read_me(session, PEOPLE[key][0], now)
    assert found is not None
    return found


def _round(session: Session, number: int) -> AwardRound:
    found = rounds.get(session, number)
    assert found is not None
    return found
