"""Courses of the world, with an application in every state in which something may be done."""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import Session

from bot.actions import sheets
from bot.actions.trainings import importing
from bot.actions.trainings.division import mark
from bot.rules.trainings.course import Ground, State
from storage.columns import vault_of
from storage.employees import Employee
from storage.trainings import (
    Allocation,
    Learning,
    allocation,
    corrections,
    feedback,
    learning,
    proofs,
    request,
    running,
    training,
)
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
    _run(world, session)
    _change(world, session)
    _correct(world, session)
    _learn(world, session)


def _send_file(world: World, session: Session) -> None:
    maya = world.me(session, "maya")
    rows = importing.read_file(f"{HEAD}\n{LINE.format(begins='2026-11-30')}".encode(), "k.csv")
    training.keep_draft(session, maya.employee_id, sheets.as_draft(rows), maya.now)
    world.at["catalogue"] = importing.report(session, maya).seen


def _divide(world: World, session: Session) -> None:
    """Dedi's application is in Maya's draft of a division, and in one that waits for a hand."""
    ids, at, now = world.cast.ids, world.at, world.cast.sari.office.clock.now()
    agreed = request.begin(session, at["course"], ids["dedi"], Ground.OWN)
    request.move(session, agreed.id or 0, [State.DRAFT], State.AGREED, why=WHY)
    for name, living in (("division", False), ("division_draft", True)):
        figures = '{"asked": 1, "given": 0, "benefit": 0, "bound": 0, "equal": false}'
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


def _run(world: World, session: Session) -> None:
    """Budi is the host of a course that is over; Sari, Dedi and Wayan had seats in it.

    Nothing is noted of Sari; Dedi was there and is about to give feedback and to send proof;
    Wayan's proof waits.
    """
    ids, at, now = world.cast.ids, world.at, world.cast.sari.office.clock.now()
    begun = now.date() - timedelta(days=2)
    over = {"begins_on": begun, "ends_on": begun, "apply_until": begun, "seats": 9}
    at["course_run"] = offer(session, now, "course_run", **over)
    running.put_host(session, at["course_run"], ids["budi"], ids["maya"], now)
    for name, who, state in (
        ("seat_run", "sari", State.SEATED),
        ("present", "dedi", State.PRESENT),
        ("proved", "wayan", State.PRESENT),
    ):
        row = request.begin(session, at["course_run"], ids[who], Ground.OWN)
        at[name] = row.id or 0
        request.move(session, at[name], [State.DRAFT], state, why=WHY, seated_at=now)
    _prove(world, session)
    seat = request.begin(session, at["course"], ids["sari"], Ground.OWN)
    at["seat"] = seat.id or 0
    request.move(session, at["seat"], [State.DRAFT], State.SEATED, why=WHY, seated_at=now)


def _correct(world: World, session: Session) -> None:
    """Budi noted results of Sari and Dedi: whoever may is about to correct Sari's, and what Budi
    asked about Dedi's waits.
    """
    ids, at, now = world.cast.ids, world.at, world.cast.sari.office.clock.now()
    begun = now.date() - timedelta(days=2)
    over = {"begins_on": begun, "ends_on": begun, "apply_until": begun, "seats": 9}
    at["course_noted"] = offer(session, now, "course_noted", **over)
    running.put_host(session, at["course_noted"], ids["budi"], ids["maya"], now)
    ended = {"why": WHY, "seated_at": now, "ended_by": ids["budi"], "ended_at": now}
    kept = {
        "was_result": "failed", "was_minutes": 0, "was_by": ids["budi"], "was_at": now,
        "result": "passed", "minutes": 900, "reason": WHY,
    }  # fmt: skip
    for name, who, asking in (
        ("noted", "sari", ("budi", "maya", "rina")),
        ("noted_asked", "dedi", ("budi",)),
    ):
        row = request.begin(session, at["course_noted"], ids[who], Ground.OWN)
        at[name] = row.id or 0
        request.move(session, at[name], [State.DRAFT], State.FAILED, **ended)
        for asker in asking:
            corrections.put_draft(session, at[name], ids[asker], kept)
    asked = corrections.draft_of(session, at["noted_asked"], ids["budi"])
    assert asked is not None
    at["training_correction"] = asked.id or 0
    corrections.hand_over(session, at["training_correction"], now)
    corrections.draft_answer(session, at["training_correction"], ids["kepala"], WHY)


def _prove(world: World, session: Session) -> None:
    ids, at, now = world.cast.ids, world.at, world.cast.sari.office.clock.now()
    present = request.get(session, at["present"])
    assert present is not None
    feedback.put(session, present, 4)
    for name, who, state, of in (
        ("learning", "dedi", learning.DRAFT, "present"),
        ("learning_sent", "wayan", learning.WAITING, "proved"),
    ):
        at[name] = learning.add(
            session,
            Learning(
                employee_id=ids[who], source="training", object_id=at[of], title="Pelayanan",
                minutes=900, part="formal", way="pelatihan", ended_on=now.date(), state=state,
                written_at=now,
            ),
        )  # fmt: skip
        kept = {
            "learning_id": at[name], "key": name, "kind": "photo", "file_id": name, "name": "",
            "text": "", "size": 9, "state": "kept", "added_at": now,
        }  # fmt: skip
        proofs.add(session, kept)
    at["proof"] = proofs.of(session, at["learning"])[0].id or 0


def _learn(world: World, session: Session) -> None:
    """Sari tells of a webinar; another one waits, and one was refused; Yosef has told of one."""
    ids, at, now = world.cast.ids, world.at, world.cast.sari.office.clock.now()
    for name, who, state in (
        ("outside", "sari", learning.DRAFT),
        ("outside_ready", "dedi", learning.DRAFT),
        ("learned", "sari", learning.WAITING),
        ("outside_refused", "wayan", learning.REFUSED),
    ):
        at[name] = learning.add(
            session,
            Learning(
                employee_id=ids[who], source=learning.EXTERNAL, title=f"Webinar {name}",
                minutes=90, part="formal", way="e_learning", ended_on=now.date(), state=state,
                written_at=now,
            ),
        )  # fmt: skip
    kept = {
        "learning_id": at["outside_ready"], "key": "ready", "kind": "photo", "file_id": "ready",
        "name": "", "text": "", "size": 9, "state": "kept", "added_at": now,
    }  # fmt: skip
    proofs.add(session, kept)
    nip = "199001012024212001"
    nadia = Employee(
        name="Nadia Utami", search_key="nadia utami", sex=2, nip=nip,
        nip_index=vault_of(session).index(nip), post="Analis", post_level="Pelaksana",
        rank="IX", unit_id=world.cast.units["Layanan"], superior_id=ids["budi"],
    )  # fmt: skip
    session.add(nadia)
    session.flush()
    at["pppk"] = nadia.id or 0


def _change(world: World, session: Session) -> None:
    """Maya is about to call a course off."""
    now = world.cast.sari.office.clock.now()
    world.at["course_off"] = offer(session, now, "course_off")
    running.draft_change(
        session, world.at["course_off"], world.cast.ids["maya"], running.OFF, why=WHY
    )
    soon = now.date() + timedelta(days=9)
    world.at["later"] = f"{soon:%d/%m/%Y}"
