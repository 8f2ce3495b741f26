"""Every letter and sentence of joining, desk and roster: short, Indonesian, nothing personal."""

from __future__ import annotations

import ast
import json
from datetime import UTC, timedelta
from pathlib import Path

import pytest
from sqlmodel import select

from bot.texts.language import _
from handlers.conversations import whole_table
from handlers.letters import render
from storage.outbox import Letter
from tests.cast import PEOPLE, Cast
from tests.conversations.test_joining import PHONE, claims, invite, lets_in, newcomer
from tests.kit import Office

TEXTS = Path(__file__).parents[2] / "bot" / "texts"
SAME = {"{name}\n{post}\n{unit}", "unit", "final"}


@pytest.mark.parametrize("module", ["joining", "desk", "roster"])
def test_every_sentence_is_in_the_catalogue(module: str) -> None:
    files = [TEXTS / f"{module}.py", *(TEXTS / module).glob("*.py")]
    trees = [ast.parse(file.read_text()) for file in files if file.exists()]
    ids = [
        node.args[0].value
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "_"
        and isinstance(node.args[0], ast.Constant)
    ]
    assert ids
    assert [one for one in ids if _(str(one)) == one and one not in SAME] == []


async def test_letters_say_what_waits_and_nothing_personal(cast: Cast, office: Office) -> None:
    await claims(office.person(501, "D"), newcomer(cast, "dedi"))
    await office.person(501, "D").shares_contact(PHONE)
    await claims(office.person(502, "S"), invite(cast, "sari"))
    await claims(office.person(503, "W"), invite(cast, "wayan"))
    await cast.sari.opens("joining.superior", cast.database.vault)
    await cast.sari.says("Bu Wayan")
    later = office.clock.now().astimezone(UTC) + timedelta(minutes=5)
    seen = set()
    with cast.database.transaction() as session:
        lets_in(session, "sari", office.clock.now())
        for letter in session.exec(select(Letter)).all():
            out = render(whole_table().letters, session, letter, later)
            if out is None:
                continue
            seen.add(letter.template)
            drawn = out.drawn
            assert len(drawn.text) < 900
            for _who, name, nip, *_rest in PEOPLE.values():
                assert nip not in drawn.text
                assert name not in drawn.text or letter.template == "joining.welcome"
            assert "name" not in json.loads(letter.facts)
    assert seen == {
        "joining.welcome", "joining.joined", "joining.changed", "joining.moved",
        "joining.waiting", "joining.changing", "joining.superior_reported",
    }  # fmt: skip
