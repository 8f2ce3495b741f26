"""The running quarter on its fortieth day: something to do on every phone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from bot.office import deeds, levels, planning, sentences
from bot.office.deeds import Deed, holder_of
from bot.office.desk import NOW, Office
from bot.office.people import LATE
from bot.office.proofs import prove
from bot.office.stories import Story, stories_for
from bot.rules.achievements import RATE_DAYS, State
from storage import duties, periods
from storage.duties import DutyKind

FIRST, LAST = date(2026, 10, 1), date(2026, 10, 30)
SERVICE, OFFICE_WORK = "kualitas_pelayanan", "penyelesaian_administrasi"

FASTER = Story(
    "Waktu tunggu legalisasi dokumen turun menjadi 18 menit",
    "Memisahkan antrean berkas lengkap dan berkas kurang sejak pintu masuk, bersama petugas "
    "keamanan. Pemohon yang lengkap langsung dilayani di loket tiga.",
    "layanan_publik", f"{SERVICE},produktivitas", "55", "18", "menit",
)  # fmt: skip
ELDERLY = Story(
    "Pendampingan 64 pemohon lanjut usia di loket prioritas",
    "Menjemput berkas ke kursi tunggu dan membacakan isian bagi pemohon yang sulit melihat. "
    "Tiga surat terima kasih masuk lewat kotak saran.",
    "layanan_publik", SERVICE, "0", "64", "pemohon",
)  # fmt: skip
UNFINISHED = Story(
    "Kartu antrean braille untuk loket prioritas",
    "Bersama komunitas tunanetra Semarang mencoba kartu antrean bertanda braille selama sepekan.",
    "", "",
)  # fmt: skip
CHECKLIST = Story(
    "Daftar periksa berkas dipasang di pintu masuk",
    "Menempel daftar periksa berhuruf besar dan menyediakan meja bantu isi, sehingga pemohon tahu "
    "kekurangannya sebelum mengambil nomor antrean.",
    "inovasi", f"inovasi,{SERVICE}", "31", "12", "pemohon kembali per hari",
)  # fmt: skip
BACKLOG = Story(
    "Menyelesaikan 42 berkas izin usaha mikro yang tertunda",
    "Memilah berkas menurut sebab tertunda, menelepon pemohon satu per satu, dan menuntaskan yang "
    "lengkap dalam dua minggu tanpa lembur.",
    "administrasi", f"produktivitas,{OFFICE_WORK}", "42", "0", "berkas",
)  # fmt: skip
THURSDAY = Story(
    "Loket pagi Kamis bagi warga Gunungpati",
    "Membuka loket pukul 07.00 bagi warga yang datang dengan angkutan umum pertama, agar dapat "
    "pulang sebelum siang. Sudah berjalan lima pekan.",
    "layanan_publik", SERVICE, "9", "27", "pemohon per pagi",
)  # fmt: skip
SERVER = Story(
    "Gangguan aplikasi antrean pulih dalam empat jam",
    "Memindahkan layanan ke peladen cadangan dan menulis langkah pemulihan.",
    "layanan_publik", "produktivitas", "26", "4", "jam",
)  # fmt: skip
ISLAND = Story(
    "Layanan keliling di Pulau Barrang Lompo",
    "Membawa loket ke balai warga bersama bidan dan kader posyandu, melayani sampai pemohon "
    "terakhir, lalu mengantar dokumen jadi sepekan kemudian.",
    "pengabdian", f"{SERVICE},produktivitas", "0", "118", "warga terlayani",
)  # fmt: skip
PIER = Story(
    "Jemput bola di dermaga Kampung Enggros",
    "Datang pukul 04.30 sebelum perahu berangkat, karena para nelayan tidak pernah sempat datang "
    "pada jam kantor.",
    "layanan_publik", f"{SERVICE},produktivitas", "6", "71", "permohonan",
)  # fmt: skip
PROMISE = Story(
    "Janji layanan baru disepakati dengan warga Semarang",
    "Mengundang perwakilan warga lima kelurahan, membahas keluhan yang berulang, dan memasang "
    "janji layanan baru di setiap loket.",
    "kolaborasi", f"{SERVICE},inovasi", "9", "5", "hari",
)  # fmt: skip

VILLAGES = Story(
    "Jadwal penyuluhan disepakati dengan enam kelurahan",
    "Menyusun satu jadwal bersama kelurahan dan puskesmas Tallo, sehingga warga tidak diundang "
    "dua kali pada pekan yang sama dan kader tahu giliran mereka.",
    "kolaborasi", f"{OFFICE_WORK},inovasi", "14", "6", "undangan per bulan",
)  # fmt: skip

# Who waits for a rater since which day of November; a holder other than the superior.
WAITING = (
    ("putri", CHECKLIST, 4, "", ("papan", "Daftar periksa di pintu masuk", 3)),
    ("lain6", BACKLOG, 6, "", ("grafik", "Berkas tertunda, Mei sampai Oktober", 5)),
    ("lain5", THURSDAY, 9, "", ("pagi", "Loket pagi, Kamis 22 Oktober 2026", 8)),
    ("lain11", ISLAND, 6, "", ("lapangan", "Balai warga Barrang Lompo", 2)),
    ("hasnia", VILLAGES, 5, "tenri", None),
    ("marice", PIER, 5, "", ("dermaga", "Dermaga Enggros pukul 04.30", 4)),
    ("sri", PROMISE, 6, "", ("grafik", "Keluhan per bulan", 1)),
)


def set_up(office: Office, usual: Mapping[str, float]) -> None:
    """Rated, waiting, returned and unfinished achievements of the running quarter."""
    story = ("sari", "irwan", *(who for who, *_ in WAITING))
    others = [k for k, one in office.members.items() if one.superior and k not in (*story, *LATE)]
    found = [deed for key in others for deed in _rated(office, key, usual[key])]
    deeds.write(office, found)
    found += _sari(office)
    _irwan(office)
    found += _queues(office, next(deed for deed in found if deed.owner == "lain7"))
    period = periods.of_quarter(office.session, 2026, 4)
    assert period is not None
    planning.count(office, planning.plan(office, period), found)


def _rated(office: Office, key: str, usual: float) -> list[Deed]:
    post, unit = office.members[key].post, office.members[key].unit
    used = office.used.setdefault(key, set())
    number = 1 if key == "lain7" else office.dice.choice((0, 1, 1, 2))
    return [
        _approved(office, key, told, levels.marks(office.dice, usual, told.indicators))
        for told in stories_for(office.dice, post, unit, number, used)
    ]


def _approved(office: Office, key: str, told: Story, marks: Mapping[str, int]) -> Deed:
    done_on = office.workday(FIRST, LAST - timedelta(8))
    sent = office.in_hours(key, office.workday(done_on, done_on + timedelta(3)))
    first = sent.date() + timedelta(1)
    decided = office.in_hours(key, office.workday(first, first + timedelta(5)))
    note = office.dice.choice(sentences.PRAISE)
    return Deed(key, told, done_on, State.APPROVED, sent, decided, marks, note)


def _sari(office: Office) -> list[Deed]:
    """Two that were approved, and one that she began yesterday."""
    own = [
        _approved(office, "sari", FASTER, {SERVICE: 5, "produktivitas": 4}),
        _approved(office, "sari", ELDERLY, {SERVICE: 5}),
        Deed("sari", UNFINISHED, NOW.date() - timedelta(4), State.DRAFT),
    ]
    deeds.write(office, own)
    prove(office, own[0], "kurva", "Waktu tunggu, Mei sampai Oktober", 6)
    prove(office, own[1], "loket", "Loket prioritas, Oktober 2026", 7)
    return own


def _irwan(office: Office) -> None:
    """One came back to be mended."""
    sent, back = office.at("irwan", date(2026, 11, 3), 10), office.at("irwan", NOW.date(), 8, 10)
    note = "Mohon lengkapi langkah pemulihannya dan sertakan catatan waktu, lalu kirim kembali."
    own = Deed("irwan", SERVER, date(2026, 11, 2), State.RETURNED, sent, back, None, note)
    deeds.write(office, [own])


def _queues(office: Office, twin: Deed) -> list[Deed]:
    """What waits for raters; one picture was claimed before by a colleague."""
    waiting = []
    for key, told, day, holder, _ in WAITING:
        sent = office.in_hours(key, date(2026, 11, day))
        done_on = office.workday(date(2026, 10, 15 + day), LAST)
        waiting.append(Deed(key, told, done_on, State.SUBMITTED, sent, holder=holder))
    deeds.write(office, waiting)
    picture = WAITING[1][4]
    assert picture is not None
    prove(office, twin, *picture)
    for deed, (*_, shown) in zip(waiting, WAITING, strict=True):
        if shown is not None:
            prove(office, deed, *shown)
        _owe(office, deed)
    return waiting


def _owe(office: Office, deed: Deed) -> None:
    assert deed.sent is not None
    duties.owe(
        office.session, DutyKind.RATE_ACHIEVEMENT, holder_of(office, deed), deed.sent.date(),
        deed.sent.date() + timedelta(RATE_DAYS), about_id=office.ids[deed.owner],
        object_id=deed.turn,
    )  # fmt: skip
