"""The course of an objection: its states, who may do what in each, what a decision still lacks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.rules.objections.clocks import Clocks, Window
from bot.rules.typed import is_small_talk


class State(StrEnum):
    """Ditulis, diajukan, diputus, ditarik; only ever forward."""

    DRAFT = "draft"
    FILED = "filed"
    DECIDED = "decided"
    WITHDRAWN = "withdrawn"


class Party(StrEnum):
    EMPLOYEE = "employee"
    SUPERIOR = "superior"  # everyone whose rating is objected to
    REVIEWER = "reviewer"  # the superior's superior, or whom HR named
    HR = "hr"


class Act(StrEnum):
    READ = "read"
    WRITE = "write"
    FILE = "file"
    DISCARD = "discard"
    EXPLAIN = "explain"
    WITHDRAW = "withdraw"
    NAME_REVIEWER = "name_reviewer"
    DECIDE = "decide"


class Outcome(StrEnum):
    """The decision; the original result is kept beside a changed one."""

    UPHELD = "upheld"
    CHANGED = "changed"


_READ = frozenset({Act.READ})
COURSE: Mapping[State, Mapping[Party, frozenset[Act]]] = {
    State.DRAFT: {
        Party.EMPLOYEE: frozenset({Act.READ, Act.WRITE, Act.FILE, Act.DISCARD}),
    },
    State.FILED: {
        Party.EMPLOYEE: frozenset({Act.READ, Act.EXPLAIN, Act.WITHDRAW}),
        Party.SUPERIOR: frozenset({Act.READ, Act.EXPLAIN}),
        Party.REVIEWER: frozenset({Act.READ, Act.DECIDE}),
        Party.HR: frozenset({Act.READ, Act.NAME_REVIEWER}),
    },
    State.DECIDED: dict.fromkeys(Party, _READ),
    State.WITHDRAWN: dict.fromkeys(Party, _READ),
}
_LEADS = {
    Act.FILE: State.FILED,
    Act.WITHDRAW: State.WITHDRAWN,
    Act.DECIDE: State.DECIDED,
}


@dataclass(frozen=True, slots=True)
class Case:
    """One objection; `explained` holds who has given their side, `superiors` whose are asked."""

    employee: int
    superiors: frozenset[int]
    state: State = State.DRAFT
    reviewer: int | None = None
    explained: frozenset[int] = frozenset()


class Hindrance(StrEnum):
    """Why an objection cannot be filed or decided now."""

    CLOSED = "closed"
    NOT_YET = "not_yet"
    WITHOUT_REASONS = "without_reasons"
    ALREADY = "already"
    NOT_FILED = "not_filed"
    NOT_THE_REVIEWER = "not_the_reviewer"
    EMPLOYEE_UNHEARD = "employee_unheard"
    SUPERIOR_UNHEARD = "superior_unheard"


def may(state: State, party: Party) -> frozenset[Act]:
    """What this party may do in this state; nothing that the table does not name."""
    return COURSE[state].get(party, frozenset())


def after(state: State, party: Party, act: Act) -> State:
    """The state that follows; ValueError for what `may` does not allow."""
    if act not in may(state, party):
        raise ValueError(f"{party} may not {act} when {state}")
    return _LEADS.get(act, state)


def filing_hindrances(
    case: Case, reasons: str, open_in: Window, today: date
) -> frozenset[Hindrance]:
    """Everything that keeps the objection from being filed; reasons are obligatory (art. 59)."""
    return frozenset(_filing(case, reasons, open_in, today))


def heard(case: Case, limits: Clocks, today: date) -> Mapping[int, bool]:
    """Who of both sides was heard: gave an explanation, or let the days for it pass.

    The objection itself states its reasons, but the employee is asked again like the superior:
    the superior's answer may be new to them.
    """
    late = today > limits.hearing_until
    return {
        person: late or person in case.explained
        for person in (case.employee, *sorted(case.superiors))
    }


def decision_hindrances(
    case: Case, decider: int, reasons: str, limits: Clocks, today: date
) -> frozenset[Hindrance]:
    """Everything that keeps `decider` from deciding; both sides must be heard, and it is final.

    PP 30/2019 art. 59: the superior's superior must ask both for an explanation. A decision after
    `limits.decision_until` is late, but still the one to be made.
    """
    return frozenset(_deciding(case, decider, reasons, limits, today))


def _filing(case: Case, reasons: str, open_in: Window, today: date) -> Iterator[Hindrance]:
    if case.state is not State.DRAFT:
        yield Hindrance.ALREADY
    if today < open_in.first:
        yield Hindrance.NOT_YET
    if today > open_in.last:
        yield Hindrance.CLOSED
    if is_small_talk(reasons):
        yield Hindrance.WITHOUT_REASONS


def _deciding(
    case: Case, decider: int, reasons: str, limits: Clocks, today: date
) -> Iterator[Hindrance]:
    if case.state is State.DRAFT:
        yield Hindrance.NOT_FILED
    if case.state in (State.DECIDED, State.WITHDRAWN):
        yield Hindrance.ALREADY
    if decider != case.reviewer or decider in (case.employee, *case.superiors):
        yield Hindrance.NOT_THE_REVIEWER
    sides = heard(case, limits, today)
    if not sides[case.employee]:
        yield Hindrance.EMPLOYEE_UNHEARD
    if not all(sides[person] for person in case.superiors):
        yield Hindrance.SUPERIOR_UNHEARD
    if is_small_talk(reasons):
        yield Hindrance.WITHOUT_REASONS
