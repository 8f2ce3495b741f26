"""/diklat: my hours, what is proposed to me, where my applications are, what waits for me."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.trainings.hours import Ledger, ledger
from bot.actions.trainings.needs import Found, indicator_names, proposals
from bot.actions.trainings.queue import asked_of_me
from bot.actions.trainings.running import runs_any
from bot.rules.authority import Role
from bot.rules.trainings.course import LIVING, State
from storage import employees
from storage.trainings import request, training
from storage.trainings.request import TrainingRequest
from storage.trainings.training import Training

SHOWN = 2


@dataclass(frozen=True, slots=True)
class Home:
    """`living` are my applications that are on their way; `waits` counts what my people ask.

    None where I lead nobody. `runs`: I am the host of some course.
    """

    ledger: Ledger
    names: Mapping[str, str]
    proposed: Sequence[Found]
    living: Sequence[tuple[TrainingRequest, Training]]
    more: int
    waits: int | None
    keeps: bool
    runs: bool


def home(session: Session, me: Me) -> Home:
    """Everything of training that is mine."""
    rights.demand(session, me, "trainings.home", about=me.employee_id)
    shown = (*LIVING, State.PRESENT)
    rows = [r for r in request.of_person(session, me.employee_id) if r.state in shown]
    courses = training.many(session, [one.training_id for one in rows])
    leads = employees.has_reports(session, (me.employee_id,), me.employee_id)
    waits = len(asked_of_me(session, me))
    return Home(
        ledger=ledger(session, me.employee_id, me.today),
        names=indicator_names(session, me.today),
        proposed=proposals(session, me.employee_id, me.today, SHOWN),
        living=[(one, courses[one.training_id]) for one in rows[:SHOWN]],
        more=max(0, len(rows) - SHOWN),
        waits=waits if leads or waits else None,
        keeps=me.has(Role.HR),
        runs=not me.has(Role.HR) and runs_any(session, me),
    )
