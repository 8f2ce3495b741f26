"""Guides name only commands that the bot has and labels that people can read in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.main import get_command

from bot.__main__ import app
from bot.settings import Settings
from handlers.conversations import whole_table

ROOT = Path(__file__).parents[1]
GUIDES = sorted((ROOT / "docs").glob("panduan-*.md"))
PAGES = [*GUIDES, ROOT / "README.md", ROOT / "docs" / "meja-kepegawaian.md"]
CATALOGUE = ROOT / "locales" / "id" / "LC_MESSAGES" / "messages.po"
QUOTED = re.compile(r"`([^`]+)`")
LINKED = re.compile(r"(?:\]\(|src=\")([^)\"]+)[)\"]")
FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
LABEL = re.compile(r"[A-Z][a-z]")
SETTING = re.compile(r"[A-Z]+(?:_[A-Z]+)+")
TARGETS = re.compile(r"^([a-z]+):", re.MULTILINE)
BESIDE_THE_BOT = {
    "/healthz", "/readyz", "/metrics",  # the process's own pages
    "Ahli Pertama", "Pengawas",  # cells of a roster
    "Setujui rencana …",  # a label with a name in it
    "English",
}  # fmt: skip
REFUSED = re.compile(r"raise Refused\([^\"]+\"([a-z_]+)\"\)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_command_label_and_link_of_a_page_is_there(page: Path) -> None:
    text = FENCED.sub("", page.read_text(encoding="utf-8"))
    known = whole_table().commands
    said = CATALOGUE.read_text(encoding="utf-8")
    pages = sorted((ROOT / "sandbox" / "page").glob("*.*"))
    shown = "" if page in GUIDES else "".join(one.read_text("utf-8") for one in pages)
    for quoted in set(QUOTED.findall(text)) - BESIDE_THE_BOT:
        first, *rest = quoted.split()
        if quoted.startswith("/"):
            assert first[1:] in known, quoted
        elif first == "teladan" and rest:
            assert rest[0] in get_command(app).commands, quoted  # type: ignore[attr-defined]
        elif first == "make" and rest:
            assert rest[0] in TARGETS.findall((ROOT / "Makefile").read_text("utf-8")), quoted
        elif SETTING.fullmatch(quoted):
            assert quoted.lower() in Settings.model_fields, quoted
        elif LABEL.match(quoted) or page in GUIDES:
            assert f'msgstr "{quoted}"' in said or quoted in shown, quoted
    for link in LINKED.findall(text):
        if not link.startswith(("http", "#")):
            file, _, anchor = link.partition("#")
            assert (page.parent / file).exists(), link
            assert not anchor or anchor in anchors(page.parent / file), link


def anchors(page: Path) -> set[str]:
    """Where headings of a page are led to, as GitHub writes them."""
    found = HEADING.findall(page.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w -]", "", one.lower()).replace(" ", "-") for one in found}


def test_the_operators_page_explains_every_code_of_a_refused_joining() -> None:
    page = (ROOT / "docs" / "mengawasi.md").read_text(encoding="utf-8")
    joining = ROOT / "bot" / "actions" / "joining"
    ways_in = [joining / name for name in ("claims.py", "codes.py", "proofs.py", "changes.py")]
    ways_in.append(ROOT / "bot" / "actions" / "desk" / "claims.py")
    found = {code for file in ways_in for code in REFUSED.findall(file.read_text("utf-8"))}
    assert len(found) > 10
    assert [code for code in sorted(found) if f"`{code}`" not in page] == []


def test_the_readme_leads_to_every_guide() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(GUIDES) == 5
    assert all(f"docs/{guide.name}" in readme for guide in GUIDES)
