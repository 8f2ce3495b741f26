"""The model of a history, written apart from the product, and the rules that move both."""

from __future__ import annotations

import tempfile
from decimal import Decimal
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy import text

from bot.actions.achievements import rating, sending
from bot.actions.appraisals import beginning, notes
from bot.actions.appraisals import rating as forms
from bot.actions.appraisals import sending as finals
from bot.actions.awards import deciding, proposing
from bot.actions.awards.kinds import KIND
from bot.rules.audit import walk
from storage.audit import open_reader
from tests.achievements import tell
from tests.cast import PEOPLE
from tests.crash.histories.office import (
    AFTER,
    BEFORE,
    STALE,
    WHOLE,
    Office,
    open_office,
)  # fmt: skip
from tests.crash.histories.totals import expected
from tests.factors import proves

WHY = "Mohon dilengkapi dengan bukti yang terukur dan daftar hadir."
STAFF = ("sari", "dedi", "yosef")
NUMBERS = {key: number for number, key in enumerate(PEOPLE, 1)}
FATES = st.sampled_from([WHOLE, WHOLE, BEFORE, AFTER, STALE])
ANYBODY, EMPLOYEE = st.sampled_from(list(PEOPLE)), st.sampled_from(STAFF)
LEVELS = st.lists(st.integers(3, 5), min_size=11, max_size=11)
OUTCOMES = {"approve": "approved", "return": "returned", "reject": "rejected"}


class History(RuleBasedStateMachine):
    """Three achieve and are appraised by Budi; Wayan proposes, the head decides."""

    office: Office

    @initialize()
    def open(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.office = open_office(Path(self.folder.name))
        self.states: dict[int, str] = {}
        self.owners: dict[int, str] = {}
        self.decided = self.proposed = self.given = 0
        self.totals: dict[int, Decimal] = {}
        self.forms: dict[str, list[int]] = {}

    def teardown(self) -> None:
        if hasattr(self, "office"):
            self.office.close()
            self.folder.cleanup()

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        with self.office.database.transaction(reading=True) as session:
            return [tuple(row) for row in session.connection().execute(text(query))]

    def _pick(self, owner: str, *states: str) -> int | None:
        mine = [n for n, s in self.states.items() if self.owners[n] == owner and s in states]
        return mine[-1] if mine else None

    @rule(owner=EMPLOYEE)
    def drafts(self, owner: str) -> None:
        if len(self.states) < 6:
            number = self.office.reads(owner, tell)
            self.states[number], self.owners[number] = "draft", owner

    @rule(owner=EMPLOYEE, fate=FATES)
    def submits(self, owner: str, fate: str) -> None:
        number = self._pick(owner, "draft", "returned")
        if number is not None:
            ((version,),) = self.rows(f"select version from achievement where id = {number}")
            if self.office.does(owner, fate, sending.send, number, version):
                self.states[number] = "submitted"

    @rule(owner=EMPLOYEE, fate=FATES)
    def withdraws(self, owner: str, fate: str) -> None:
        number = self._pick(owner, "submitted")
        if number is not None:
            assert self.office.does(owner, fate, sending.withdraw, number)
            self.states[number] = "draft"

    @rule(owner=EMPLOYEE, who=ANYBODY, meant=st.sampled_from(sorted(OUTCOMES)), fate=FATES)
    def decides(self, owner: str, who: str, meant: str, fate: str) -> None:
        """Anybody tries; whoever succeeds was not the owner, and it waited."""
        number = self._pick(owner, "submitted", "approved", "rejected")
        if number is None:
            return
        turn = self.rows(f"select max(id) from achievementturn where achievement_id = {number}")[
            0
        ][0]
        begin = (rating.mark, turn, "inovasi", 4) if meant == "approve" else (
            rating.put_reason, turn, meant, WHY)  # fmt: skip
        if not self.office.does(who, fate, *begin):
            return
        assert self.states[number] == "submitted"
        assert self.office.does(who, fate, rating.decide, turn, meant)
        assert who != owner
        self.states[number] = OUTCOMES[meant]
        self.decided += 1

    @rule(about=EMPLOYEE, who=st.sampled_from(["budi", "kepala", "sari", "dedi"]), levels=LEVELS,
          fate=FATES)  # fmt: skip
    def appraises(self, about: str, who: str, levels: list[int], fate: str) -> None:
        office, employee = self.office, NUMBERS[about]
        if employee in self.totals or not office.does(
            who, fate, beginning.start, office.period, employee
        ):
            return
        ((form,),) = self.rows(f"select id from appraisal where employee_id = {employee}")
        for step, level in enumerate(levels, 1):
            assert office.does(who, WHOLE, forms.rate, form, step, level)
            proposed = self.rows(
                f"select indicator from rating where appraisal_id = {form}"
                f" and abs(level - coalesce(proposed, level)) >= 2 and reason is null"
            )
            if proposed:
                assert office.does(who, WHOLE, forms.reason, form, step, WHY)
        if office.does(who, WHOLE, notes.advise, form, WHY) and office.does(
            who, fate, finals.send, form
        ):
            assert who != about
            self.totals[employee] = expected(levels)

    @rule(about=ANYBODY, who=ANYBODY, fate=FATES)
    def proposes(self, about: str, who: str, fate: str) -> None:
        office = self.office
        case = (office.period, 0, NUMBERS[about], KIND, WHY)
        if not office.does(who, fate, proposing.write_reason, *case):
            return
        assert who != about
        found = "select max(id) from proposal where state = 'draft' and proposer_id = "
        number = self.rows(f"{found}{NUMBERS[who]}")[0][0]
        if number and office.does(who, fate, proposing.propose, number):
            self.proposed += 1

    @rule(who=ANYBODY, fate=FATES)
    def gives(self, who: str, fate: str) -> None:
        found = self.rows("select id, employee_id from proposal where state = 'waiting'")
        if who == "kepala":
            proves(self.office.database, NUMBERS[who], self.office.now)
        if found and self.office.does(who, fate, deciding.approve, found[0][0]):
            assert NUMBERS[who] != found[0][1]
            self.given += 1

    @rule(days=st.sampled_from([0.25, 1, 3, 9, -0.01, -2]))
    def time_passes(self, days: float) -> None:
        self.office.passes(days)

    @rule(who=st.sampled_from(["budi", "kepala", "sari"]), days=st.integers(1, 10))
    def goes_on_leave(self, who: str, days: int) -> None:
        self.office.leaves(NUMBERS[who], days)
        self.office.passes(0)

    @rule(holder=st.sampled_from(["dedi", "maya", "kepala"]), days=st.integers(1, 10))
    def entrusts(self, holder: str, days: int) -> None:
        self.office.entrusts(NUMBERS["budi"], NUMBERS[holder], days)

    @rule(who=st.sampled_from(["kepala", "wayan"]), back=st.booleans())
    def loses_roles(self, who: str, back: bool) -> None:
        self.office.revokes(NUMBERS[who], back)

    @invariant()
    def the_model_agrees(self) -> None:
        if not hasattr(self, "states"):
            return
        assert dict(self.rows("select id, state from achievement")) == self.states
        totals = self.rows("select employee_id, total from result")
        assert {number: Decimal(total) for number, total in totals} == self.totals
        for name, count in (("achievements.decided", self.decided), ("awards.won", self.given)):
            found = self.rows(f"select count(*) from letter where template = '{name}'")
            assert found == [(count,)]
        assert self.rows("select count(*) from award") == [(self.given,)]

    @invariant()
    def nobody_judges_themselves(self) -> None:
        if hasattr(self, "states"):
            assert (
                self.rows(
                    "select 1 from achievementturn t join achievement a on a.id = t.achievement_id"
                    " where t.decided_by = a.employee_id and t.state <> 'withdrawn'"
                    " union all select 1 from appraisal where by_id = employee_id"
                    " union all select 1 from proposal where proposer_id = employee_id"
                    " or decided_by = employee_id"
                )
                == []
            )

    @invariant()
    def the_audit_trail_is_whole(self) -> None:
        if hasattr(self, "states"):
            database = self.office.database
            with open_reader(str(database.engine.url)) as reader:
                assert walk(database.vault.key("audit"), reader.rows()).broken is None
