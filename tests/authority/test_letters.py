"""Letters to whoever chose English: they are English, and so is what their buttons open."""

from __future__ import annotations

from sqlmodel import select

from storage.outbox import Letter, State
from tests.authority.pressing import Pressing
from tests.post import tick


async def test_letters_are_english_and_lead_to_english_screens(pressing: Pressing) -> None:
    """All that the office of many matters owes on a day, with the day's reminders."""
    world = pressing.world
    cast, telegram = world.cast, world.cast.sari.office.telegram
    for key in cast.people:
        pressing.reads_english(key)
    await tick(cast)
    letters = [one for one in telegram.bubbles.values() if one.keyboard]
    with world.database.transaction() as session:
        sent = select(Letter.template).where(Letter.state == State.SENT)
        templates = set(session.exec(sent))
    assert len(templates) > 5, templates
    people = {one.telegram_id: one for one in cast.people.values()}
    opens = {
        _screen(data): (people[one.chat_id], label, data)
        for one in letters
        for row in one.keyboard
        for label, data in row
        if data.startswith("r.")
    }
    assert len(opens) > 10, opens.keys()
    assert pressing.left_over() == []
    for person, label, data in opens.values():
        await person.taps(label, data=data)
        assert pressing.left_over() == []


def _screen(data: str) -> str:
    """`reports.write` of `r.reports.write/1.T5imgUmf`."""
    return ".".join(data.split("/")[0].split(".")[1:3])
