"""The bot dies between the signature under a year, its letter and its paper; it is asked again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from aiogram.methods import SendDocument
from sqlmodel import func, select

from bot.actions.years import judging
from bot.documents import typesetting
from storage import audit
from storage.audit import AuditEntry
from storage.duties import Duty, DutyKind
from storage.outbox import Letter
from storage.years import YearReport
from tests.cast import Cast
from tests.conversations.test_years import signs
from tests.years import END, live_through, morning


class Death(BaseException):
    """The end of the process, which nothing catches."""


def dies_once(monkeypatch: pytest.MonkeyPatch, where: Any, name: str, *, after: bool) -> None:
    """Dies before, or after, what is called there does its work, the first time."""
    work: Callable[..., Any] = getattr(where, name)
    alive = iter([False])

    def once(*args: Any, **named: Any) -> Any:
        if next(alive, True):
            return work(*args, **named)
        if after:
            work(*args, **named)
        raise Death

    monkeypatch.setattr(where, name, once)


def kept(cast: Cast) -> tuple[str, int | None, int, int, int]:
    """State and number of the report; letters, entries and open duties of the year."""
    with cast.database.transaction() as session:
        report = session.exec(select(YearReport)).one()
        letters = select(func.count()).where(Letter.template.startswith("years."))
        entries = select(func.count()).where(AuditEntry.action.startswith("years."))
        kinds = (DutyKind.YEAR_WRITE, DutyKind.YEAR_REVIEW)
        duties = session.exec(select(Duty).where(Duty.done_at == None)).all()  # noqa: E711
        owed = sum(one.kind in kinds and one.about_id != 0 for one in duties)
        counts = [session.exec(one).one() for one in (letters, entries)]
        return report.state, report.number, counts[0], counts[1], owed


@pytest.fixture
def year(cast: Cast) -> Cast:
    live_through(cast.database, cast.ids, {3: 5, 4: 4})
    cast.sari.office.clock.moment = morning(END)
    return cast


async def test_nothing_of_a_year_is_lost_or_doubled(
    year: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    sari, budi, office = year.sari, year.budi, year.sari.office
    dies_once(monkeypatch, audit, "record", after=True)
    with pytest.raises(Death):
        await signs(sari)
    assert kept(year) == ("draft", None, 0, 0, 0)
    for _ in range(2):  # the second time it died after the commit, before the answer was seen
        await office.feeds_again()
        assert kept(year) == ("signed", None, 0, 1, 1)
    assert sari.sees("Sudah Anda tanda tangani, menunggu atasan.")
    await budi.opens("years.queue", year.database.vault)
    await budi.taps("2026: Sari")
    await budi.taps("Nilai …")
    dies_once(monkeypatch, judging, "put", after=True)
    with pytest.raises(Death):
        await budi.taps("Tetapkan: Sangat Baik")
    assert kept(year) == ("signed", None, 0, 1, 1)
    for _ in range(2):
        await office.feeds_again()
        assert kept(year) == ("final", 1, 1, 2, 0)
    assert budi.sees("Predikat tahunan: <b>Sangat Baik</b>")
    await sari.opens("years.card/2026", year.database.vault)
    dies_once(monkeypatch, typesetting, "pdf", after=False)
    with pytest.raises(Death):
        await sari.taps("Laporan PDF")
    for _ in range(2):
        await office.feeds_again()
    calls: list[Any] = office.telegram.calls
    papers = {c.document.data for c in calls if isinstance(c, SendDocument)}  # type: ignore[union-attr]
    assert len(papers) == 1
    assert kept(year) == ("final", 1, 1, 2, 0)
