"""HR appoints heads of units, and sees who is away and where the quarter stands."""

from __future__ import annotations

from datetime import date

from sqlmodel import select

from storage import absences
from storage.agreement import Kind, findings
from storage.audit import Reader
from storage.grants import Grant
from tests.cast import Cast
from tests.conversations.test_desk_moving import search_keys
from tests.conversations.test_roster import fits, of
from tests.factors import types_code


async def test_a_head_is_appointed_in_place_of_another(cast: Cast) -> None:
    search_keys(cast)
    maya, layanan = cast.maya, cast.units["Layanan"]
    with cast.database.transaction() as session:
        session.add(
            Grant(
                employee_id=cast.ids["budi"], role="pimpinan", unit_id=layanan,
                since=date(2026, 1, 1),
            )
        )  # fmt: skip
    await maya.says("/admin")
    await maya.taps("Data pegawai")
    await maya.taps("Unit dan pimpinan")
    fits(maya)
    await maya.says("layanan")
    assert maya.sees("Pimpinan: Budi Santoso, S.Sos.")
    await maya.taps("Tetapkan pimpinan")
    await maya.says("Wayan")
    await maya.taps("1. Ni Wayan")
    assert maya.sees("Sampai sekarang: Budi Santoso, S.Sos.")
    fits(maya)
    await maya.taps("Ya, tetapkan")
    await types_code(maya)
    assert maya.sees("Pimpinan: Ni Wayan Astuti, S.E.")
    today = maya.office.clock.now().date()
    with cast.database.transaction() as session:
        held = {
            one.employee_id: one.until
            for one in session.exec(select(Grant).where(Grant.unit_id == layanan))
        }
        assert held[cast.ids["wayan"]] is None
        assert held[cast.ids["budi"]] is not None
        assert {one.employee_id for one in of(session, "roster.roles_changed")} == {
            cast.ids["rina"]
        }
        reader = Reader(session.connection())
        found = list(findings(reader, cast.database.vault, today))
        standing = {one.about for one in found if one.kind is Kind.STANDING}
        assert str(cast.ids["wayan"]) not in standing
        assert str(cast.ids["budi"]) not in standing


async def test_nobody_appoints_themself(cast: Cast) -> None:
    vault, layanan = cast.database.vault, cast.units["Layanan"]
    await cast.maya.opens(f"desk.head_check/{layanan}/{cast.ids['maya']}", vault)
    assert cast.maya.sees("tidak tersedia")


async def test_who_is_away_is_listed(cast: Cast) -> None:
    first, last = date(2026, 8, 10), date(2026, 8, 20)
    with cast.database.transaction() as session:
        by = cast.ids["rina"]
        absences.add_absence(session, cast.ids["sari"], first, last, "annual", by)
        absences.add_mandate(session, cast.ids["budi"], cast.ids["wayan"], "plh", first, last, by)
    await cast.maya.says("/admin")
    await cast.maya.taps("Periode & skema")
    fits(cast.maya)
    await cast.maya.taps("Cuti dan mandat")
    assert cast.maya.sees("Sari Lestari, A.Md.")
    assert cast.maya.sees("Ni Wayan Astuti")
    fits(cast.maya)
    assert cast.maya.button("Cari pegawai")
    await cast.maya.taps("2. Sari Lestari")
    assert cast.maya.sees("Sari Lestari, A.Md.")
