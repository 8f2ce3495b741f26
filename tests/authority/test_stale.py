"""An act of a card that shows what no longer is so does nothing but show what is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlmodel import Session, SQLModel, col, select

from bot.screens import Place
from bot.texts import words
from storage import claims, outbox, proposals
from storage.accounts import active_of
from storage.achievements import Achievement
from storage.appraisals import Rating
from storage.awards import AwardRound
from storage.employees import Employee
from storage.forums import Forum
from storage.keyboards import Keyboard
from storage.outbox import Kind, Letter, State
from storage.proposals import Proposal
from storage.reports import Report
from storage.turns import AchievementOpinion
from storage.years import YearReport
from tests.authority.pressing import Pressing
from tests.authority.world import World
from tests.cast import JOINED

Change = Callable[[Session, World], None]
OTHER = "Sesuatu yang lain sama sekali, yang belum dilihat."


def put(table: type[SQLModel], name: str, **values: Any) -> Change:
    """Other values in the row of this name."""

    def change(session: Session, world: World) -> None:
        row = session.get(table, (world.at | world.cast.ids)[name])
        assert row is not None
        row.sqlmodel_update(values)
        session.add(row)

    return change


def put_all(table: type[SQLModel], **values: Any) -> Change:
    def change(session: Session, _: World) -> None:
        for row in session.exec(select(table)):
            row.sqlmodel_update(values)
            session.add(row)

    return change


def hang(session: Session, world: World) -> None:
    """One more letter that did not arrive."""
    now = world.cast.sari.office.clock.now()
    outbox.put(session, "another", Kind.DECISION, "awards.won", now, to=world.cast.ids["sari"])
    letter = session.exec(select(Letter).where(Letter.key == "another")).one()
    letter.state = State.FAILED
    session.add(letter)


def suspend(session: Session, world: World) -> None:
    account = active_of(session, world.cast.ids["dedi"])
    assert account is not None
    claims.suspend(session, account.id or 0)


def move(session: Session, world: World) -> None:
    """Dedi comes with another account."""
    before = active_of(session, world.cast.ids["dedi"])
    assert before is not None
    claims.end(session, before.id or 0, JOINED)
    code = world.at["invitation"]
    number = claims.claim(session, 777, world.cast.ids["dedi"], code, None, JOINED)
    claims.prove(session, number, "test", None, JOINED, None)
    claims.activate(session, number)


def reject_otherwise(session: Session, world: World) -> None:
    proposals.draft_rejection(session, world.at["proposed"], world.cast.ids["kepala"], OTHER)


CASES: list[tuple[str, str, str, Change]] = [
    ("sari", "achievements.card/{draft}", "achievements.delete",
     put(Achievement, "draft", version=99)),
    ("sari", "achievements.offer/{draft}", "achievements.delete",
     put(Achievement, "draft", version=99)),
    ("sari", "achievements.resume/{draft}", "achievements.delete",
     put(Achievement, "draft", version=99)),
    ("sari", "achievements.card/{draft}", "achievements.send",
     put(Achievement, "draft", version=99)),
    ("sari", "achievements.card/{submitted}", "achievements.withdraw",
     put(Achievement, "submitted", version=99)),
    ("budi", "achievements.verdict/{turn}/approve", "achievements.decide",
     put_all(AchievementOpinion, marks="inovasi=2")),
    ("budi", "achievements.verdict/{turn}/return", "achievements.decide",
     put_all(AchievementOpinion, note=OTHER)),
    ("budi", "appraisals.summary/{form}", "appraisals.send", put_all(Rating, level=3)),
    ("sari", "reports.card/{open_period}", "reports.send", put_all(Report, draft=OTHER)),
    ("sari", "reports.card/{open_period}", "reports.discard", put_all(Report, draft=OTHER)),
    ("wayan", "awards.confirm/{proposal}", "awards.propose",
     put(Proposal, "proposal", reason=OTHER)),
    ("kepala", "awards.rejecting/{proposed}", "awards.reject", reject_otherwise),
    ("kepala", "awards.rejecting/{proposed}", "awards.give_back", reject_otherwise),
    ("wayan", "awards.ending/{refusing}", "awards.end",
     put(AwardRound, "refusing", end_reason=OTHER)),
    ("budi", "forums.draft/{coming}", "forums.send", put(Forum, "coming", minutes=90)),
    ("budi", "forums.draft/{coming}", "forums.drop", put(Forum, "coming", place="Taman")),
    ("budi", "forums.change/{forum}", "forums.tell", put(Forum, "forum", new_place="Taman")),
    ("budi", "forums.cancel/{forum}", "forums.call_off", put(Forum, "forum", reason=OTHER)),
    ("sari", "forums.card/{forum}", "forums.answer", put(Forum, "forum", sequence=7)),
    ("maya", "desk.call/undelivered/{sari}", "desk.called", hang),
    ("maya", "desk.person/{dedi}", "desk.invite", suspend),
    ("maya", "desk.suspend/{dedi}", "desk.suspend", move),
    ("budi", "years.verdict/{year_signed}", "years.judge", put(YearReport, "year_signed", turn=9)),
    ("kepala", "years.review/{year_to_pass}", "years.forward",
     put(YearReport, "year_to_pass", turn=9)),
    ("maya", "desk.settle/{report}/{wayan}", "desk.accept",
     put(Employee, "sari", superior_id=None)),
]  # fmt: skip


def issued(world: World, act: str) -> tuple[str, int, Place]:
    """The newest token that holds this act, and where."""
    with world.database.transaction() as session:
        rows = session.exec(select(Keyboard).order_by(col(Keyboard.issued_at).desc())).all()
    for row in rows:
        for number, written in enumerate(row.acts.split("\n")):
            if written.startswith(f"{act}/"):
                return row.token, number, Place.parse(written)
    raise AssertionError(f"nothing offers {act}")


@pytest.mark.parametrize(
    ("key", "where", "act", "change"), CASES, ids=[f"{where} {act}" for _, where, act, _ in CASES]
)
async def test_a_card_that_is_no_longer_true_does_nothing(
    pressing: Pressing, key: str, where: str, act: str, change: Change
) -> None:
    world = pressing.world
    person = world.cast.people[key]
    await person.opens(where.format(**world.at, **world.cast.ids), world.database.vault)
    token, number, _ = issued(world, act)
    data = next(
        data for row in person.card.keyboard for _, data in row
        if data.startswith(f"a.{token}.{number}.")
    )  # fmt: skip
    with world.database.transaction() as session:
        change(session, world)
    before = world.dump()
    await person.taps("", data=data)
    assert words.changed_since() in person.toasts[-1]
    after = world.dump()
    changed = [name for name in before if before[name] != after[name]]
    assert changed == (["forum"] if act == "forums.answer" else [])  # a number of its queue


async def test_ending_means_the_day_that_was_shown(pressing: Pressing) -> None:
    world = pressing.world
    maya, clock = world.cast.maya, world.cast.sari.office.clock
    await maya.opens(f"desk.end_leave/{world.at['leave']}", world.database.vault)
    data = maya.button("Ya")
    before, at = world.dump(), clock.moment
    clock.advance(days=1)
    try:
        await maya.taps("", data=data)
    finally:
        clock.moment = at
    assert words.changed_since() in maya.toasts[-1]
    assert {**world.dump(), "lookedat": []} == {**before, "lookedat": []}  # on another day


async def test_a_switch_sets_what_its_label_says(pressing: Pressing) -> None:
    """Pressed on two cards, it is not switched back."""
    world = pressing.world
    sari = world.cast.sari
    pressed = []
    for _ in range(2):
        await sari.opens("preferences.home", world.database.vault)
        pressed.append(sari.card.keyboard[1][0][1])
    for data in pressed:
        await sari.taps("", data=data)
    with world.database.transaction() as session:
        account = active_of(session, world.cast.ids["sari"])
        assert account is not None
        assert not account.digest
