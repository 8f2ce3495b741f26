"""An office in which a forum has been sent, for tests of its actions."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select

from bot.actions.forums import answers, drafts, summaries
from bot.actions.me import Me, read_me
from bot.screens import Place, Went
from storage.database import Database
from storage.forums import Forum
from storage.invitations import Invitation
from storage.outbox import Letter
from tests.cast import PEOPLE, employ

NOW = datetime(2026, 8, 12, 3, 0, tzinfo=UTC)
START = datetime(2026, 8, 19, 2, 0, tzinfo=UTC)  # Wednesday, 09.00 WIB
WIB = ZoneInfo("Asia/Jakarta")


@dataclass
class Sent:
    """A forum of Budi's for everybody else, with verbs for those invited."""

    database: Database
    ids: dict[str, int]
    number: int = 0
    now: datetime = NOW
    keys: tuple[str, ...] = field(default_factory=lambda: tuple(k for k in PEOPLE if k != "budi"))

    def me(self, session: Session, key: str) -> Me:
        found = read_me(session, PEOPLE[key][0], self.now)
        assert found is not None
        return found

    def answers(self, key: str, wish: str) -> None:
        with self.database.transaction() as session:
            answers.answer(session, self.me(session, key), self.number, wish)

    def row(self) -> Forum:
        with self.database.transaction() as session:
            found = session.get(Forum, self.number)
            assert found is not None
            return found

    def invitation(self, key: str) -> Invitation:
        with self.database.transaction() as session:
            found = select(Invitation).where(
                Invitation.forum_id == self.number, Invitation.employee_id == self.ids[key]
            )
            return session.exec(found).one()

    def given(self) -> dict[str, str]:
        """Everybody's answer."""
        return {key: self.invitation(key).answer for key in self.keys}

    def letters(self, template: str) -> list[Letter]:
        with self.database.transaction() as session:
            found = select(Letter).where(Letter.template == template)
            return list(session.exec(found.order_by(col(Letter.id))))

    def told(self, template: str) -> list[str]:
        """Who is owed this letter."""
        names = {number: key for key, number in self.ids.items()}
        return sorted(names[letter.employee_id or 0] for letter in self.letters(template))


def send_forum(
    database: Database, *, capacity: int = 0, start: datetime = START, audience: str = "everybody"
) -> Sent:
    """Employ everybody, and let Budi send a forum of an hour and a half."""
    with database.transaction() as session:
        _, ids = employ(session)
    sent = Sent(database, ids)
    with database.transaction() as session:
        me = sent.me(session, "budi")
        sent.number = number_of(drafts.begin(session, me))
        fill(session, sent.number, start, capacity, audience)
        summaries.send(session, me, sent.number)
    return sent


def fill(session: Session, number: int, start: datetime, capacity: int, audience: str) -> None:
    draft = session.get(Forum, number)
    assert draft is not None
    draft.kind, draft.topic, draft.audience = "workshop", "Berbagi praktik", audience
    draft.starts_at, draft.ends_at, draft.minutes = start, start + timedelta(minutes=90), 90
    draft.place, draft.capacity = "Aula", capacity
    session.add(draft)
    session.flush()


def number_of(led: Went | Place) -> int:
    where = led.place if isinstance(led, Went) else led
    assert isinstance(where.args[0], int)
    return where.args[0]
