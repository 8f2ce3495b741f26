"""Yearly reports: what a person writes, who signed, and what was judged of the year."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import UniqueConstraint, func, update
from sqlalchemy import select as select_columns
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import moment, sealed
from storage.upsert import insert_new

DRAFT, SIGNED, FORWARDED, FINAL = "draft", "signed", "forwarded", "final"
REPLACED = "replaced"
PROVEN = (FINAL, REPLACED)
"""States in which a report has a number and a code."""
SECTIONS = ("summary", "obstacles", "plans")
UNSIGNED: Mapping[str, Any] = {
    "state": DRAFT, "reason": "", "signed_at": None, "superior_at": None, "superior_by": None,
}  # fmt: skip
"""What a report says again when it goes back to its writer; `parts` tell what was signed."""


class YearReport(SQLModel, table=True):
    """One edition of a person's year. `turn` counts every step: an old button finds it moved on.

    State draft: the person writes; signed: at the superior; forwarded: signed by the superior and
    at the evaluation team; final: judged, with `number` and `code`; replaced: a later edition is
    final. `parts` (the year's result) and `deeds` are kept as JSON when the person signs, and
    `parties` when it is judged; NULL in reports older than these columns. Numbers are decimal
    strings, `hasil_kerja` and `perilaku` expectations. `superior_by` signed for the superior: that
    person or whoever held the mandate. `months` are those served, from `first_month` to
    `last_month` (1 to 12).
    """

    __table_args__ = (
        UniqueConstraint("year", "employee_id", "edition"),
        UniqueConstraint("year", "number"),
    )

    id: int | None = Field(default=None, primary_key=True)
    year: int
    employee_id: int = Field(foreign_key="employee.id", index=True)
    edition: int = 1
    state: str = DRAFT
    turn: int = 0
    summary: str = sealed("")
    obstacles: str = sealed("")
    plans: str = sealed("")
    reason: str = sealed("")
    scheme_id: int | None = Field(default=None, foreign_key="schemeversion.id")
    parts: str = ""
    deeds: str | None = sealed(None)
    total: str = ""
    signed_at: datetime | None = moment(nullable=True)
    superior_id: int | None = Field(default=None, foreign_key="employee.id")
    superior_at: datetime | None = moment(nullable=True)
    superior_by: int | None = None
    hasil_kerja: str = ""
    perilaku: str = ""
    predikat: str = ""
    months: int = 0
    first_month: int = 1
    last_month: int = 12
    credit: str = ""
    judged_by: int | None = Field(default=None, foreign_key="employee.id")
    judged_at: datetime | None = moment(nullable=True)
    number: int | None = None
    code: str = Field(default="", index=True)
    parties: str | None = sealed(None)


def of(session: Session, year: int, employee_id: int) -> YearReport | None:
    """The newest edition."""
    found = select(YearReport).where(
        YearReport.year == year, YearReport.employee_id == employee_id
    )
    return session.exec(found.order_by(col(YearReport.edition).desc())).first()


def edition(session: Session, report: YearReport, number: int) -> YearReport | None:
    """Another edition of the same year and person."""
    mine = (YearReport.year == report.year, YearReport.employee_id == report.employee_id)
    return session.exec(select(YearReport).where(*mine, YearReport.edition == number)).first()


def in_force(session: Session, year: int, employee_id: int) -> YearReport | None:
    """The final edition that no later one replaced."""
    mine = (YearReport.year == year, YearReport.employee_id == employee_id)
    return session.exec(select(YearReport).where(*mine, YearReport.state == FINAL)).first()


def get(session: Session, report_id: int) -> YearReport | None:
    return session.get(YearReport, report_id)


def begun(session: Session, year: int, employee_id: int) -> YearReport:
    """The newest edition of a year; a first draft when there is none."""
    insert_new(session, YearReport, _blank(year, employee_id))
    found = of(session, year, employee_id)
    assert found is not None
    return found


def renew(session: Session, report: YearReport) -> YearReport:
    """The draft of the next edition, with the words of this one."""
    said = {name: getattr(report, name) for name in SECTIONS}
    blank = _blank(report.year, report.employee_id)
    insert_new(session, YearReport, {**blank, **said, "edition": report.edition + 1})
    return begun(session, report.year, report.employee_id)


def replace_former(session: Session, report: YearReport) -> None:
    """Every earlier edition that was final is so no longer."""
    former = (
        col(YearReport.year) == report.year, col(YearReport.employee_id) == report.employee_id,
        col(YearReport.edition) < report.edition, col(YearReport.state) == FINAL,
    )  # fmt: skip
    session.exec(update(YearReport).where(*former).values(state=REPLACED))


def _blank(year: int, employee_id: int) -> dict[str, Any]:
    return {
        "year": year, "employee_id": employee_id, "edition": 1, "state": DRAFT, "turn": 0,
        "summary": "", "obstacles": "", "plans": "", "reason": "", "parts": "", "total": "",
        "hasil_kerja": "", "perilaku": "", "predikat": "", "months": 0, "credit": "", "code": "",
        "first_month": 1, "last_month": 12,
    }  # fmt: skip


def write(session: Session, report_id: int, section: str, text: str) -> bool:
    """Keep the text of one of `SECTIONS`; False when it is no draft any more."""
    return _change(session, report_id, (DRAFT,), None, {section: text})


def step(
    session: Session, report_id: int, before: str, turn: int, values: Mapping[str, Any]
) -> bool:
    """Bring a report on from a state and turn; False when it has moved on meanwhile."""
    return _change(session, report_id, (before,), turn, values)


def next_number(session: Session, year: int) -> int:
    """The next number of a year's final reports; held by its unique key."""
    highest = select(func.max(col(YearReport.number))).where(col(YearReport.year) == year)
    return int(session.exec(highest).one() or 0) + 1


def by_code(session: Session, code: str) -> YearReport | None:
    """The report with this verification code, in force or replaced."""
    return session.exec(
        select(YearReport).where(YearReport.code == code, col(YearReport.state).in_(PROVEN))
    ).first()


def by_number(session: Session, year: int, number: int) -> YearReport | None:
    """The report with this number of a year, in force or replaced."""
    mine = (YearReport.year == year, YearReport.number == number)
    return session.exec(select(YearReport).where(*mine, col(YearReport.state).in_(PROVEN))).first()


def finals(session: Session, year: int, people: Collection[int] | None) -> Sequence[YearReport]:
    """Final reports of a year by number, of these people (None: of everybody)."""
    found = select(YearReport).where(YearReport.year == year, YearReport.state == FINAL)
    if people is not None:
        found = found.where(col(YearReport.employee_id).in_(people))
    return session.exec(found.order_by(col(YearReport.number))).all()


class Standing(NamedTuple):
    """How far a person's report of a year is, and since when."""

    id: int
    employee_id: int
    state: str
    superior_id: int | None
    superior_by: int | None
    signed_at: datetime | None
    superior_at: datetime | None


def signed(session: Session, year: int) -> Sequence[Standing]:
    """Every newest edition of a year that its person has signed."""
    columns: list[Any] = [getattr(YearReport, name) for name in Standing._fields]
    found = select_columns(*columns).where(col(YearReport.year) == year)
    rows = session.connection().execute(found.order_by(col(YearReport.edition)))
    newest = {one.employee_id: one for one in (Standing(*row) for row in rows)}
    return [one for one in newest.values() if one.state != DRAFT]


def _change(
    session: Session, report_id: int, before: tuple[str, ...], turn: int | None,
    values: Mapping[str, Any],
) -> bool:  # fmt: skip
    mine = [col(YearReport.id) == report_id, col(YearReport.state).in_(before)]
    if turn is not None:
        mine.append(col(YearReport.turn) == turn)
    moved = update(YearReport).where(*mine).values(**values, turn=col(YearReport.turn) + 1)
    return session.exec(moved).rowcount == 1
