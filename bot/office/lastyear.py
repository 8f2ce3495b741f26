"""The year before: its last quarter was tried by Budi and his people, and became their reports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random

from bot.actions import schemes, years
from bot.actions.me import Me, read_me
from bot.office import deeds, judging, levels, publishing, sentences
from bot.office.deeds import Deed
from bot.office.desk import Office, wib
from bot.office.hiring import telegram_id
from bot.office.stories import stories_for
from bot.rules.achievements import State
from bot.rules.periods import PeriodState
from bot.rules.predikat import Expectation
from bot.rules.quarters import Quarter
from bot.rules.schemes import period_of
from storage import audit, outbox, periods
from storage import years as reports
from storage.periods import Period

QUARTER = Quarter(2025, 4)
PILOT = ("budi", "sari")
HEARD = {"years.final": "budi", "years.returned": "sari", "years.mended": "budi"}
WHY = "Mohon jelaskan juga dampaknya bagi pemohon dari luar kota."
WRITTEN = {
    "budi": {
        "summary": "Seksi Pelayanan menyelesaikan 2.140 berkas pada triwulan IV, 96 persen tepat "
        "waktu. Antrean loket ditata ulang sehingga berkas lengkap selesai pada hari yang sama.",
        "obstacles": "Dua petugas cuti bersamaan pada Desember; bagian kepegawaian membantu "
        "dengan petugas pengganti.",
        "plans": "Membuka loket pagi setiap Kamis dan melatih dua petugas baru.",
    },
    "sari": {
        "summary": "Melayani 684 pemohon di loket pada triwulan IV tanpa pengaduan tertulis. "
        "Pemohon dari luar kota kini cukup datang satu kali sebab berkas diperiksa lewat telepon.",
        "plans": "Mengikuti pelatihan pelayanan prima dan menyusun panduan loket satu halaman.",
    },
}


def look_back(office: Office) -> None:
    """With dice of its own, so that the rest of the story stays as it is.

    Budi's report is final; Sari's came back once and waits for his signature again.
    """
    apart = replace(office, dice=Random(str(QUARTER)))
    period = _quarter(apart)
    done = _achieve(apart)
    judging.rate(apart, period, PILOT, done, dict.fromkeys(PILOT, 4.3))
    publishing.publish(apart, period)
    _write(apart, "budi", wib(date(2026, 2, 3), 10))
    _judge(apart, apart.members["budi"].superior, "budi", wib(date(2026, 2, 10), 14))
    _write(apart, "sari", wib(date(2026, 2, 9), 9))
    _return(apart, "budi", "sari", wib(date(2026, 2, 16), 11))
    _write(apart, "sari", wib(date(2026, 11, 5), 10))
    _forget_letters(apart)


def _quarter(office: Office) -> Period:
    """In calibration, by the scheme that was in force when its forms were filled in."""
    version = periods.scheme_in_force(office.session, date(2026, 1, 2))
    assert version is not None
    assert version.id is not None
    scheme = schemes.read(version.body)
    days = period_of(QUARTER, scheme.calendar)
    period = Period(
        year=QUARTER.year, quarter=QUARTER.number, scheme_id=version.id, formula=scheme.formula,
        opens_on=days.opens, submit_until=days.submission_until, rate_until=days.rating_until,
        calibrate_until=days.calibration_until, publish_on=days.published,
        state=PeriodState.CALIBRATION,
    )  # fmt: skip
    assert periods.add(office.session, period)
    about, at = f"period/{QUARTER}", wib(date(2026, 1, 2), 8)
    facts = {"scheme": version.version, "formula": scheme.formula}
    audit.record(office.session, at, None, "periods.make", about, facts)
    turned = {"from": PeriodState.PLANNED.value, "to": PeriodState.CALIBRATION.value}
    at = wib(days.rating_until + timedelta(1), 1)
    audit.record(office.session, at, None, "periods.turn", about, turned)
    found = periods.of_quarter(office.session, QUARTER.year, QUARTER.number)
    assert found is not None
    return found


def _achieve(office: Office) -> Mapping[str, list[Deed]]:
    """What they did late that year was told when the accounts were open."""
    done: dict[str, list[Deed]] = {}
    for key in PILOT:
        member, known = office.members[key], set(office.used.get(key, ()))
        for told in stories_for(office.dice, member.post, member.unit, 2, known):
            day = QUARTER.last_day - timedelta(office.dice.randint(20, 70))
            sent, decided = (
                office.at(key, date(2026, 1, 6), 9),
                office.at(key, date(2026, 1, 7), 14),
            )
            given = levels.marks(office.dice, 4.3, told.indicators)
            note = office.dice.choice(sentences.PRAISE)
            deed = Deed(key, told, day, State.APPROVED, sent, decided, given, note)
            done.setdefault(key, []).append(deed)
    deeds.write(office, [deed for own in done.values() for deed in own])
    return done


def _write(office: Office, key: str, at: datetime) -> None:
    """Through the product's own acts, so that the trail is as it writes it."""
    me = _me(office, key, at)
    for name, said in WRITTEN[key].items():
        years.text(office.session, me, QUARTER.year, name, said)
    report = reports.begun(office.session, QUARTER.year, me.employee_id)
    years.sign(office.session, me, QUARTER.year, report.turn)


def _judge(office: Office, by: str, about: str, at: datetime) -> None:
    report = reports.begun(office.session, QUARTER.year, office.ids[about])
    met, above = Expectation.MET.value, Expectation.ABOVE.value
    me = _me(office, by, at)
    years.judge(office.session, me, report.id or 0, report.turn, above, met)


def _return(office: Office, by: str, about: str, at: datetime) -> None:
    report = reports.begun(office.session, QUARTER.year, office.ids[about])
    years.return_text(office.session, _me(office, by, at), report.id or 0, WHY)


def _forget_letters(office: Office) -> None:
    """They went long ago."""
    for template, key in HEARD.items():
        letter = outbox.newest(office.session, office.ids[key], template)
        assert letter is not None
        office.session.delete(letter)


def _me(office: Office, key: str, at: datetime) -> Me:
    me = read_me(office.session, telegram_id(office.members[key]), at)
    assert me is not None
    return me
