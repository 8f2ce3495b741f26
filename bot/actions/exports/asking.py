"""From what somebody wants to the file: purpose first, then the form, then it is handed out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.actions.exports.extracting import KINDS, Extract, extract
from bot.actions.factors.proof import demand_proof
from bot.actions.me import Me
from bot.actions.overview import reach
from bot.actions.refusals import Refused
from bot.actions.rights import allowed, demand
from bot.rules.authority import Role
from bot.rules.personal import Look
from bot.rules.publication import RELEASED
from bot.screens import Place, Went, place
from bot.texts import exports as texts
from bot.texts import words
from storage import audit, periods, personal
from storage import handouts as stored
from storage.handouts import Handout

HOME = Place("exports.home")
OF_HR = frozenset({"people", "calls"})
"""What HR alone takes; the rest heads of units as well."""
ENDINGS = ("xlsx", "csv", "pdf")
MOST_OF_PDF = 2_000
SHORTEST, LONGEST = 10, 500
HANDED_FOR = timedelta(minutes=10)
"""So long a file that was taken may be drawn again, when the first did not arrive."""
SHOWN = 3


@dataclass(frozen=True, slots=True)
class Home:
    """Kinds I may take, with the period or year offered first; `taken` before, newest first."""

    kinds: Sequence[tuple[str, int]]
    taken: Sequence[tuple[str, str, datetime]]


@dataclass(frozen=True, slots=True)
class Asked:
    """An extract whose purpose is asked; `before` is the period or year before it, or 0."""

    kind: str
    which: int
    title: str
    before: int


@dataclass(frozen=True, slots=True)
class Ready:
    """A purpose was given; `may_unmask`: whole NIP are within my rights."""

    handout_id: int
    title: str
    purpose: str
    reason: str
    full: bool
    lines: int
    may_unmask: bool


@dataclass(frozen=True, slots=True)
class Paper:
    """What is handed out now, with what stands under every page."""

    extract: Extract
    ending: str
    name: str
    at: datetime
    by: str
    purpose: str


def doors_open(_: Session, me: Me) -> bool:
    return me.has(Role.HR) or me.has(Role.HEAD)


def home(session: Session, me: Me) -> Home:
    demand(session, me, "exports.make")
    mine = [kind for kind in KINDS if _mine(session, me, kind)]
    kinds = [(kind, _newest(session, me, kind)) for kind in mine]
    taken = [
        (texts.TITLES[one.kind], one.purpose, one.taken_at.astimezone(me.zone))
        for one in stored.newest(session, me.employee_id, SHOWN)
        if one.taken_at
    ]
    return Home(kinds, taken)


def ask(session: Session, me: Me, kind: str, which: int) -> Asked:
    """What it would be. Raises Refused where there is nothing of that kind."""
    _demand(session, me, kind)
    if kind == "results":
        period = periods.get(session, which)
        if period is None or period.state not in RELEASED:
            raise Refused(texts.nothing_published(), "not_published")
        order = [one.id or 0 for one in _released(session)]
        at = order.index(which)
        title = texts.of_quarter(kind, period.year, period.quarter)
        return Asked(kind, which, title, order[at - 1] if at else 0)
    if kind in OF_HR:
        return Asked(kind, 0, texts.KINDS[kind], 0)
    year = which if 2000 <= which <= me.today.year else me.today.year
    return Asked(kind, year, texts.of_year(kind, year), year - 1)


def purpose(session: Session, me: Me, kind: str, which: int, text: str) -> Place:
    """Keep what it is for. Raises Refused for a word too few."""
    at = ask(session, me, kind, which)
    row = Handout(
        kind=kind, which=at.which, purpose=sentence(text), made_by=me.employee_id, made_at=me.now
    )
    return place("exports.ready", stored.add(session, row))


def ready(session: Session, me: Me, handout_id: int) -> Ready:
    """The last look before it is handed out."""
    row = _draft(session, me, handout_id)
    _may_take(session, me, row)
    made = _extract(session, me, row)
    may = allowed(session, me, "exports.unmask")
    return Ready(handout_id, made.title, row.purpose, row.reason, row.full, len(made.lines), may)


def reason_asked(session: Session, me: Me, handout_id: int) -> int:
    demand(session, me, "exports.unmask")
    _draft(session, me, handout_id)
    return handout_id


def reason(session: Session, me: Me, handout_id: int, text: str) -> Place:
    """Keep why whole NIP are needed; they are not yet granted by that."""
    reason_asked(session, me, handout_id)
    stored.unmask(session, handout_id, sentence(text), full=False)
    return place("exports.full_check", handout_id)


def full_check(session: Session, me: Me, handout_id: int) -> tuple[int, str]:
    """The reason as it was typed."""
    reason_asked(session, me, handout_id)
    return handout_id, _draft(session, me, handout_id).reason


def unmask(session: Session, me: Me, handout_id: int) -> Went:
    """Let it hold whole NIP. Raises Refused without a reason; ProofWanted."""
    reason_asked(session, me, handout_id)
    row = _draft(session, me, handout_id)
    if not row.reason:
        raise Refused(texts.say_more(), "no_reason")
    demand_proof(session, me)
    stored.unmask(session, handout_id, row.reason, full=True)
    return Went(place("exports.ready", handout_id))


def mask_again(session: Session, me: Me, handout_id: int) -> Went:
    row = _draft(session, me, handout_id)
    _demand(session, me, row.kind)
    stored.unmask(session, handout_id, row.reason, full=False)
    return Went(place("exports.ready", handout_id))


def take(session: Session, me: Me, handout_id: int, ending: str) -> Went:
    """Hand it out, noted in the trail. Raises Refused when there is nothing, or too much."""
    row = _draft(session, me, handout_id)
    _may_take(session, me, row)
    if ending not in ENDINGS:
        raise Refused(words.not_available(), "ending")
    made = _extract(session, me, row)
    if not made.lines:
        raise Refused(texts.nothing_there(), "nothing")
    if ending == "pdf" and len(made.lines) > MOST_OF_PDF:
        raise Refused(texts.too_many(MOST_OF_PDF), "too_many")
    if not stored.take(session, handout_id, ending, len(made.lines), me.now):
        raise Refused(words.changed_since(), "taken")
    facts = {
        "kind": row.kind, "which": row.which, "ending": ending, "lines": len(made.lines),
        "full": row.full,
    }  # fmt: skip
    audit.record(session, me.now, me.employee_id, "exports.take", f"handout/{handout_id}", facts)
    granted = {unit for role in _roles(row.kind) for unit in me.roles.get(role, ())}
    units = [unit or personal.EVERYBODY for unit in granted]
    personal.note_export(session, me.employee_id, Look.EXPORT, units, me.today, me.now)
    return Went(place("exports.paper", handout_id))


def paper(session: Session, me: Me, handout_id: int) -> Paper:
    """What was just taken; later it is to be asked for again."""
    row = _own(session, me, handout_id)
    if row.taken_at is None or me.now - row.taken_at > HANDED_FOR:
        raise Refused(words.not_available(), "over")
    _may_take(session, me, row)
    made = _extract(session, me, row)
    name = texts.file_name(row.kind, made.which, row.ending)
    return Paper(made, row.ending, name, row.taken_at.astimezone(me.zone), me.name, row.purpose)


def _demand(session: Session, me: Me, kind: str) -> None:
    if kind not in KINDS:
        raise Refused(words.not_available(), "kind")
    demand(session, me, "exports.staff" if kind in OF_HR else "exports.make")


def _mine(session: Session, me: Me, kind: str) -> bool:
    return allowed(session, me, "exports.staff" if kind in OF_HR else "exports.make")


def _extract(session: Session, me: Me, row: Handout) -> Extract:
    units = reach(session, me, _roles(row.kind))
    return extract(session, row.kind, row.which, units, me.zone, full=row.full)


def _roles(kind: str) -> tuple[Role, ...]:
    return (Role.HR,) if kind in OF_HR else (Role.HR, Role.HEAD)


def _own(session: Session, me: Me, handout_id: int) -> Handout:
    row = stored.get(session, handout_id)
    if row is None or row.made_by != me.employee_id or row.kind not in KINDS:
        raise Refused(words.not_available(), "not_mine")
    return row


def _may_take(session: Session, me: Me, row: Handout) -> None:
    _demand(session, me, row.kind)
    if row.full and not allowed(session, me, "exports.unmask"):
        raise Refused(words.not_available(), "unmask")


def _draft(session: Session, me: Me, handout_id: int) -> Handout:
    row = _own(session, me, handout_id)
    if row.state != stored.DRAFT:
        raise Refused(words.not_available(), "taken")
    return row


def sentence(text: str) -> str:
    """What was typed as a purpose or a reason. Raises Refused when it says too little or much."""
    said = " ".join(text.split())
    if sum(map(str.isalpha, said)) < SHORTEST:
        raise Refused(texts.say_more(), "too_short")
    if len(said) > LONGEST:
        raise Refused(words.too_long(LONGEST, len(said)), "too_long")
    return said


def _released(session: Session) -> list[periods.Period]:
    """Oldest first."""
    found = [one for one in periods.everything(session) if one.state in RELEASED]
    return sorted(found, key=lambda one: (one.year, one.quarter))


def _newest(session: Session, me: Me, kind: str) -> int:
    if kind == "results":
        found = _released(session)
        return (found[-1].id or 0) if found else 0
    return 0 if kind in OF_HR else me.today.year
