"""Training: a catalogue with money, a course that is on today, an application that waits."""

from __future__ import annotations

from datetime import date

from bot.actions import trainings
from bot.actions.me import Me, read_me
from bot.actions.trainings import attending, correcting, ending, feedback, importing, seats
from bot.office.desk import NOW, Office
from bot.office.hiring import telegram_id
from bot.office.rounds import forget
from bot.rules.roster import Row
from bot.rules.trainings.catalogue import COLUMNS
from bot.rules.trainings.course import State
from storage import units
from storage.trainings import request, running, training

FROM = date(2026, 10, 26)
HEARD = "Agar antrean loket dapat dilayani lebih cepat."
HOST, HERE = "tenri", ("lain11", "lain12")
ASKS = "lain11"
MONEY = "APBN 60.000.000"
APPLIED, HELD, LATER = date(2026, 10, 8), date(2026, 10, 21), date(2026, 11, 5)
LATELY = date(2026, 11, 9)
MISTAKEN, RIGHT = "lain6", "58"
WHY_WRONG = "Nilainya tertukar: lembar ujian yang ditandatangani menunjukkan 58."
PASSED = ("sari", "irwan", "lain6")
OTHERWISE = (("lain5", State.FAILED), ("lain8", State.EXCUSED), ("lain9", State.ABSENT))
WORDS = (
    "Latihannya dekat dengan pekerjaan di loket.",
    "Contohnya jelas.",
    "Banyak praktik.",
    "Terlalu singkat.",
)
DRAFTS, REFUSED, ASKED, WRITERS = "putri", "lain10", ("lain7", "marice"), ("lain13", "lain14")
NOT_NOW = "Pekan itu loket kekurangan petugas; silakan mendaftar untuk angkatan berikutnya."
SENT = (
    "trainings.asked", "trainings.answered", "trainings.seated", "trainings.listed",
    "trainings.review", "trainings.ended", "trainings.hosting", "trainings.correction_asked",
)  # fmt: skip


def _rows(office: str) -> list[tuple[str, ...]]:
    """As a file of HR says them, in the order of its columns."""
    return [
        ("PP-01", "Pelayanan Prima di Loket", "Pelayanan", "", "pelatihan", "Dasar", "20", "", "6",
         "0", "", "09/11/2026", "10/11/2026", "06/11/2026", "Makassar", office,
         "Kualitas Pelayanan", ""),
        ("AD-02", "Analisis Data Antrean", "Data", "", "kursus", "Lanjut", "12", "", "3",
         "2.500.000", "APBN", "07/12/2026", "08/12/2026", "", "Semarang", "BPSDM",
         "Inovasi", "Analis; Pranata Komputer"),
        ("TK-03", "Tata Kelola Arsip", "Administrasi", "", "bimbingan_teknis", "Dasar", "8", "",
         "10", "750.000", "APBN", "14/12/2026", "14/12/2026", "", "Jayapura", "ANRI",
         "Penyelesaian Administrasi", ""),
        ("PP-00", "Komunikasi Layanan Publik", "Pelayanan", "", "pelatihan", "Dasar", "12", "",
         "8", "0", "", "20/10/2026", "21/10/2026", "16/10/2026", "Semarang", office,
         "Kualitas Pelayanan", ""),
        ("SK-04", "Menulis Surat Dinas", "Administrasi", "", "kursus", "Dasar", "6", "", "1", "0",
         "", "24/11/2026", "24/11/2026", "20/11/2026", "Semarang", office,
         "Penyelesaian Administrasi", ""),
    ]  # fmt: skip


def teach(office: Office) -> None:
    """Every stage of an application is there: from a draft to a certificate with its hours.

    HR finds applications to divide and attendance to note; so does the host of the course.
    """
    session, maya = office.session, _me(office, "maya", APPLIED, 9)
    told = _rows(units.top(session))
    rows = [Row(n, dict(zip(COLUMNS, one, strict=True))) for n, one in enumerate(told, 2)]
    importing.apply(session, rows, maya.now, maya.employee_id)
    trainings.write_budget(session, maya, MONEY)
    numbers = {one.code: one.id or 0 for one in training.everything(session)}
    for key in HERE:
        agreed = _applies(office, key, numbers["PP-01"])
        seats.seat(session, agreed, "queue", office.at(key, FROM, 14), None)
    running.put_host(session, numbers["PP-01"], office.ids[HOST], maya.employee_id, maya.now)
    _applies(office, ASKS, numbers["AD-02"])
    _finish_one(office, numbers["PP-00"])
    _wait(office, numbers)
    forget(office, SENT, tuple(office.ids))


def _finish_one(office: Office, course: int) -> None:
    """A course that is over: who passed, failed, stayed away, and three words on it; one result
    waits for a second person to put it right.
    """
    session = office.session
    rows = {}
    for key in (*PASSED, *(key for key, _ in OTHERWISE)):
        rows[key] = _applies(office, key, course, APPLIED)
        seats.seat(session, rows[key], "queue", office.at(key, APPLIED, 14), None)
    noted, ended = _me(office, "maya", HELD, 15), _me(office, "maya", HELD, 16)
    for key in PASSED:
        attending.note(session, noted, rows[key], State.PRESENT)
        ending.write_score(session, ended, rows[key], "85")
        ending.end(session, ended, rows[key], State.PASSED)
    for key, state in OTHERWISE:
        if state is State.FAILED:
            attending.note(session, noted, rows[key], State.PRESENT)
            ending.end(session, ended, rows[key], state)
        else:
            attending.note(session, noted, rows[key], state)
    there = (*PASSED, *(key for key, state in OTHERWISE if state is State.FAILED))
    for place, key in enumerate(there):  # whoever was there owes a word, and nobody is late
        mine = _me(office, key, HELD, 17)
        feedback.choose(session, mine, rows[key], 4 + place % 2)
        feedback.say(session, mine, rows[key], WORDS[place])
        feedback.send(session, mine, rows[key])
    asking = _me(office, "maya", LATELY, 14)
    for said in (RIGHT, WHY_WRONG):
        correcting.write(session, asking, rows[MISTAKEN], said)
    correcting.ask(session, asking, rows[MISTAKEN])


def _wait(office: Office, numbers: dict[str, int]) -> None:
    """A draft, two before their superiors, one refused, one seated, one on the waiting list."""
    session = office.session
    trainings.write_why(session, _me(office, DRAFTS, LATER, 9), numbers["AD-02"], HEARD)
    for key in ASKED:
        _sends(office, key, numbers["TK-03"], LATELY)
    refused = _sends(office, REFUSED, numbers["AD-02"], LATER)
    above = _me(office, office.members[REFUSED].superior, LATER, 13)
    trainings.write_refusal(session, above, refused, NOT_NOW)
    trainings.refuse(session, above, refused)
    seated, listed = (_applies(office, key, numbers["SK-04"], LATER) for key in WRITERS)
    seats.seat(session, seated, "queue", office.at(WRITERS[0], LATER, 14), None)
    seats.enlist(session, listed, numbers["SK-04"], office.at(WRITERS[1], LATER, 14))


def _applies(office: Office, key: str, course: int, day: date = FROM) -> int:
    """An application that the superior agreed to; its number."""
    number = _sends(office, key, course, day)
    trainings.agree(office.session, _me(office, office.members[key].superior, day, 11), number)
    return number


def _sends(office: Office, key: str, course: int, day: date) -> int:
    """An application that waits for the superior; its number."""
    session, mine = office.session, _me(office, key, day, 10)
    trainings.write_why(session, mine, course, HEARD)
    row = request.of(session, course, mine.employee_id)
    assert row is not None
    trainings.send(session, mine, row.id or 0)
    return row.id or 0


def _me(office: Office, key: str, day: date, hour: int) -> Me:
    moment = min(office.at(key, day, hour), NOW)
    me = read_me(office.session, telegram_id(office.members[key]), moment)
    assert me is not None
    return me
