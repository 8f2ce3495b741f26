"""A whole quarter, from the report to the award, played by those who live it."""

from __future__ import annotations

from datetime import date

from sqlmodel import select

from storage.awards import Award
from storage.duties import Duty
from storage.employees import Employee
from storage.outbox import Letter
from tests.cast import Cast
from tests.factors import types_code
from tests.quarter import (
    CALIBRATION,
    RATING,
    WHY,
    moves_to,
    proposes,
    publishes,
    rates,
    reports,
)


async def test_a_whole_quarter_from_report_to_award(cast: Cast) -> None:
    moves_to(cast, date(2026, 8, 12))
    await reports(cast.sari)
    assert cast.sari.sees("Laporan Anda sudah terkirim.")
    moves_to(cast, RATING)
    await cast.budi.says("/menu")
    await rates(cast.budi, "Sari Lestari", 5)
    assert cast.budi.sees("Penilaian sudah terkirim.")
    await cast.sari.says("/skor")
    assert cast.sari.sees("1 dari 3 sudah dinilai")
    await rates(cast.budi, "Dedi Pratama", 4)
    await rates(cast.budi, "Yosef Wanggai", 4)
    await rates(cast.kepala, "Budi Santoso", 4)
    with cast.database.transaction() as session:
        sari = session.exec(select(Employee).where(Employee.id == cast.ids["sari"])).one()
        newcomer = sari.model_dump(exclude={"id", "nip_index"}) | {"name": "Baru Datang"}
        session.add(Employee(**newcomer, nip_index=b"new"))
    await cast.sari.says("/skor")
    assert cast.sari.sees("3 dari 3 sudah dinilai")  # not of those who came after the quarter
    assert cast.sari.sees("oleh pimpinan, direncanakan Sabtu, 24 Oktober 2026")
    moves_to(cast, CALIBRATION)
    await cast.wayan.says("/panel")
    await cast.wayan.taps("Peringkat")
    assert cast.wayan.sees("1. Sari Lestari, A.Md., <b>120,00</b>")
    assert cast.wayan.sees("(seri)")
    await proposes(cast.wayan, "1. Sari")
    assert cast.wayan.sees("Menunggu keputusan pimpinan.")
    await cast.kepala.says("/penghargaan")
    await cast.kepala.taps("Putuskan: Sari")
    assert cast.kepala.sees("Memangkas waktu layanan")
    await cast.kepala.taps("Setujui")
    assert cast.kepala.sees("Anda akan menetapkan <b>Sari Lestari, A.Md.</b>")
    await cast.kepala.taps("Ya, tetapkan")
    await types_code(cast.kepala)
    assert cast.kepala.sees("Nomor 1/2026")
    await cast.dedi.says("/penghargaan")
    assert cast.dedi.sees("Pegawai Teladan Triwulan III 2026")
    await cast.sari.says("/penghargaan")
    await publishes(cast.kepala, WHY, proven=True)
    await cast.sari.says("/skor")
    assert cast.sari.sees("Nilai <b>120,00</b>, predikat <b>Sangat Baik</b>")
    assert cast.sari.sees("Jumlah: 72,00 + 48,00 = <b>120,00</b>")
    await cast.sari.taps("Sudah saya terima")
    await cast.sari.taps("Mengapa?")
    assert cast.sari.sees("Kolaborasi, Kepuasan masyarakat")
    with cast.database.transaction() as session:
        award = session.exec(select(Award)).one()
        assert (award.employee_id, award.given_by) == (cast.ids["sari"], cast.ids["kepala"])
        keys = set(session.exec(select(Letter.key)))
        assert {f"awards.won/{award.id}", f"awards.decided/{award.proposal_id}"} <= keys
        kinds = ("propose_award", "decide_award")
        duties = session.exec(select(Duty).where(Duty.kind.in_(kinds))).all()  # type: ignore[attr-defined]
        assert {duty.kind for duty in duties if duty.done_at} == set(kinds)
