"""Writing a broadcast: text, file, whom it is for, when it comes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session

from bot.actions import quota
from bot.actions.achievements.attaching import check, file_values
from bot.actions.attachments import Attachment, AttachmentKind
from bot.actions.broadcasts import access
from bot.actions.desk.effects import units_like
from bot.actions.forums import typed
from bot.actions.me import Me
from bot.actions.pages import nearest, pages_of
from bot.actions.reach import my_reach
from bot.actions.refusals import Refused
from bot.actions.rights import demand
from bot.rules import broadcasts as rules
from bot.rules.authority import Role
from bot.rules.broadcasts import Audience, Staff, State
from bot.screens import Place, Went, place
from bot.texts import broadcasts as texts
from bot.texts import words
from storage import units
from storage.broadcasts import Broadcast, BroadcastFile, rows
from storage.columns import vault_of

DESK = place("broadcasts.desk", 0)
PAGE, MOST_DRAFTS, MOST_ASKED = 3, 2, 2
FURTHEST = timedelta(days=180)
ROLES = ("atasan", *(role.value for role in Role))
PDF = "application/pdf"


@dataclass(frozen=True, slots=True)
class Desk:
    """Broadcasts by number or screen, first words, state: mine to finish, to be agreed to, on
    record.
    """

    drafts: Sequence[tuple[int, str]]
    asked: Sequence[tuple[int, str]]
    sent: Sequence[tuple[Place, str, str]]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Draft:
    """What is there of it so far. `starts` has no zone; None: at once. `questions` so many."""

    row: Broadcast
    file: BroadcastFile | None
    whom: str
    starts: datetime | None
    questions: int


@dataclass(frozen=True, slots=True)
class Choice:
    """What to choose the audience from, by number and name."""

    row: Broadcast
    options: Sequence[tuple[int, str]] = ()


def desk(session: Session, me: Me, page: int) -> Desk:
    """Mine first, then what waits for a second person, then what went out."""
    demand(session, me, "broadcasts.write")
    author = None if my_reach(session, me) is None else me.employee_id
    _, total = rows.listed(session, author, 0, 0)
    at = nearest(page, total, PAGE)
    shown, _ = rows.listed(session, author, PAGE, at * PAGE)
    return Desk(
        _named(rows.drafts(session, me.employee_id, MOST_DRAFTS)),
        _named(rows.asked(session, me.employee_id)[:MOST_ASKED]),
        [(_opens(one, me), first_words(one), one.state) for one in shown
         if one.state != State.DRAFT],
        at, pages_of(total, PAGE),
    )  # fmt: skip


def _opens(one: Broadcast, me: Me) -> Place:
    """What waits for a second person is taken back or judged; the rest is watched."""
    if one.state != State.ASKED:
        return place("broadcasts.progress", one.id or 0)
    mine = one.author_id == me.employee_id
    return place("broadcasts.asked" if mine else "broadcasts.judge", one.id or 0)


def _named(found: Sequence[Broadcast]) -> list[tuple[int, str]]:
    return [(one.id or 0, first_words(one)) for one in found]


def first_words(row: Broadcast) -> str:
    """The first line, for a list."""
    return row.text.partition("\n")[0]


def begin(session: Session, me: Me) -> Place:
    """A new one; a draft without a text is taken up again."""
    demand(session, me, "broadcasts.write")
    reach = my_reach(session, me)
    blank = [one for one in rows.drafts(session, me.employee_id, 20) if not one.text]
    if blank:
        return place("broadcasts.text", blank[0].id or 0)
    tops = [one for one in me.roles[Role.HR] if one is not None]
    row = Broadcast(author_id=me.employee_id, made_at=me.now)
    row.within = "" if reach is None else ",".join(map(str, sorted(tops)))
    return place("broadcasts.text", rows.begin(session, row))


def card(session: Session, me: Me, number: int) -> Draft:
    """A draft of mine."""
    return look(session, access.draft(session, me, number))


def look(session: Session, row: Broadcast) -> Draft:
    number = row.id or 0
    return Draft(
        row, rows.file_of(session, number), whom(session, row), starts_of(row),
        len(rows.questions(session, number)) if row.mark else 0,
    )  # fmt: skip


def starts_of(row: Broadcast) -> datetime | None:
    """The day and hour on every clock of the audience."""
    return datetime.fromisoformat(row.starts) if row.starts else None


def whom(session: Session, row: Broadcast) -> str:
    """The audience in words."""
    name = ""
    if row.audience in (Audience.UNIT, Audience.BELOW):
        unit = units.get(session, int(row.which or 0))
        name = unit.name if unit else ""
    elif row.audience == Audience.FAILED:
        earlier = rows.get(session, int(row.which or 0))
        name = first_words(earlier) if earlier else ""
    elif row.audience == Audience.EVERYBODY and row.within:
        within = units.names(session, [int(one) for one in row.within.split(",")])
        name = ", ".join(sorted(within.values()))
    return texts.whom(row.audience, row.which, name)


def say_text(session: Session, me: Me, number: int, text: str) -> Place:
    """What it says, at most 850 signs. Raises Refused."""
    row = access.draft(session, me, number)
    said = typed.paragraphs(text, rules.TEXT_LIMIT)
    change(session, row, text=said)
    return place("broadcasts.draft", number)


def attach(session: Session, me: Me, number: int, attachment: Attachment) -> Went:
    """A picture or PDF in place of the one before; its caption becomes the text."""
    row = access.draft(session, me, number)
    pdf = attachment.kind is AttachmentKind.DOCUMENT and attachment.mime == PDF
    if not (pdf or attachment.kind is AttachmentKind.PHOTO):
        raise Refused(texts.only_picture_or_pdf(), "file_kind")
    check(attachment)
    said = typed.paragraphs(attachment.text, rules.TEXT_LIMIT) if attachment.text.strip() else ""
    quota.demand(session, me, attachment.size or 0)
    key = vault_of(session).index(attachment.unique_id).hex()
    values = {**file_values(attachment, me.now), "key": key, "text": ""}
    rows.put_file(session, number, values)
    change(session, row, **({"text": said} if said else {}))
    return Went(place("broadcasts.text" if not (row.text or said) else "broadcasts.draft", number))


def detach(session: Session, me: Me, number: int) -> Place:
    """Without a file."""
    row = access.draft(session, me, number)
    rows.put_file(session, number, None)
    change(session, row)
    return place("broadcasts.draft", number)


def choose(session: Session, me: Me, number: int, audience: str, which: str | int = "") -> Place:
    """Whom it is for. Raises Refused."""
    row = access.draft(session, me, number)
    if not _possible(session, me, audience, str(which)):
        raise Refused(words.not_available(), "audience")
    change(session, row, audience=audience, which=str(which))
    return place("broadcasts.draft", number)


def _possible(session: Session, me: Me, audience: str, which: str) -> bool:
    match audience:
        case Audience.EVERYBODY:
            return which == ""
        case Audience.UNIT | Audience.BELOW:
            reach = my_reach(session, me)
            known = which.isdecimal() and units.get(session, int(which)) is not None
            return known and (reach is None or int(which) in reach)
        case Audience.ROLE:
            return which in ROLES
        case Audience.STAFF:
            return which in list(Staff)
        case Audience.FAILED:
            there = [one.id for one in _quizzes(session, me)]
            return which.isdecimal() and int(which) in there
    return False


def _quizzes(session: Session, me: Me) -> Sequence[Broadcast]:
    agency = my_reach(session, me) is None
    found = rows.with_quiz(session, 20)
    return [one for one in found if agency or one.author_id == me.employee_id][:5]


def find_unit(session: Session, me: Me, number: int, text: str) -> Place:
    """Search my units by name. Raises Refused."""
    access.draft(session, me, number)
    ids = units_like(session, text, my_reach(session, me))
    if not ids:
        raise Refused(texts.no_unit(), "none")
    return place("broadcasts.units_found", number, *ids)


def units_found(session: Session, me: Me, number: int, *ids: int) -> Choice:
    row, reach = access.draft(session, me, number), my_reach(session, me)
    names = units.names(session, ids)
    there = [one for one in ids if one in names and (reach is None or one in reach)]
    return Choice(row, [(one, names[one]) for one in there])


def unit_found(session: Session, me: Me, number: int, unit_id: int) -> Choice:
    """With or without what is below it."""
    return units_found(session, me, number, unit_id)


def choosing(session: Session, me: Me, number: int) -> Choice:
    """The kinds of audience; earlier quizzes among them."""
    row = access.draft(session, me, number)
    return Choice(row, [(one.id or 0, first_words(one)) for one in _quizzes(session, me)])


def say_time(session: Session, me: Me, number: int, text: str) -> Place:
    """Day and hour on every clock of the audience. Raises Refused."""
    row = access.draft(session, me, number)
    moment = typed.start(text, me.now, me.zone)
    if moment - me.now > FURTHEST:
        raise Refused(texts.too_far(FURTHEST.days), "far")
    change(session, row, starts=moment.replace(tzinfo=None).isoformat(timespec="minutes"))
    return place("broadcasts.draft", number)


def at_once(session: Session, me: Me, number: int) -> Place:
    row = access.draft(session, me, number)
    change(session, row, starts="")
    return place("broadcasts.draft", number)


def set_duty(session: Session, me: Me, number: int, duty: int) -> Place:
    """Whether it comes at any hour, on leave as well."""
    row = access.draft(session, me, number)
    change(session, row, duty=bool(duty))
    return place("broadcasts.time", number)


def drop(session: Session, me: Me, number: int) -> Went:
    """Throw a draft away."""
    access.draft(session, me, number)
    rows.delete_draft(session, number)
    return Went(DESK, texts.dropped())


def change(session: Session, row: Broadcast, **values: Any) -> None:
    """Change a draft; what was tested before was another one."""
    more = {"version": row.version + 1, **values}
    if not rows.change(session, row.id or 0, (State.DRAFT,), more, row.version):
        raise Refused(words.changed_since(), "changed")
