"""Canaries in NIP, telephones and free text: none in a masked extract, whatever its form."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select, update

from bot.actions import exports
from bot.documents import listing, sheet, typesetting
from bot.office.desk import NOW
from storage.columns import Sealed
from storage.periods import Period
from storage.tables import METADATA
from tests.canaries.planted import NIP, PHONE, TEXT, found
from tests.office.conftest import Made

WIB = ZoneInfo("Asia/Jakarta")
OWN = {("employee", "nip"): NIP, ("employee", "phone"): PHONE}
MEANT = {("forum", "topic")}
"""What an extract is of: the meeting by its name."""
CALLED = {"calls": {PHONE, PHONE.removeprefix("+")}}
"""A call list is for calling."""


def plant(made: Made) -> int:
    """A canary in every sealed column of every row; how many columns."""
    planted = 0
    with made.database.transaction() as session:
        for table in METADATA.sorted_tables:
            columns = [one for one in table.columns if isinstance(one.type, Sealed)]
            values = {
                one.name: OWN.get((table.name, one.name), TEXT)
                for one in columns
                if (table.name, one.name) not in MEANT
            }
            if values:
                planted += len(values)
                session.connection().execute(update(table).values(values))
    return planted


def test_no_canary_is_in_a_masked_extract(own: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    assert plant(own) > 50
    typed: list[str] = []

    def draw(template: str, said: dict[str, str], at: object) -> bytes:
        typed.extend([template, *said.values()])
        return b""

    monkeypatch.setattr(typesetting, "pdf", draw)
    with own.database.transaction(reading=True) as session:
        newest = session.execute(
            select(Period.id).where(Period.year == 2026, Period.quarter == 2)  # type: ignore[call-overload]
        ).scalar_one()
        for kind in exports.KINDS:
            which = newest if kind == "results" else 2026
            made = exports.extract(session, kind, which, None, WIB, full=False)
            assert made.lines, kind
            typed.clear()
            listing.pdf("", made.title, "", made.columns, made.lines, NOW)
            forms = {
                "csv": sheet.csv(made.columns, made.lines),
                "xlsx": b"".join(_parts(sheet.xlsx(made.title, made.columns, made.lines))),
                "pdf": "".join(typed).encode(),
            }
            assert "********" in forms["pdf"].decode()
            for form, content in forms.items():
                assert found(content) <= CALLED.get(kind, set()), f"{kind}.{form}"
        whole = exports.extract(session, "people", 0, None, WIB, full=True)
        assert found(sheet.csv(whole.columns, whole.lines)) == {NIP}


def _parts(book: bytes) -> Iterator[bytes]:
    with zipfile.ZipFile(io.BytesIO(book)) as parts:
        yield from map(parts.read, parts.namelist())
