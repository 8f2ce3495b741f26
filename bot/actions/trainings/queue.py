"""What waits for my word on training: what my people ask for, and those whose mandate I hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.pages import leaf
from storage import absences, duties, employees
from storage.duties import Duty, DutyKind
from storage.trainings import learning, request, training

PAGE = 6


@dataclass(frozen=True, slots=True)
class Queue:
    """What waits for my word: applications, and what was learned outside."""

    requests: Sequence[tuple[int, str, str]]
    learned: Sequence[tuple[int, str, str]]
    total: int
    page: int
    pages: int


def queue(session: Session, me: Me, page: int = 0) -> Queue:
    """What my people, and those whose mandate I hold, wait for."""
    rights.demand(session, me, "trainings.team", about=me.employee_id)
    rows = asked_of_me(session, me)
    shown = leaf(rows, page, PAGE)
    people = employees.many(session, [one.about_id for one in shown.items])
    asked = {
        one.object_id: people[one.about_id].name
        for one in shown.items
        if one.kind == DutyKind.AGREE_TRAINING
    }
    requests = request.many(session, asked)
    courses = training.many(session, [one.training_id for one in requests.values()])
    said = [(n, asked[n], courses[requests[n].training_id].name) for n in asked if n in requests]
    found = {one.object_id: one for one in shown.items if one.object_id not in asked}
    learned = [
        (n, people[one.about_id].name, row.title)
        for n, one in found.items()
        if one.kind == DutyKind.CONFIRM_LEARNING and (row := learning.get(session, n))
    ]
    return Queue(said, learned, len(rows), shown.page, shown.pages)


def asked_of_me(session: Session, me: Me) -> list[Duty]:
    """Everything of training that I owe a word on, in my own place or another's."""
    mandates = absences.mandates_held(session, me.employee_id, me.today)
    owners = (me.employee_id, *(one.absent_id for one in mandates))
    kinds = (DutyKind.AGREE_TRAINING, DutyKind.CONFIRM_LEARNING)
    rows = duties.open_ones(session, owners, kinds, me.today)
    return [one for one in rows if one.about_id != me.employee_id]
