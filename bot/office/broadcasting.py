"""Broadcasts: one on its way with a quiz that many have answered, one planned, one a draft."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from random import Random

from bot.actions import broadcasts
from bot.actions.broadcasts import desk, drafting, quizzing, reading, sending
from bot.actions.me import Me, read_me
from bot.office.desk import NOW, Office, wib
from bot.office.hiring import BLOCKED, ON_LEAVE, telegram_id
from bot.office.rounds import forget
from bot.rules.broadcasts import State
from storage import audit
from storage.broadcasts import rows

SEED = 20_261_105
WRITTEN, AGREED = wib(date(2026, 11, 4), 15), wib(date(2026, 11, 4), 16)
SENT = wib(date(2026, 11, 5), 9)
LATER = wib(date(2026, 11, 9), 10)
AUTHOR, SECOND = "maya", "rina"
WAIT = ("sari", "budi", "irwan", "marice", "putri", "lain5")
"""These have not answered: a newcomer finds the quiz open on their phones."""
UNREAD = ("irwan", "putri", "lain5", "lain14", ON_LEAVE, BLOCKED)
SLOW = ("lain9", "lain12", "lain18")
"""Who did not pass."""

PRIVACY = (
    "Menjaga data pribadi pemohon\n\n"
    "Berkas pemohon memuat NIK, nomor telepon, dan alamat. Tutup bagian itu sebelum memotret "
    "berkas sebagai bukti. Bila berkas tercecer atau terkirim ke orang lain, segera beri tahu "
    "atasan dan kepegawaian: kantor wajib memberitahukannya paling lambat 3 × 24 jam.\n\n"
    "Kuis singkatnya dibuka dua pekan; yang lulus mendapat 1 JP."
)
QUIZ = (
    ("Apa yang dilakukan sebelum memotret berkas pemohon sebagai bukti?",
     "Meminta izin atasan\n* Menutup data pribadinya\nMengecilkan fotonya",
     "Foto bukti dibaca banyak orang; data pribadi pemohon tidak diperlukan di sana."),
    ("Berkas terkirim ke pemohon yang lain. Kapan atasan dan kepegawaian diberi tahu?",
     "* Segera\nDalam laporan bulanan\nBila pemohon mengeluh",
     "Batas 3 × 24 jam berjalan sejak kebocoran diketahui."),
    ("Bolehkah nomor telepon pemohon disimpan di ponsel pribadi?",
     "Boleh, agar mudah dihubungi\n* Tidak, cukup di aplikasi layanan",
     "Data dipakai hanya untuk tujuan layanannya, di tempat yang dijaga kantor."),
)  # fmt: skip
PARADE = (
    "Apel peringatan HUT ke-55 KORPRI\n\n"
    "Senin, 30 November 2026 pukul 07.30 waktu setempat, di halaman kantor masing-masing. "
    "Pakaian: batik KORPRI. Petugas loket pagi tetap melayani dan bergantian hadir."
)
PARADE_AT = "2026-11-27T09:00:00"  # on the clock of each unit
YEAR_END = (
    "Menyiapkan laporan triwulan\n\n"
    "Sebelum laporan dibuka, periksa /prestasi: lengkapi yang dikembalikan dan lampirkan "
    "buktinya. Laporan terisi sendiri dari prestasi yang disetujui atasan."
)
LETTERS = ("broadcasts.letter", "broadcasts.asked", "broadcasts.done")


def broadcast(office: Office) -> None:
    """With dice of its own, so that the rest of the story stays as it is."""
    _tell(office)
    _plan(office)
    maya = _me(office, AUTHOR, LATER)
    drafting.say_text(office.session, maya, _begin(office, maya), YEAR_END)
    forget(office, LETTERS, tuple(office.ids))


def _tell(office: Office) -> None:
    session, maya = office.session, _me(office, AUTHOR, WRITTEN)
    number = _begin(office, maya)
    drafting.say_text(session, maya, number, PRIVACY)
    for said in (part for question in QUIZ for part in question):
        quizzing.say(session, maya, number, said)
    quizzing.set_rule(session, maya, number, "credit", 1)
    quizzing.set_rule(session, maya, number, "quiz_days", 14)
    _send(office, maya, number)
    _agree(office, number)
    while broadcasts.work(session, SENT):
        pass
    dice = Random(SEED)
    for key in office.members:
        if key in office.ids and key not in UNREAD:
            _reads(office, dice, number, key)


def _begin(office: Office, maya: Me) -> int:
    (number,) = desk.begin(office.session, maya).args
    return int(number)


def _send(office: Office, maya: Me, number: int) -> None:
    """To herself first, then on its way."""
    sending.send_to_me(office.session, maya, number)
    row = rows.get(office.session, number)
    assert row is not None
    sending.ask(office.session, maya, number, row.version)


def _agree(office: Office, number: int) -> None:
    """The second person, whose code was typed long before the office has its authenticators."""
    session, by = office.session, office.ids[SECOND]
    values = {"state": State.PLANNED, "busy": True, "approved_by": by, "approved_at": AGREED}
    assert rows.change(session, number, (State.ASKED,), values)
    row = rows.get(session, number)
    assert row is not None
    facts = {"said": sending.content_mark(session, row)}
    audit.record(session, AGREED, by, "broadcasts.agree", f"broadcast/{number}", facts)


def _plan(office: Office) -> None:
    maya = _me(office, AUTHOR, LATER)
    number = _begin(office, maya)
    drafting.say_text(office.session, maya, number, PARADE)
    rows.change(office.session, number, (State.DRAFT,), {"starts": PARADE_AT})
    _send(office, maya, number)


def _reads(office: Office, dice: Random, number: int, key: str) -> None:
    """Reads it on one of the days since, and answers the quiz."""
    at = SENT + timedelta(days=dice.randrange(4), minutes=dice.randrange(20, 400))
    mine = read_me(office.session, telegram_id(office.members[key]), at)
    if mine is None:  # has not joined
        return
    reading.seen(office.session, mine, number)
    if key in WAIT:
        return
    reading.start(office.session, mine, number)
    for place, right in enumerate(_answers(dice, key)):
        asked = reading.question(office.session, mine, number, place)
        others = [n for n in range(len(asked.question.options)) if n != asked.question.right]
        choice = asked.question.right if right else dice.choice(others)
        reading.answer(office.session, mine, number, place, choice)


def _answers(dice: Random, key: str) -> Sequence[bool]:
    """Which of the questions are answered rightly; passed is with all of them."""
    if key not in SLOW:
        return [True] * len(QUIZ)
    wrong = dice.randrange(len(QUIZ))
    return [place != wrong for place in range(len(QUIZ))]


def _me(office: Office, key: str, at: datetime) -> Me:
    me = read_me(office.session, telegram_id(office.members[key]), min(at, NOW))
    assert me is not None
    return me
