"""Talks and pairs of the world, in each state in which somebody may do something about them."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

from sqlmodel import Session

from bot.actions import career as reports
from bot.actions import sheets
from bot.actions.awards import certify
from bot.actions.career import importing
from bot.actions.spans import packed
from bot.rules import mentoring as rules
from bot.rules.career.lines import COLUMNS
from bot.rules.personal import due_from
from bot.rules.talks import State
from storage import (
    awards,
    career,
    career_files,
    certificates,
    holidays,
    mentoring,
    proposals,
    service_notes,
    stories,
    talks,
    thanks,
)
from storage.awards import Award
from storage.career import CareerDecision, CareerDraft
from storage.mentoring import Mentoring, MentorMeeting
from storage.personal import Breach, PersonalRequest, breaches, requests
from storage.proposals import Proposal
from storage.service_notes import ServiceNote
from storage.talks import Talk, usefulness
from storage.thanks import Thanks
from tests.authority.world import World
from tests.cast import PEOPLE

STEP = "Menyiapkan jadwal piket loket prioritas."


def talk_together(world: World, session: Session) -> None:
    """Budi has proposed a time to Sari and noted a talk with Dedi, with two steps from it."""
    ids, at, now = world.cast.ids, world.at, world.cast.sari.office.clock.now()
    soon = (now + timedelta(days=2)).replace(hour=2, minute=0, second=0, microsecond=0)
    at["today"], at["soon"] = packed(now.date()), packed((now + timedelta(days=5)).date())
    at["minutes"] = int(soon.timestamp()) // 60
    common: dict[str, Any] = {
        "superior_id": ids["budi"],
        "proposed_by": ids["budi"],
        "proposed_at": now,
    }
    talk = Talk(employee_id=ids["sari"], state=State.PROPOSED, starts_at=soon, **common)
    assert talks.propose(session, talk)
    proposed = talks.arranged(session, ids["sari"])
    assert proposed is not None
    at["talk_proposed"] = proposed.id
    held = Talk(
        employee_id=ids["dedi"], state=State.HELD, held_on=now.date() - timedelta(days=1),
        held_by=ids["budi"], noted_at=now, **common,
    )  # fmt: skip
    at["talk_held"] = talks.note(session, held)
    at["step"] = talks.draft_follow_up(session, at["talk_held"], ids["budi"], STEP)
    settled = {"owner_id": ids["dedi"], "due_on": now.date() + timedelta(days=9)}
    assert talks.settle(session, at["step"], **settled, settled_at=now)
    for key in ("step_written", "step_asked"):
        at[key] = talks.draft_follow_up(session, at["talk_held"], ids["budi"], STEP)
        assert talks.settle(session, at[key], **settled, settled_at=now)
        asked = now if key == "step_asked" else None
        why = {"drop_by": ids["budi"], "drop_reason": STEP, "drop_asked_at": asked}
        assert talks.drop(session, at[key], **why)
    at["step_draft"] = talks.draft_follow_up(session, at["talk_held"], ids["budi"], STEP)
    usefulness.put(session, held, 4)


def mentor_together(world: World, session: Session) -> None:
    """Wayan is Dedi's mentor: a pair that runs with a meeting, one ended; Yosef is proposed."""
    ids, at, now = world.cast.ids, world.at, world.cast.sari.office.clock.now()
    common: dict[str, Any] = {
        "mentor_id": ids["wayan"], "reason": rules.Reason.ASKED,
        "proposed_by": ids["maya"], "proposed_at": now,
    }  # fmt: skip
    for name, mentee, state in (
        ("mentoring", "dedi", rules.State.ACTIVE),
        ("mentoring_proposed", "yosef", rules.State.PROPOSED),
        ("mentoring_ended", "dedi", rules.State.ENDED),
    ):
        outcome = "reached" if state is rules.State.ENDED else ""
        row = Mentoring(**common, mentee_id=ids[mentee], state=state, outcome=outcome)
        at[name] = mentoring.add(session, row)
    at["mentor_meeting"] = mentoring.meet(
        session,
        MentorMeeting(
            mentoring_id=at["mentoring"], held_on=now.date() - timedelta(days=3), minutes=45,
            noted_by=ids["wayan"], noted_at=now,
        ),
    )  # fmt: skip
    mentoring.put_offer(session, ids["rina"], strengths="inovasi")
    mentoring.put_wish(session, ids["sari"], goals="inovasi")


def put_in_holidays(world: World, session: Session) -> None:
    """Maya has sent a file of days off that is not put in force yet."""
    rows = json.dumps([[2, {"tanggal": "x", "jenis": "libur nasional", "keterangan": "Natal"}]])
    now = world.cast.sari.office.clock.now()
    holidays.keep_draft(session, world.cast.ids["maya"], rows, "", now)


def note_service(world: World, session: Session) -> None:
    """Maya has noted a penalty of Dedi, and is about to note a break."""
    ids, at, now = world.cast.ids, world.at, world.cast.sari.office.clock.now()
    day = now.date() - timedelta(days=800)
    common: dict[str, Any] = {
        "employee_id": ids["dedi"], "since": day, "until": day + timedelta(days=30),
        "ground": STEP, "recorded_by": ids["maya"], "recorded_at": now,
    }  # fmt: skip
    at["service_note"] = service_notes.add(session, ServiceNote(kind="break", **common))
    noted = ServiceNote(kind="light", confirmed_at=now, **common)
    at["service_noted"] = service_notes.add(session, noted)


def tell_stories(world: World, session: Session) -> None:
    """Dedi's story of one award waits for its approval, that of another one all may read."""
    ids, at, now = world.cast.ids, world.at, world.cast.sari.office.clock.now()
    scope = world.cast.units["Jayapura"]
    proposal = Proposal(
        kind="cerita", period_id=at["period"], scope_id=scope, employee_id=ids["dedi"],
        proposer_id=ids["wayan"], reason=STEP, state=proposals.APPROVED, proposed_at=now,
        written_at=now,
    )  # fmt: skip
    session.add(proposal)
    session.flush()
    award = Award(
        kind="cerita", year=2026, number=awards.next_number(session, 2026), scope_id=scope,
        period_id=at["period"], employee_id=ids["dedi"], proposal_id=proposal.id or 0,
        given_by=ids["kepala"], given_at=now,
    )  # fmt: skip
    awards.give(session, award)
    certify(session, award, ids["kepala"], now)
    row = certificates.of_object(session, certificates.AWARD, award.id or 0)
    assert row is not None
    at["told"] = row.id
    for number in (at["certificate"], row.id or 0):
        stories.write(session, number, STEP)
        assert stories.send(session, number, now)
    assert stories.judge(session, row.id or 0, ids["kepala"], now, None)


def thank(world: World, session: Session) -> None:
    """Sari has thanked Dedi, and is about to thank Yosef."""
    ids, at, now = world.cast.ids, world.at, world.cast.sari.office.clock.now()
    common: dict[str, Any] = {
        "giver_id": ids["sari"], "value": "loyal", "text": STEP, "given_at": now,
        "week": now.date() - timedelta(now.weekday()),
    }  # fmt: skip
    at["thanks"] = thanks.draft(session, Thanks(receiver_id=ids["dedi"], sent_at=now, **common))
    at["thanks_draft"] = thanks.draft(session, Thanks(receiver_id=ids["yosef"], **common))


def decide_career(world: World, session: Session) -> None:
    """The head has decided about Dedi's career, and is about to decide again."""
    ids, at, now = world.cast.ids, world.at, world.cast.sari.office.clock.now()
    decision = CareerDecision(
        employee_id=ids["dedi"], kind="develop", reason=STEP, decided_by=ids["kepala"],
        decided_at=now,
    )  # fmt: skip
    at["career_decision"] = career.add(session, decision)
    draft = CareerDraft(
        decided_by=ids["kepala"], employee_id=ids["dedi"], kind="rotate", reason=STEP
    )
    career.put_draft(session, draft)
    _send_records(world, session)


def _send_records(world: World, session: Session) -> None:
    """Maya has sent a file with one record of Dedi's."""
    maya = world.me(session, "maya")
    said = f"{';'.join(COLUMNS)}\n{PEOPLE['dedi'][2]};pendidikan;S-1;01/08/2014;;Administrasi"
    rows = importing.read_file(said.encode(), "karier.csv")
    career_files.keep(session, maya.employee_id, sheets.as_draft(rows), maya.now)
    world.at["career_file"] = reports.report(session, maya).seen


def ask_about_data(world: World, session: Session) -> None:
    """Dedi has asked for a correction, Yosef is about to; something happened to data."""
    ids, at, now = world.cast.ids, world.at, world.cast.sari.office.clock.now()
    for key, whose, state in (
        ("asked_personal", "dedi", requests.FILED),
        ("drafted_personal", "yosef", requests.DRAFT),
    ):
        filed: dict[str, Any] = {}
        if state == requests.FILED:
            filed = {"filed_at": now, "due_at": due_from(now)}
        row = PersonalRequest(
            employee_id=ids[whose], kind="correct", field="post", before="Analis",
            wanted=STEP, state=state, written_at=now, **filed,
        )  # fmt: skip
        session.add(row)
        session.flush()
        assert row.id is not None
        at[key] = row.id
    _breach_data(world, session)


def _breach_data(world: World, session: Session) -> None:
    """Maya writes one down; others wait for a notice, its confirmation, the authority, the end.

    Two concern Jayapura alone, where Tuti's roles reach.
    """
    ids, at, now = world.cast.ids, world.at, world.cast.sari.office.clock.now()
    said: dict[str, Any] = {
        "data": STEP,
        "how": STEP,
        "handling": STEP,
        "recorded_by": ids["maya"],
    }
    running: dict[str, Any] = {
        **said,
        "state": breaches.OPEN,
        "due_at": due_from(now),
        "recorded_at": now,
    }
    asked: dict[str, Any] = {
        **running, "notice": breaches.ASKED, "version": 1,
        "asked_at": now, "asked_by": ids["maya"],
    }  # fmt: skip
    sent = {"notice": breaches.TOLD, "people_told_at": now, "people_told_by": ids["kepala"]}
    told: dict[str, Any] = {**asked, **sent}
    for key, row in (
        ("breach_draft", Breach(**said, recorded_at=now)),
        ("breach_new", Breach(**running)),
        ("breach_asked", Breach(**asked)),
        ("breach", Breach(**told)),
        ("breach_done", Breach(**told, authority_told_at=now)),
        ("breach_far", Breach(**told, unit_id=world.cast.units["Jayapura"])),
        ("breach_far_new", Breach(**running, unit_id=world.cast.units["Jayapura"])),
    ):
        session.add(row)
        session.flush()
        assert row.id is not None
        at[key] = row.id
