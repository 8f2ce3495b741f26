"""Codes in what people type, masks, and who waits."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.rules import joining

CODE = "AbCdEfGhIjKlMnOpQr_-34"
NOW = datetime(2026, 8, 12, 3, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [CODE, f"/start {CODE}", f"https://t.me/Bot?start={CODE}", f"Kode: {CODE}.", f" {CODE}\n"],
)
def test_a_code_is_found_where_people_put_it(text: str) -> None:
    assert joining.find_code(text) == CODE


@pytest.mark.parametrize(
    "text", ["", "halo", CODE[:-1], CODE + "x", "x" * 5000, "198001012005011002"]
)
def test_what_is_no_code_is_none(text: str) -> None:
    assert joining.find_code(text) is None


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("Sari Lestari, A.Md.", "S*** L******"),
        ("Drs. H. Budi, M.Si.", "B***"),
        ("I Made Ari", "I M*** A**"),
        ("Sukarno", "S******"),
    ],
)
def test_names_are_masked_without_titles(name: str, masked: str) -> None:
    assert joining.masked_name(name) == masked


@pytest.mark.parametrize(("changes", "decides"), [(False, False), (True, False), (False, True)])
def test_only_a_decider_who_moves_waits(changes: bool, decides: bool) -> None:
    assert joining.active_from(NOW, changes=changes, decides=decides) is None
    assert joining.active_from(NOW, changes=True, decides=True) == NOW + timedelta(hours=24)
