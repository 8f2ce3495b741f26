"""Planned results of the running quarter: agreed by most, waiting or returned for a few."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal

from bot.actions.expectations.proposing import decided
from bot.office.deeds import Deed
from bot.office.desk import Office
from bot.office.people import LATE
from bot.rules.achievements import State as DeedState
from bot.rules.expectations import State
from bot.rules.figures import Counting
from storage import audit, duties, expectations
from storage.contributions import Contribution
from storage.duties import DutyKind
from storage.expectations import PlannedResult, PlannedWording
from storage.periods import Period

Plan = tuple[str, str, str, str, Counting]
MORE, LESS = Counting.TOTAL_MORE, Counting.LAST_LESS
SERVICE, OFFICE_WORK = "kualitas_pelayanan", "penyelesaian_administrasi"
LEADING: Sequence[Plan] = (
    ("Janji layanan baru berlaku di semua loket", SERVICE, "6", "loket", MORE),
    ("Tunggakan berkas seksi tuntas sebelum Desember", "produktivitas", "120", "berkas", MORE),
)
DESK: Sequence[Plan] = (
    ("Waktu tunggu pemohon di loket paling lama 20 menit", SERVICE, "20", "menit", LESS),
    ("Berkas selesai tanpa dikembalikan ke pemohon", "produktivitas", "60", "berkas", MORE),
)
FIELD: Sequence[Plan] = (
    ("Warga di luar kota terlayani tanpa datang ke kantor", SERVICE, "240", "warga terlayani",
     MORE),
    ("Kader posyandu memahami alur permohonan", "produktivitas", "40", "kader paham", MORE),
)  # fmt: skip
SYSTEM: Sequence[Plan] = (
    ("Gangguan aplikasi layanan pulih paling lama empat jam", "produktivitas", "4", "jam", LESS),
    ("Pegawai loket mengikuti klinik aplikasi setiap Rabu", "inovasi", "8", "pertemuan", MORE),
)
PAPER: Sequence[Plan] = (
    ("Berkas lama dialihmediakan dan dapat dicari", OFFICE_WORK, "150", "berkas", MORE),
    ("Laporan bulanan terkirim tanpa catatan perbaikan", OFFICE_WORK, "3", "laporan", MORE),
)
POSTS: Sequence[tuple[str, Sequence[Plan]]] = (
    ("Kepala", LEADING), ("Sekretaris", LEADING), ("Komputer", SYSTEM), ("Penyuluh", FIELD),
    ("Loket", DESK), ("Pengelola", DESK), ("Penelaah", DESK),
)  # fmt: skip
ELDERLY: Plan = (
    "Pemohon lanjut usia didampingi sampai selesai", SERVICE, "120", "pemohon", MORE,
)  # fmt: skip
REMEMBERED = ("budi", "sari")  # whose plans of the quarters before are kept
WAITING, RETURNED, CHANGING = "lain7", "agus", "sari"
NOTE = "Mohon targetnya disesuaikan dengan jumlah surat yang masuk, lalu ajukan kembali."
WHY = "Loket prioritas kini dibuka setiap hari, jadi targetnya dapat dinaikkan."
PROPOSED, AGREED = date(2026, 10, 7), date(2026, 10, 9)
LATELY, YESTERDAY = date(2026, 11, 6), date(2026, 11, 9)


def plan(office: Office, period: Period) -> dict[str, list[PlannedWording]]:
    """Everybody but the newcomers has proposed; what each has planned, by key."""
    made: dict[str, list[PlannedWording]] = {}
    for key in sorted(office.members, key=lambda one: _depth(office, one)):
        if key in LATE:
            continue
        above = made.get(office.members[key].superior, [])
        made[key] = [_write(office, period, key, one, above) for one in _of_post(office, key)]
        duties.done(
            office.session, DutyKind.PLAN, office.at(key, PROPOSED, 10),
            owner_id=office.ids[key], period_id=period.id or 0,
        )  # fmt: skip
    _change(office, made[CHANGING][-1])
    return made


def look_back(office: Office, period: Period) -> dict[str, list[PlannedWording]]:
    """What a few had agreed in a quarter that is over, by key."""
    days = (period.opens_on + timedelta(6), period.opens_on + timedelta(8))
    made: dict[str, list[PlannedWording]] = {}
    for key in REMEMBERED:
        above = made.get(office.members[key].superior, [])
        made[key] = [
            _write(office, period, key, one, above, days) for one in _of_post(office, key)
        ]
    return made


def _depth(office: Office, key: str) -> int:
    superior = office.members[key].superior
    return 1 + _depth(office, superior) if superior else 0


def _of_post(office: Office, key: str) -> Sequence[Plan]:
    post = office.members[key].post
    own = next((plans for word, plans in POSTS if word in post), PAPER)
    return (*own, ELDERLY) if key == CHANGING else own


def _write(
    office: Office, period: Period, key: str, one: Plan, above: Sequence[PlannedWording],
    days: tuple[date, date] = (PROPOSED, AGREED),
) -> PlannedWording:  # fmt: skip
    text, indicator, target, unit, counting = one
    late = key in (WAITING, RETURNED)
    at = office.at(key, LATELY if late else days[0], 10)
    planned = PlannedResult(
        period_id=period.id or 0, employee_id=office.ids[key], created_at=at
    )  # fmt: skip
    office.session.add(planned)
    office.session.flush()
    row = PlannedWording(
        planned_id=planned.id or 0, text=text, indicator=indicator, target=target, unit=unit,
        counting=counting, supports_id=above[0].planned_id if above else None, round=1,
        state=State.PROPOSED, written_at=at, proposed_at=at,
    )  # fmt: skip
    _keep(office, row)
    if key == WAITING:
        return row
    superior = office.members[key].superior
    by = office.ids[superior or key]
    answered = office.at(key, YESTERDAY if late else days[1], 11)
    row.state = State.RETURNED if key == RETURNED else State.AGREED
    row.decided_by, row.decided_at = by, answered
    row.note = NOTE if key == RETURNED else ""
    action = "return" if key == RETURNED else "agree" if superior else "declare"
    _testify(office, period, row, office.ids[key], action)
    return row


def _change(office: Office, row: PlannedWording) -> None:
    """A higher target of an agreed one waits for the superior."""
    at = office.at(CHANGING, YESTERDAY, 14)
    kept = ("planned_id", "text", "indicator", "unit", "counting", "supports_id")
    said = {name: getattr(row, name) for name in kept}
    change = PlannedWording(
        **said, edition=2, target="160", reason=WHY, round=2, state=State.PROPOSED,
        written_at=at, proposed_at=at,
    )  # fmt: skip
    _keep(office, change)


def _keep(office: Office, row: PlannedWording) -> None:
    office.session.add(row)
    office.session.flush()


def _testify(
    office: Office, period: Period, row: PlannedWording, employee_id: int, action: str
) -> None:
    """The entry that the product writes of a decision."""
    office.session.flush()
    found = expectations.wording(office.session, row.id or 0)
    assert found is not None
    assert row.decided_at is not None
    audit.record(
        office.session, row.decided_at, row.decided_by, f"expectations.{action}",
        f"wording/{row.id}", decided(office.session, found[1], period, employee_id),
    )  # fmt: skip


def count(
    office: Office, made: Mapping[str, Sequence[PlannedWording]], done: Sequence[Deed]
) -> None:
    """What was measured in the unit of an agreed planned result counts for it."""
    for deed in done:
        if deed.sent is None or deed.state not in (DeedState.APPROVED, DeedState.SUBMITTED):
            continue
        for row in made.get(deed.owner, ()):
            if row.state == State.AGREED and row.unit == deed.told.unit:
                _tie(office, deed, row, deed.sent)


def _tie(office: Office, deed: Deed, row: PlannedWording, at: datetime) -> None:
    before, after = Decimal(deed.told.before or 0), Decimal(deed.told.after)
    amount = abs(after - before) if Counting(row.counting).sums else after
    office.session.add(
        Contribution(
            achievement_id=deed.number, planned_id=row.planned_id, amount=str(amount), tied_at=at
        )
    )
    facts = {"planned": row.planned_id, "amount": str(amount)}
    about, owner = f"achievement/{deed.number}", office.ids[deed.owner]
    audit.record(office.session, at, owner, "expectations.count", about, facts)
    office.session.flush()
