"""Guides name only commands that the bot has and labels that people can read in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from handlers.conversations import whole_table

ROOT = Path(__file__).parents[1]
GUIDES = sorted((ROOT / "docs").glob("panduan-*.md"))
CATALOGUE = ROOT / "locales" / "id" / "LC_MESSAGES" / "messages.po"
QUOTED = re.compile(r"`([^`]+)`")
LINKED = re.compile(r"(?:\]\(|src=\")([^)#\"]+)[)\"]")


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.stem)
def test_every_command_label_and_link_of_a_guide_is_there(guide: Path) -> None:
    text = guide.read_text(encoding="utf-8")
    commands = whole_table().commands
    said = CATALOGUE.read_text(encoding="utf-8")
    for quoted in QUOTED.findall(text):
        if quoted.startswith("/"):
            assert quoted[1:] in commands, quoted
        else:
            assert f'msgstr "{quoted}"' in said, quoted
    for link in LINKED.findall(text):
        assert (guide.parent / link).exists(), link


def test_the_readme_leads_to_every_guide() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(GUIDES) == 5
    assert all(f"docs/{guide.name}" in readme for guide in GUIDES)
