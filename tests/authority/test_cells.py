"""Every cell of role, action, relation and state, and what no roles together may come to."""

from __future__ import annotations

from itertools import combinations

import pytest

from bot.rules.achievements import State
from bot.rules.authority import TABLE, Relation, Role, allows
from storage import accounts, forums, proposals
from tests.authority.expectation import read

EXPECTED = read()
STATES = sorted(
    {
        "", "none", "sent", "visible", "nonsense", *map(str, State),
        forums.DRAFT, forums.OPEN, forums.CANCELLED,
        accounts.CLAIMED, accounts.ACTIVE, accounts.SUSPENDED, accounts.ENDED,
        "employee", "superior", "reviewer", "hr",
        proposals.DRAFT, proposals.WAITING, proposals.APPROVED, proposals.REJECTED,
    }
)  # fmt: skip
UNIONS = [frozenset(held) for size in range(len(Role) + 1) for held in combinations(Role, size)]
DECIDING = (
    "achievements.rate", "achievements.rate_instead", "achievements.review", "appraisals.rate",
    "appraisals.read", "appraisals.assess", "awards.propose", "awards.decide", "awards.read",
    "desk.approve", "panel.calibrate", "panel.case", "panel.sign",
    "desk.decline", "desk.invite", "desk.suspend", "desk.decide_report", "desk.record_leave",
    "desk.record_mandate", "desk.end_leave", "desk.end_mandate", "factors.reset",
    "publication.sign", "supplements.read", "supplements.sign", "receipts.record",
    "objections.decide", "objections.name",
    "personal.confirm_breach",
    "corrections.propose", "corrections.read", "corrections.decide",
    "expectations.agree",
)  # fmt: skip


def test_the_expectation_and_the_table_name_the_same_actions() -> None:
    assert sorted(EXPECTED) == sorted(TABLE)


@pytest.mark.parametrize("action", sorted(EXPECTED))
def test_every_cell_is_as_expected(action: str) -> None:
    deviations = [
        f"{action}: {relation}, {sorted(held) or 'no role'}, state {state!r}: "
        f"{'expected' if expected else 'allowed against expectation'}"
        for relation, cell in EXPECTED[action].items()
        for held in UNIONS
        for state in STATES
        if allows(action, relation, held, state) is not (expected := cell.allows(held, state))
    ]
    assert not deviations, "\n".join(deviations)


def test_all_relations_stand_in_the_expectation() -> None:
    assert {frozenset(row) for row in EXPECTED.values()} == {frozenset(Relation)}
    assert len(EXPECTED) * len(Relation) * len(UNIONS) * len(STATES) > 100_000


FOR_ALL = {"awards.list", "awards.nominate", "stories.read"}
"""An honour is for all to see, and anybody may say of anybody that they deserve it."""


@pytest.mark.parametrize("action", [*TABLE, "nothing.such", ""])
def test_who_has_no_line_is_denied(action: str) -> None:
    if action not in TABLE:
        assert not any(
            allows(action, relation, held, state)
            for relation in Relation
            for held in UNIONS
            for state in STATES
        )
    elif action not in FOR_ALL:
        assert not allows(action, Relation.OTHER, frozenset(), "")


@pytest.mark.parametrize("action", DECIDING)
def test_nobody_decides_about_themself_whatever_roles_they_hold(action: str) -> None:
    assert not any(
        allows(action, Relation.SELF, held, state) for held in UNIONS for state in STATES
    )


def test_a_guest_reaches_nothing_but_the_way_in_papers_and_surveys() -> None:
    reached = {
        action
        for action in TABLE
        for held in UNIONS
        for state in STATES
        if allows(action, Relation.GUEST, held, state)
    }
    assert reached == {
        "joining.enter",
        "joining.welcome",
        "joining.object",
        "personal.guest",
        "certificates.check",
        "surveys.answer",
    }


def test_what_is_decided_about_an_achievement_stays() -> None:
    """After the decision nobody changes it; only what was returned goes back to its owner."""
    changing = [f"achievements.{verb}" for verb in ("edit", "send", "withdraw", "rate", "delete")]
    for state in (State.APPROVED, State.REJECTED, State.WITHDRAWN):
        for action in (*changing, "achievements.rate_instead"):
            for relation in Relation:
                assert not any(allows(action, relation, held, state) for held in UNIONS)
