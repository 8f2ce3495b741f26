"""Courses of the world, with an application in every state in which something may be done."""

from __future__ import annotations

from sqlmodel import Session

from bot.actions.trainings import importing
from bot.actions.trainings.division import mark
from bot.rules.trainings.course import Ground, State
from storage.trainings import Allocation, allocation, request, training
from tests.authority.world import World
from tests.trainings import HEAD, LINE, WHY, offer


def teach(world: World, session: Session) -> None:
    """Sari's application waits, another one is a draft; Maya has sent a file of courses."""
    at, sari, now = world.at, world.cast.ids["sari"], world.cast.sari.office.clock.now()
    for name in ("course", "course_asked", "course_waiting"):
        at[name] = offer(session, now, name)
    draft = request.begin(session, at["course_asked"], sari, Ground.OWN)
    waiting = request.begin(session, at["course_waiting"], sari, Ground.OWN)
    at["request_draft"], at["request"] = draft.id, waiting.id
    said = {"why": WHY, "sent_at": now}
    request.move(session, at["request_draft"], [State.DRAFT], State.DRAFT, why=WHY)
    request.move(session, at["request"], [State.DRAFT], State.WAITING, answer=WHY, **said)
    _send_file(world, session)
    _divide(world, session)


def _send_file(world: World, session: Session) -> None:
    maya = world.me(session, "maya")
    rows = importing.read_file(f"{HEAD}\n{LINE.format(begins='2026-11-30')}".encode(), "k.csv")
    training.keep_draft(session, maya.employee_id, importing.as_draft(rows), maya.now)
    world.at["catalogue"] = importing.report(session, maya).seen


def _divide(world: World, session: Session) -> None:
    """Dedi's application is in Maya's draft of a division, and in one that waits for a hand."""
    ids, at, now = world.cast.ids, world.at, world.cast.sari.office.clock.now()
    agreed = request.begin(session, at["course"], ids["dedi"], Ground.OWN)
    request.move(session, agreed.id or 0, [State.DRAFT], State.AGREED, why=WHY)
    for name, living in (("division", False), ("division_draft", True)):
        figures = '{"asked": 1, "benefit": 0, "bound": 0, "equal": false}'
        state = "draft" if living else "waiting"
        row = Allocation(
            made_by=ids["maya"], made_at=now, figures=figures, state=state, living=living
        )
        session.add(row)
        session.flush()
        at[name] = row.id or 0
        line = {"benefit": 10, "parts": "base=10", "seat": False, "cause": "budget"}
        allocation.put_lines(
            session, [{**line, "allocation_id": at[name], "request_id": agreed.id or 0}]
        )
    at["draft_seen"] = mark(allocation.lines(session, at["division_draft"]), "")
    at["line"] = allocation.lines(session, at["division_draft"])[0].id
    allocation.draft_answer(session, at["division"], ids["kepala"], WHY)
    lines = allocation.lines(session, at["division"])
    at["signing_seen"], at["refusing_seen"] = mark(lines, ""), mark(lines, WHY)
