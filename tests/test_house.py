"""The house in order: names meet, sentences are translated, modules know only their neighbours."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.actions import home
from bot.texts.home import DOORS
from handlers.conversations import guest_table, whole_table
from handlers.practice import inside
from tests.catalogue import faults

ROOT = Path(__file__).parents[1]
ROOMS = ("bot", "handlers", "storage", "sandbox")
PLANNED = {
    "start", "menu", "prestasi", "nilai", "panel", "skor", "laporan", "forum", "penghargaan",
    "admin", "pengaturan", "bantuan", "batal", "terbit",
}  # fmt: skip


def modules() -> Iterator[Path]:
    for room in ROOMS:
        yield from sorted((ROOT / room).rglob("*.py"))


def named_places() -> Iterator[tuple[str, str]]:
    """Every literal name given to `place(…)` or `Place(…)`, with where it stands."""
    for file in modules():
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
                first = node.args[0]
                if node.func.id in {"place", "Place"} and isinstance(first, ast.Constant):
                    yield str(first.value), f"{file.relative_to(ROOT)}:{node.lineno}"


def test_every_named_place_exists() -> None:
    tables = (whole_table(), guest_table(), inside(whole_table()))
    known = {
        name
        for table in tables
        for part in (table.places, table.acts, table.typed, table.sent)
        for name in part
    }
    lost = [(name, where) for name, where in named_places() if name not in known]
    assert lost == []


def test_every_command_of_this_version_is_offered() -> None:
    assert whole_table().commands.keys() >= PLANNED


def test_every_door_leads_somewhere_and_is_explained() -> None:
    table = whole_table()
    for name, _ in home.DOORS:
        assert name in table.places
        label, line = DOORS[name]
        assert 0 < len(label) <= 24
        assert line


def test_every_sentence_is_translated() -> None:
    assert list(faults()) == []


@pytest.mark.parametrize("file", list(modules()), ids=lambda file: str(file.relative_to(ROOT)))
def test_every_module_says_what_it_is_for(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    if "versions" not in file.parts and tree.body:
        assert ast.get_docstring(tree), "a module begins with one line that says what it is for"


def test_nobody_counts_working_days_but_by_those_that_the_office_put_in() -> None:
    """What is reckoned without them is for the package itself, and for the invented office."""
    reckoned = {"calendar_around", "calendar_for", "holiday_name", "fasting", "days_off"}
    for file in modules():
        inside = file.relative_to(ROOT)
        if inside.parts[:3] == ("bot", "actions", "holidays") or inside.parts[1] == "office":
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module == "bot.actions.holidays":
                named = {one.name for one in node.names} & reckoned
                assert not named or inside.name == "mornings.py", (inside, named)


def test_rules_know_no_clock() -> None:
    """`bot.rules` takes dates as arguments."""
    for file in sorted((ROOT / "bot" / "rules").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute):
                assert (
                    node.attr not in {"now", "today", "utcnow"}
                    or not isinstance(node.value, ast.Name)
                    or node.value.id not in {"date", "datetime"}
                ), file


def test_only_storage_writes_queries() -> None:
    """Elsewhere sqlmodel gives the type of a session and nothing more."""
    for room in ("bot", "handlers"):
        for file in sorted((ROOT / room).rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.ImportFrom) and node.module == "sqlmodel":
                    assert [name.name for name in node.names] == ["Session"], file
