"""What belongs to a forum of the world: its record, a step that is owed, lines of a draft."""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import Session

from bot.actions.forums import (
    handing,
    lines,
    materials,
    poll_closing,
    poll_drafts,
    publishing,
    recording,
)
from bot.actions.spans import packed
from bot.rules.forum_records import LineKind
from storage import (
    action_items,
    forum_materials,
    forum_opinions,
    forum_polls,
    forum_records,
    forums,
    series,
)
from storage.forums import Forum
from storage.invitations import Invitation
from tests.authority.world import World

STEP = "Menyiapkan jadwal piket loket prioritas."


def keep_record(world: World, session: Session, forum_id: int) -> None:
    """Budi has published a step of Sari's, which Dedi shall take over; Nina writes; one drafts."""
    ids, at, budi = world.cast.ids, world.at, world.me(session, "budi")
    due = packed((budi.now + timedelta(days=6)).date())

    def step() -> int:
        led = recording.say(session, budi, forum_id, LineKind.ACTION.value, STEP)
        number = int(led.args[0])
        lines.take_owner(session, budi, number, ids["sari"])
        lines.take_due(session, budi, number, due)
        return number

    step()
    publishing.publish(session, budi, forum_id)
    (item,) = action_items.of(session, forum_id)
    at["item_owed"] = item.id or 0
    handing.ask(session, world.me(session, "sari"), at["item_owed"], ids["dedi"])
    forum_records.name_note_taker(session, forum_id, ids["nina"])
    at["record_line"] = step()


def look_back(world: World, session: Session, forum: Forum) -> None:
    """One of Budi's that is over; Nina was there and is about to say what she thought of it."""
    at, now = world.at, world.cast.sari.office.clock.now()
    start = now - timedelta(days=2)
    past = series.copy(
        session, forum, state=forums.OPEN, starts_at=start, ends_at=start + timedelta(hours=1),
        uid="past@teladan", secret="00" * 32, sent_at=start, changed_at=start,
    )  # fmt: skip
    past.series_id = None
    session.add(past)
    session.flush()
    nina, number = world.cast.ids["nina"], past.id or 0
    session.add(Invitation(forum_id=number, employee_id=nina, attended_at=start))
    session.flush()
    at["forum_past"] = number
    forum_opinions.put(session, number, nina, "443")
    materials.say_link(session, world.me(session, "budi"), forum.id or 0, "https://contoh.go.id/a")
    (link,) = forum_materials.of(session, forum.id or 0)
    at["material"] = link.id or 0
    _polls(world, session, forum.id or 0)


def _polls(world: World, session: Session, forum_id: int) -> None:
    """One that is open, one that closed with a date, and a draft with two dates."""
    at, budi = world.at, world.me(session, "budi")

    def poll(name: str, choice: str) -> int:
        number = int(poll_drafts.begin(session, budi, forum_id, "date").place.args[0])
        poll_drafts.say(session, budi, number, "lusa jam 10")
        poll_drafts.say(session, budi, number, "tiga hari lagi jam 10")
        at[name] = number
        at[choice] = forum_polls.options(session, number)[0].id or 0
        return number

    poll("poll_draft", "choice_draft")
    poll_drafts.open_it(session, budi, poll("poll", "choice"), 7)
    poll_drafts.open_it(session, budi, poll("poll_closed", "choice_closed"), 1)
    poll_closing.close(session, budi, at["poll_closed"])
