"""Acts that ask for the second factor, called directly; wrong codes, lost telephones, changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlmodel import Session, select

from bot.actions import factors, joining
from bot.actions.factors import ProofWanted, State
from bot.actions.me import Me, read_me
from bot.actions.refusals import Refused
from bot.rules.factors import FREE_TRIES
from bot.screens import Place, Press, Went
from storage import audit, claims, recovery_codes
from storage import factors as stored
from storage.accounts import Account, active_of
from storage.audit import AuditEntry
from storage.database import Database
from storage.grants import Grant
from storage.outbox import Letter
from tests.cast import PEOPLE, employ
from tests.conftest import NOW
from tests.factors import KEY, code, prove

HOUR = timedelta(hours=1)
TOKEN = "x" * 22
PRESS = Press(TOKEN, 0)


@dataclass
class Stage:
    database: Database
    ids: dict[str, int]

    def does(self, who: str, act: Callable[..., Any], *args: Any, at: datetime = NOW) -> Any:
        with self.database.transaction() as session:
            return act(session, self.me(session, who, at), *args)

    def me(self, session: Session, who: str, at: datetime = NOW) -> Me:
        me = read_me(session, PEOPLE[who][0], at)
        assert me is not None
        return me

    def types(self, who: str, typed: str, at: datetime = NOW) -> Any:
        return self.does(who, factors.code, TOKEN, 0, typed, at=at)

    def may(self, who: str, at: datetime = NOW) -> bool:
        try:
            self.does(who, factors.demand_proof, at=at)
        except ProofWanted:
            return False
        return True

    def audited(self) -> list[str]:
        with self.database.transaction() as session:
            return list(session.exec(select(AuditEntry.action).order_by("id")))

    def factor(self, who: str) -> stored.Factor:
        with self.database.transaction() as session:
            found = stored.in_use(session, self.ids[who])
        assert found is not None
        return found

    def resets(self, officer: str, who: str, at: datetime = NOW) -> Any:
        with self.database.transaction() as session:
            prove(session, self.ids[officer], at)
        return self.does(officer, factors.reset, self.ids[who], self.factor(who).id, at=at)

    def puts_in(self, who: str, at: datetime = NOW) -> Any:
        self.does(who, factors.begin, at=at)
        secret = self.does(who, factors.new, at=at).secret
        return self.does(who, factors.confirm, code(at, secret=secret), at=at)


@pytest.fixture
def stage(database: Database) -> Stage:
    with database.transaction() as session:
        return Stage(database, employ(session)[1])


def test_a_code_lets_the_press_go_on_and_counts_for_twelve_hours(stage: Stage) -> None:
    assert not stage.may("kepala")
    assert stage.types("kepala", code(NOW)) == PRESS
    assert stage.may("kepala", NOW + 11 * HOUR)
    assert not stage.may("kepala", NOW + 12 * HOUR)
    assert not stage.may("maya")


def test_each_code_is_taken_once_and_none_older(stage: Stage) -> None:
    assert stage.types("kepala", code(NOW)) == PRESS
    for later in (0, -1):
        led = stage.types("kepala", code(NOW, later=later))
        assert isinstance(led, Went)
        assert "sudah dipakai" in led.notice
    assert stage.types("kepala", code(NOW, later=1)) == PRESS
    assert stage.factor("kepala").failures == 0


def test_wrong_codes_are_counted_then_paused_for_longer_and_longer(stage: Stage) -> None:
    now, pauses = NOW, []
    for tried in range(1, FREE_TRIES + 4):
        led = stage.types("kepala", code(now, later=-9), now)
        assert isinstance(led, Went)
        factor = stage.factor("kepala")
        assert factor.failures == tried
        if factor.paused_until is not None:
            pauses.append(factor.paused_until - now)
            stage.types("kepala", code(now), now)  # even the right one
            assert not stage.may("kepala", now)
            asked = stage.does("kepala", factors.ask, TOKEN, 0, at=now)
            assert (asked.state, asked.until) == (State.PAUSED, factor.paused_until)
            now = factor.paused_until
    assert [pause.total_seconds() / 60 for pause in pauses] == [1, 5, 15, 60]
    assert stage.audited() == ["factors.pause"] * 4
    assert stage.types("kepala", code(now), now) == PRESS
    assert stage.factor("kepala").failures == 0


def test_what_cannot_be_a_code_counts_for_nothing(stage: Stage) -> None:
    for typed in ("", "halo", "12345", "/menu"):
        with pytest.raises(Refused):
            stage.types("kepala", typed)
    assert stage.factor("kepala").failures == 0


def test_a_recovery_code_opens_once_and_is_told(stage: Stage) -> None:
    stage.types("rina", code(NOW))
    stage.puts_in("rina")
    shown = stage.does("rina", factors.codes)
    assert len(set(shown)) == 10
    assert stage.types("rina", shown[0].lower(), NOW + 13 * HOUR) == PRESS
    assert stage.may("rina", NOW + 14 * HOUR)
    assert isinstance(stage.types("rina", shown[0], NOW + 13 * HOUR), Went)
    assert stage.does("rina", factors.home, at=NOW).left == 9
    assert stage.does("rina", factors.saved) == Place("factors.home")
    assert list(stage.does("rina", factors.codes)) == []
    assert stage.audited() == ["factors.enrol", "factors.recover"]


def test_another_phone_and_new_codes_want_a_fresh_proof(stage: Stage) -> None:
    assert stage.types("kepala", code(NOW)) == PRESS
    late = NOW + HOUR
    for act in (factors.begin, factors.renew):
        with pytest.raises(ProofWanted):
            stage.does("kepala", act, at=late)
    old = stage.factor("kepala").id
    stage.puts_in("kepala")
    assert stage.factor("kepala").id != old
    assert isinstance(stage.types("kepala", code(late), late), Went)  # of the phone before


def test_a_new_secret_that_nobody_confirms_changes_nothing(stage: Stage) -> None:
    stage.types("kepala", code(NOW))
    stage.does("kepala", factors.begin)
    secret = stage.does("kepala", factors.new).secret
    wrong = stage.does("kepala", factors.confirm, code(NOW, later=-9, secret=secret))
    assert wrong.place == Place("factors.new")
    with pytest.raises(Refused):
        stage.does("kepala", factors.confirm, code(NOW, secret=secret), at=NOW + HOUR)
    assert stage.types("kepala", code(NOW, later=1)) == PRESS


def test_a_lost_phone_is_reset_by_another_and_deciders_wait_a_day(stage: Stage) -> None:
    assert stage.types("kepala", code(NOW)) == PRESS
    led = stage.resets("maya", "kepala")
    assert led.place == Place("desk.person", (stage.ids["kepala"],))
    assert not stage.may("kepala")
    stage.puts_in("kepala", NOW + HOUR)
    assert not stage.may("kepala", NOW + HOUR)
    asked = stage.does("kepala", factors.ask, TOKEN, 0, at=NOW + HOUR)
    assert (asked.state, asked.until) == (State.WAITS, NOW + 24 * HOUR)
    secret = stage.factor("kepala").secret or ""
    at = NOW + 24 * HOUR
    assert stage.types("kepala", code(at, secret=secret), at) == PRESS
    assert stage.may("kepala", at)
    assert stage.audited()[:2] == ["factors.reset", "factors.enrol"]
    with stage.database.transaction() as session:
        told = [(one.template, one.employee_id) for one in session.exec(select(Letter))]
    assert ("factors.was_reset", stage.ids["kepala"]) in told
    assert {who for what, who in told if what == "factors.enrolled"} == {
        stage.ids["maya"], stage.ids["rina"],
    }  # fmt: skip


def test_nobody_resets_the_own_and_only_hr_another(stage: Stage) -> None:
    for officer, who in (("maya", "maya"), ("wayan", "kepala"), ("kepala", "maya")):
        with stage.database.transaction() as session:
            if officer != "wayan":
                prove(session, stage.ids[officer], NOW)
        number = stage.factor(who).id
        with pytest.raises(Refused):
            stage.does(officer, factors.reset, stage.ids[who], number)
    with pytest.raises(ProofWanted):
        stage.does("rina", factors.reset, stage.ids["kepala"], stage.factor("kepala").id)
    assert stage.audited() == []


def test_a_reset_means_the_factor_that_was_shown(stage: Stage) -> None:
    number = stage.factor("kepala").id
    stage.types("kepala", code(NOW))
    stage.puts_in("kepala")
    with stage.database.transaction() as session:
        prove(session, stage.ids["maya"], NOW)
    stage.does("maya", factors.reset, stage.ids["kepala"], number)
    assert stage.may("kepala")


def test_the_operator_may_reset_where_hr_has_one_person(stage: Stage) -> None:
    with stage.database.transaction() as session:
        audit.sign(session, "ops")
        factors.reset_by_operator(session, PEOPLE["maya"][2], NOW)
    with pytest.raises(Refused), stage.database.transaction() as session:
        factors.reset_by_operator(session, PEOPLE["maya"][2], NOW)
    with stage.database.transaction() as session:
        entry = session.exec(select(AuditEntry)).one()
    assert (entry.action, entry.actor_id) == ("factors.reset", None)
    assert '"operator": "ops"' in entry.facts


def _loses_role(session: Session, stage: Stage) -> None:
    for grant in session.exec(select(Grant).where(Grant.employee_id == stage.ids["kepala"])):
        session.delete(grant)
    claims.renew(session, [stage.ids["kepala"]])


def _moves(session: Session, stage: Stage) -> None:
    before = active_of(session, stage.ids["kepala"])
    assert before is not None
    claims.end(session, before.id or 0, NOW)
    session.add(
        Account(
            telegram_id=PEOPLE["kepala"][0], employee_id=stage.ids["kepala"], state="active",
            claimed_at=NOW, approved_at=NOW, proof="test", epoch=before.epoch,
        )
    )  # fmt: skip


@pytest.mark.parametrize("change", [_loses_role, _moves])
def test_a_proof_ends_with_the_rights_it_was_given_for(
    stage: Stage, change: Callable[[Session, Stage], None]
) -> None:
    stage.types("kepala", code(NOW))
    with stage.database.transaction() as session:
        change(session, stage)
    assert not stage.may("kepala")
    assert stage.types("kepala", code(NOW, later=1)) == PRESS  # the same authenticator serves
    assert stage.may("kepala")


def test_leaving_ends_it(stage: Stage) -> None:
    with stage.database.transaction() as session:
        joining.tick(session, NOW)
        stored.end(session, [stage.ids["kepala"]], stored.LEFT, NOW)
        assert stored.in_use(session, stage.ids["kepala"]) is None
        assert session.exec(select(stored.Factor.secret)).all().count(KEY) == 2
        assert recovery_codes.left(session, 1) == 0
