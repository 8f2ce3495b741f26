"""The list of rules that can be tested names tests that exist; the program decides nothing."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LIST = ROOT / "docs" / "aturan-teruji.md"
ROWS = 16

# What the program writes down by itself, and why nobody's rights hang on it.
BY_ITSELF = {
    "achievements.submit": "an employee has sent it; the files were examined meanwhile",
    "awards.close": "a vote of people is counted",
    "awards.reopen": "the first place may not be given the award; people vote or compare again",
    "awards.pass_on": "a head has refused the first; who comes next by the votes of people",
    "awards.open": "a date of the scheme has come",
    "awards.vote_begins": "a date of the scheme has come",
    "broadcasts.finish": "what HR sent has arrived everywhere it can",
    "breach.overdue": "heads are told that a notice waits too long",
    "certificates.use_key": "an operator brought a key",
    "desk.fail_move": "a move that HR recorded cannot take place; HR is told",
    "evidence.refuse": "a file could not be read",
    "exhibits.refuse": "a file could not be read",
    "exports.take": "an operator took data out, with a purpose",
    "forums.promote": "a seat of a waiting list became free",
    "groups.left": "somebody removed the bot from a group; its announcements go elsewhere",
    "mentoring.lapse": "a pair that nobody answered",
    "operator.restore": "an operator brought a backup",
    "panel.close": "views of people are counted; a head signs what follows",
    "panel.outdated": "views are asked for again",
    "peers.close": "answers of people are put away",
    "peers.draw": "who is asked, by lot",
    "peers.drawn": "who is asked, by lot",
    "peers.redrawn": "who is asked, by lot",
    "peers.take_back": "who is asked, by lot",
    "periods.close": "ratings of people are added up; a head publishes",
    "periods.make": "a date of the scheme has come",
    "periods.pin": "the scheme that two people approved is kept for a quarter",
    "periods.turn": "a date of the scheme has come",
    "personal.expire": "what the agency keeps no longer goes; the head set the years",
    "personal.overdue": "HR is told that a request waits too long",
    "schemes.install": "what the program came with",
    "surveys.pin": "what citizens answered is added up; a head publishes",
    "surveys.suspect": "answers wait for HR, who decides whether they count",
    "surveys.tell": "a citizen hears what people improved",
    "trainings.list": "a place on a waiting list, by the time of applying",
    "trainings.solve": "a proposal; HR confirms it",
    "trainings.unsolved": "there is no proposal",
}


def rows() -> Iterator[tuple[int, str]]:
    for line in LIST.read_text(encoding="utf-8").splitlines():
        if found := re.match(r"\| (\d+) \|.*\| (.*) \|$", line):
            yield int(found[1]), found[2]


def test_every_rule_has_its_row() -> None:
    assert [number for number, _ in rows()] == list(range(1, ROWS + 1))


@pytest.mark.parametrize(("number", "said"), list(rows()))
def test_every_test_that_is_named_exists(number: int, said: str) -> None:
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", said)
    assert named, number
    for file, function in named:
        tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
        kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
        assert function in {one.name for one in tree.body if isinstance(one, kinds)}, function


def recorded_by_nobody() -> Iterator[tuple[str, str]]:
    """Every `audit.record(session, when, None, …)` of the product: what it says, and where."""
    for file in sorted((ROOT / "bot").rglob("*.py")):
        if "office" in file.relative_to(ROOT).parts:
            continue  # the invented office tells what its people did
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
                continue
            if ast.unparse(node.func) != "audit.record" or len(node.args) < 4:
                continue
            actor, action = node.args[2], node.args[3]
            if isinstance(actor, ast.Constant) and actor.value is None:
                yield ast.unparse(action).strip("'\""), f"{file.relative_to(ROOT)}:{node.lineno}"


def test_the_program_alone_records_nothing_of_legal_effect() -> None:
    found = dict(recorded_by_nobody())
    named = {one for one in found if re.fullmatch(r"[a-z]+\.[a-z_]+", one)}
    unknown = named - BY_ITSELF.keys()
    assert not unknown, f"say in BY_ITSELF why nobody's rights hang on {unknown}"
    others = found.keys() - named
    assert others <= {"ANCHOR", "SEALED", "f'{of.name}s.refuse"}, others
