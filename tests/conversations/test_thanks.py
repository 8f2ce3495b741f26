"""Thanks: given within the week's allowance, private by default, counted only with consent."""

from __future__ import annotations

import ast
from pathlib import Path

from bot.rules.authority import Role
from storage.grants import Grant
from tests.cast import JOINED, Cast
from tests.kit import Person

ROOT = Path(__file__).parents[2]
SAID = "Membantu saya menata arsip sampai malam."


async def gives(giver: Person, name: str, value: str = "Kolaboratif") -> None:
    await giver.says("/apresiasi")
    await giver.taps("Ucapkan terima kasih")
    await giver.says(name)
    await giver.taps("1. ")
    await giver.taps(value)
    await giver.says(SAID)
    assert giver.sees("dapat mengizinkan semua orang membacanya")
    await giver.taps("Kirim")


async def test_a_word_of_thanks_is_private_until_its_receiver_shows_it(opened: Cast) -> None:
    cast, sari, dedi, budi = opened, opened.sari, opened.dedi, opened.budi
    await gives(sari, "dedy pratama")
    assert sari.sees("Sisa ucapan minggu ini: 2 dari 3.")
    await dedi.says("/apresiasi")
    await dedi.taps("Terima kasih untuk saya")
    await dedi.taps("Sari Lestari")
    assert dedi.sees(f"<i>{SAID}</i>")
    for key in ("budi", "maya", "kepala", "sari"):
        await cast.people[key].opens("thanks.one/1", cast.database.vault)
        assert cast.people[key].sees("tidak tersedia untuk Anda"), key
        await cast.people[key].says("/apresiasi")
        assert SAID not in cast.people[key].screen
    await budi.taps("Pegawai saya")
    assert budi.sees("3 orang menyimpannya untuk diri sendiri.")
    await dedi.opens("thanks.mine/0", cast.database.vault)
    await dedi.taps("Atasan boleh menghitung")
    await budi.opens("thanks.team", cast.database.vault)
    assert budi.sees("• Dedi Pratama: 1")
    await dedi.opens("thanks.one/1", cast.database.vault)
    await dedi.taps("Boleh dibaca semua")
    await budi.says("/apresiasi")
    assert budi.sees(f"• Sari Lestari → Dedi Pratama, Kolaboratif: <i>{SAID}</i>")


async def test_a_week_has_an_end_and_arrangements_are_seen(opened: Cast) -> None:
    cast, sari, dedi = opened, opened.sari, opened.dedi
    for one, other in ((sari, "Dedi Pratama"), (dedi, "Sari Lestari")):
        for _ in range(3):
            await gives(one, other)
    assert "[Ucapkan terima kasih]" not in sari.screen
    await sari.opens("thanks.whom", cast.database.vault)
    assert sari.sees("Mulai Senin Anda dapat berterima kasih lagi.")
    with cast.database.transaction() as session:  # an officer of another unit
        where = cast.units["Jayapura"]
        session.add(
            Grant(employee_id=cast.ids["yosef"], role=Role.HR, unit_id=where, since=JOINED.date())
        )
    await cast.yosef.says("/apresiasi")
    await cast.yosef.taps("Pola mencolok")
    assert "Sari Lestari" not in cast.yosef.screen
    await cast.maya.says("/apresiasi")
    await cast.maya.taps("Pola mencolok")
    assert cast.maya.sees("• Sari Lestari dan Dedi Pratama saling berterima kasih 3 kali.")
    assert SAID not in cast.maya.screen
    await cast.budi.opens("thanks.watch", cast.database.vault)
    assert cast.budi.sees("tidak tersedia untuk Anda")


def test_no_score_knows_of_thanks() -> None:
    """Only their own files, the table of contents, and the scheme's shape name them."""
    allowed = {
        "bot/actions/home.py", "bot/office/seed.py", "bot/office/thanking.py",
        "bot/rules/schemes/shape.py", "bot/texts/home.py", "bot/texts/thanks.py",
        "handlers/conversations.py", "handlers/thanks.py", "storage/scheme_files.py",
        "bot/actions/thanks/__init__.py", "bot/actions/thanks/giving.py",
        "bot/actions/thanks/reading.py", "bot/actions/personal/ending.py",
        "storage/agreement/__init__.py", "storage/agreement/thanks.py",
        "storage/personal/erasing.py", "storage/personal/unsent.py",
        "bot/actions/personal/erasing.py",
        "bot/actions/surveys/officers.py",  # only its words for finding somebody
    }  # fmt: skip
    found = set()
    for room in ("bot", "handlers", "storage"):
        for file in (ROOT / room).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.ImportFrom):
                    names = {f"{node.module}.{one.name}" for one in node.names}
                    if any("thanks" in name.split(".") for name in names | {node.module or ""}):
                        found.add(str(file.relative_to(ROOT)))
    assert found - allowed == set()
