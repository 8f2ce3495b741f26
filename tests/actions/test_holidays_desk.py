"""HR puts in the days off of a year: checked, shown, in force for every deadline, on the trail."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bot.actions.attachments import Attachment, AttachmentKind
from bot.actions.holidays import day_off_name, decreeing, desk, filing, workdays_around
from bot.actions.refusals import Refused
from bot.actions.reminders.mornings import Mornings
from storage import audit, holidays
from storage.agreement.findings import Fault
from storage.agreement.holidays import of_holidays
from storage.audit import AuditEntry
from storage.database import Database
from storage.holidays import HolidayDecree
from storage.recipients import Addressee
from tests.actions.test_awards import Stage

NEW_YEAR = datetime(2026, 11, 20, 3, tzinfo=UTC)
BASIS = "SKB Nomor 1 Tahun 2026"


@pytest.fixture
def stage(database: Database) -> Stage:
    made = Stage(database)
    made.now = NEW_YEAR
    return made


def exported(stage: Stage, year: int) -> list[str]:
    return list(stage.does("maya", desk.export, year)[1].decode("utf-8-sig").splitlines())


def sends(stage: Stage, lines: list[str], who: str = "maya") -> None:
    content = "\r\n".join(lines).encode("utf-8-sig")
    found = Attachment(AttachmentKind.DOCUMENT, name="libur.csv", text=BASIS, content=content)
    stage.does(who, filing.file, found)


def puts(stage: Stage, lines: list[str]) -> None:
    sends(stage, lines)
    stage.does("maya", filing.put, stage.does("maya", filing.report).seen)


def disagreeing(stage: Stage) -> list[Fault]:
    url = stage.database.engine.url.render_as_string(hide_password=False)
    with audit.open_reader(url) as reader:
        return [one.fault for one in of_holidays(reader.connection)]


def workday(stage: Stage, day: date) -> bool:
    with stage.database.transaction() as session:
        return workdays_around(session, 5, day).is_workday(day)


def test_the_file_that_is_downloaded_changes_nothing_when_it_comes_back(stage: Stage) -> None:
    sends(stage, exported(stage, 2027))
    found = stage.does("maya", filing.report)
    assert (found.year, found.total, found.faulty, found.fasting) == (2027, 0, False, None)


def test_a_new_year_is_in_force_for_everybody_after_it_was_seen(stage: Stage) -> None:
    lines = exported(stage, 2027)
    bridge, before = date(2027, 6, 2), exported(stage, 2027)
    assert workday(stage, bridge)
    lines = [one for one in lines if not one.startswith("2027-08-17")]
    lines += [f"{bridge};cuti bersama;Cuti bersama Pancasila", "2027-02-08;awal puasa;",
              "2027-03-09;akhir puasa;"]  # fmt: skip
    sends(stage, lines)
    found = stage.does("maya", filing.report)
    assert [(one.day, one.moves_deadlines) for one in found.changes] == [
        (bridge, True), (date(2027, 8, 17), True),
    ]  # fmt: skip
    assert exported(stage, 2027) == before, "nothing happens before it is put in force"
    assert stage.does("maya", filing.put, "another").notice
    assert stage.all(HolidayDecree) == []
    stage.does("maya", filing.put, found.seen)
    assert (workday(stage, bridge), workday(stage, date(2027, 8, 17))) == (False, True)
    with stage.database.transaction() as session:
        assert day_off_name(session, bridge) == "Cuti bersama Pancasila"
        calendar = workdays_around(session, 5, bridge)
        assert calendar.add_workdays(date(2027, 5, 31), 1) == date(2027, 6, 3)
        assert holidays.draft(session, stage.ids["maya"]) is None
    card = stage.does("rina", desk.home, 2027)
    assert (card.basis, card.set_by, card.decreed) == (BASIS, "Maya Kusuma, S.Psi.", True)
    assert card.fasting == [(date(2027, 2, 8), date(2027, 3, 9))]
    entries = [one for one in stage.all(AuditEntry) if one.action == "holidays.set"]
    assert [(one.actor_id, one.object) for one in entries] == [(stage.ids["maya"], "holidays/1")]
    assert disagreeing(stage) == []


def test_what_is_over_stays_but_may_get_another_name(stage: Stage) -> None:
    lines = exported(stage, 2026)
    puts(stage, [one.replace("Hari Raya Natal", "Kelahiran Yesus Kristus") for one in lines])
    assert len(stage.all(HolidayDecree)) == 1
    sends(stage, [*lines, "2026-10-05;cuti bersama;Cuti bersama"])
    found = stage.does("maya", filing.report)
    assert [(one.code, one.detail) for one in found.faults] == [("past_day", "2026-10-05")]
    assert found.faulty
    led = stage.does("maya", filing.put, found.seen)
    assert led.place.name == "holidays.report"
    assert len(stage.all(HolidayDecree)) == 1


def test_the_fasting_month_by_hand_keeps_the_days_and_moves_the_quiet_hours(stage: Stage) -> None:
    led = stage.does("maya", decreeing.write_fasting, 2027, "9 Februari sampai 9 Maret 2027")
    stage.does("maya", decreeing.check_fasting, *led.args)
    before = exported(stage, 2027)
    stage.does("maya", decreeing.set_fasting, *led.args)
    assert exported(stage, 2027)[: len(before)] == before
    who = Addressee(
        1, "Sari", 2, None, "Asia/Jakarta", 5, 1, 1, None, None, None, True, False, "id", None
    )
    late = datetime(2027, 2, 8, 9, 30, tzinfo=UTC)  # 16.30, after the office of a fasting month
    with stage.database.transaction() as session:
        decreed = holidays.decreed(session)
    assert Mornings(late, ()).today(who) is None
    assert Mornings(late, decreed).today(who) is not None, "it begins the day after"
    for said in ("sebulan", "1 sampai 5 Februari 2027", "8 Februari sampai 9 Maret 2026"):
        with pytest.raises(Refused):
            stage.does("maya", decreeing.write_fasting, 2027, said)
    assert disagreeing(stage) == []


@pytest.mark.parametrize("who", ["sari", "budi", "kepala", "wayan"])
def test_nobody_else_touches_it(stage: Stage, who: str) -> None:
    for act in (desk.home, filing.report, filing.ask_file):
        with pytest.raises(Refused):
            stage.does(who, act)
    with pytest.raises(Refused):
        stage.does(who, decreeing.set_fasting, 2027, 20270208, 20270309)


def test_what_is_changed_behind_the_trail_is_found(stage: Stage) -> None:
    puts(stage, exported(stage, 2027))
    with stage.database.transaction() as session:
        session.connection().exec_driver_sql(
            "UPDATE holidaydecree SET body = replace(body, '2027-08-17', '2027-08-18')"
        )
    assert disagreeing(stage) == [Fault.DIFFERS]
    with stage.database.transaction() as session:
        session.connection().exec_driver_sql("DELETE FROM holidaydecree")
    assert disagreeing(stage) == [Fault.GONE]


def test_a_file_that_is_none_is_refused(stage: Stage) -> None:
    for found in (
        Attachment(AttachmentKind.PHOTO),
        Attachment(AttachmentKind.DOCUMENT, name="libur.csv", content=b"\xd0\xcf\x11\xe0"),
        Attachment(AttachmentKind.DOCUMENT, name="libur.csv", content=b"tanggal;jenis\n1;2\n"),
    ):
        with pytest.raises(Refused):
            stage.does("maya", filing.file, found)
    with pytest.raises(Refused, match="no_draft"):
        stage.does("maya", filing.report)


def test_two_years_stand_beside_one_another_and_the_newest_counts(stage: Stage) -> None:
    puts(stage, exported(stage, 2027))
    puts(stage, [*exported(stage, 2027), "2027-06-02;cuti bersama;Cuti bersama"])
    puts(stage, exported(stage, 2028))
    with stage.database.transaction() as session:
        found = holidays.decreed(session)
    assert [one.year for one in found] == [2027, 2028]
    assert date(2027, 6, 2) in dict(found[0].days)
    assert disagreeing(stage) == []
