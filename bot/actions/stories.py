"""Stories of achievement: the winner writes, HR or a head approves, then all may read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.actions import consents, rights
from bot.actions.certificates import facts
from bot.actions.me import Me
from bot.actions.pages import nearest, pages_of
from bot.actions.refusals import Refused
from bot.rules.authority import Role
from bot.rules.personal import Consent
from bot.rules.stamps import stamp, still
from bot.screens import Place, Went, place
from bot.texts import stories as texts
from bot.texts import words
from storage import agreement, audit, certificates, employees, grants, outbox, stories, units
from storage.certificates import AWARD, VALID, Certificate
from storage.columns import vault_of
from storage.outbox import Kind
from storage.stories import Story

PAGE, SHORTEST, LONGEST = 5, 80, 600
ROLES = (Role.HR, Role.HEAD)


@dataclass(frozen=True, slots=True)
class Card:
    """A story with its award; `state` is one of `none`, `draft`, `waiting`, `returned`, `told`.

    `seen` is a mark of its words.
    """

    certificate_id: int
    award_id: int
    name: str
    honour: str
    text: str
    state: str
    answer: str
    mine: bool
    seen: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of what all may read, newest first: certificate, name, award."""

    rows: Sequence[tuple[int, str, str]]
    page: int
    pages: int


def list_(session: Session, me: Me, page: int = 0) -> Listed:
    """Everything that is told."""
    rights.demand(session, me, "stories.read")
    total = stories.count_told(session)
    at = nearest(page, total, PAGE)
    rows = []
    for number in stories.page_told(session, at * PAGE, PAGE):
        row = certificates.get(session, number)
        assert row is not None
        told = facts.read(row.facts)
        rows.append((number, told.name, told.honour))
    return Listed(rows, at, pages_of(total, PAGE))


def read(session: Session, me: Me, certificate_id: int) -> Card:
    """One that is told."""
    rights.demand(session, me, "stories.read")
    row, story = _found(session, certificate_id)
    if story is None or story.told_at is None:
        raise Refused(words.not_available(), "not_told")
    return _card(me, row, story)


def mine(session: Session, me: Me, certificate_id: int) -> Card:
    """My own, in whatever state; asks for it where there is none."""
    row, story = _mine(session, me, certificate_id)
    return _card(me, row, story)


def write(session: Session, me: Me, certificate_id: int, text: str) -> Place:
    """Keep my words; what was told is told no longer. Raises Refused for too few or too many."""
    _, story = _mine(session, me, certificate_id)
    said = text.strip()
    if len(said) < SHORTEST:
        raise Refused(texts.too_short(SHORTEST), "too_short")
    if len(said) > LONGEST:
        raise Refused(words.too_long(LONGEST, len(said)), "too_long")
    if story is not None and story.told_at is not None:
        _record(session, me, "untell", certificate_id)
    consents.noted(session, me, Consent.STORY, certificate_id, given=False)
    stories.write(session, certificate_id, said)
    return place("stories.mine", certificate_id)


def send(session: Session, me: Me, certificate_id: int, seen: str = "") -> Went:
    """Hand the words I have `seen` to HR and heads of my unit."""
    row, story = _mine(session, me, certificate_id)
    here = place("stories.mine", certificate_id)
    if story is None or not still(seen, story.text):
        return Went(here, words.changed_since())
    if not stories.send(session, certificate_id, me.now):
        raise Refused(texts.sent_already(), "sent")
    _record(session, me, "send", certificate_id)
    consents.noted(session, me, Consent.STORY, certificate_id, given=True)
    for person in _judges(session, me, row):
        outbox.put(
            session, f"stories.waits/{certificate_id}/{int(me.now.timestamp())}/{person}",
            Kind.DECISION, "stories.waits", me.now, to=person,
            facts={"certificate": certificate_id}, opens=place("stories.judge", certificate_id),
        )  # fmt: skip
    return Went(here, texts.sent_notice())


def judge(session: Session, me: Me, certificate_id: int) -> Card:
    """One that waits for a second person, or was judged."""
    row, story = _judged(session, me, certificate_id)
    return _card(me, row, story)


def approve(session: Session, me: Me, certificate_id: int, seen: str = "") -> Went:
    """Let all read the words I have `seen`; the winner is told."""
    row, story = _judged(session, me, certificate_id)
    here = place("stories.judge", certificate_id)
    if not still(seen, story.text):
        return Went(here, words.changed_since())
    if not stories.judge(session, certificate_id, me.employee_id, me.now, None):
        raise Refused(texts.judged_already(), "judged")
    said = agreement.mark(vault_of(session), story.text)
    audit.record(
        session, me.now, me.employee_id, "stories.tell", f"certificate/{certificate_id}",
        {"said": said},
    )  # fmt: skip
    _answer(session, me, row)
    return Went(here, texts.told_notice())


def give_back(session: Session, me: Me, certificate_id: int, text: str) -> Place:
    """Return it with what should be said otherwise; nobody reads it until then."""
    row, _ = _judged(session, me, certificate_id)
    said = " ".join(text.split())
    if not 10 <= len(said) <= 300:
        raise Refused(texts.why_length(10, 300), "length")
    if not stories.judge(session, certificate_id, me.employee_id, me.now, said):
        raise Refused(texts.judged_already(), "judged")
    _record(session, me, "return", certificate_id)
    _answer(session, me, row)
    return place("stories.judge", certificate_id)


def untell(session: Session, me: Me, certificate_id: int) -> Went:
    """Nobody else reads my story any more."""
    _mine(session, me, certificate_id)
    if not stories.untell(session, certificate_id):
        raise Refused(words.changed_since(), "not_told")
    _record(session, me, "untell", certificate_id)
    consents.noted(session, me, Consent.STORY, certificate_id, given=False)
    return Went(place("stories.mine", certificate_id), texts.untold_notice())


def state_of(session: Session, certificate_id: int) -> str:
    """For whoever links to it; see `Card`."""
    return _state(stories.get(session, certificate_id))


def _state(story: Story | None) -> str:
    if story is None:
        return "none"
    if story.told_at is not None:
        return "told"
    if story.answer is not None:
        return "returned"
    return "waiting" if story.sent_at is not None and story.judged_at is None else "draft"


def _card(me: Me, row: Certificate, story: Story | None) -> Card:
    told = facts.read(row.facts)
    text = story.text if story else ""
    return Card(
        row.id or 0, row.object_id, told.name, told.honour, text, _state(story),
        (story.answer or "") if story else "", row.employee_id == me.employee_id, stamp(text),
    )  # fmt: skip


def _found(session: Session, certificate_id: int) -> tuple[Certificate, Story | None]:
    row = certificates.get(session, certificate_id)
    if row is None or row.kind != AWARD or row.state != VALID:
        raise Refused(words.not_available(), "no_certificate")
    return row, stories.get(session, certificate_id)


def _mine(session: Session, me: Me, number: int) -> tuple[Certificate, Story | None]:
    row = certificates.get(session, number)
    rights.demand(session, me, "stories.write", about=row.employee_id if row else 0)
    return _found(session, number)


def _judged(session: Session, me: Me, number: int) -> tuple[Certificate, Story]:
    row = certificates.get(session, number)
    rights.demand(session, me, "stories.judge", about=row.employee_id if row else 0)
    row, story = _found(session, number)
    if story is None or _state(story) == "draft":
        raise Refused(words.not_available(), "not_sent")
    return row, story


def _judges(session: Session, me: Me, row: Certificate) -> list[int]:
    person = employees.get(session, row.employee_id)
    assert person is not None
    above = {None, *units.above(session, person.unit_id)}
    held = {
        grant.employee_id
        for role in ROLES
        for grant in grants.holders(session, role, me.today)
        if grant.unit_id in above
    }
    return sorted(held - {row.employee_id})


def _answer(session: Session, me: Me, row: Certificate) -> None:
    number = row.id or 0
    outbox.put(
        session, f"stories.judged/{number}/{int(me.now.timestamp())}", Kind.DECISION,
        "stories.judged", me.now, to=row.employee_id, facts={"certificate": number},
        opens=place("stories.mine", number),
    )  # fmt: skip


def _record(session: Session, me: Me, verb: str, number: int) -> None:
    audit.record(session, me.now, me.employee_id, f"stories.{verb}", f"certificate/{number}")
