"""The checked file becomes the roster, in the one transaction of the caller."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from bot.actions.roster.changes import Missing
from bot.actions.roster.checking import DEFAULT_ZONE, Findings, Progress, check
from bot.actions.roster.roles import give, guardians, tell
from bot.actions.roster.stand import Stand
from bot.actions.roster.steps import Steps
from bot.actions.roster.writing import write_people, write_superiors, write_units
from bot.rules.roster import Row
from storage import action_items, agreement, audit, claims, entry_codes, factors, postings
from storage import roster as stored


class Faulty(ValueError):
    """The file has faults; nothing was applied."""

    def __init__(self, findings: Findings) -> None:
        super().__init__(f"{len(findings.faults)} faults")
        self.findings = findings


@dataclass(frozen=True, slots=True)
class Outcome:
    """`roles` counts people whose roles changed; `left` is 0 unless leavers were asked for.

    `moved` are those of the `changed` with another unit or superior.
    """

    added: int
    changed: int
    unchanged: int
    moved: int
    roles: int
    left: int
    missing: Sequence[Missing]


def apply(
    session: Session,
    rows: Sequence[Row],
    now: datetime,
    *,
    leavers: bool = False,
    zone: str = DEFAULT_ZONE,
    by: int | None = None,
    progress: Progress | None = None,
) -> Outcome:
    """Make the roster say what the file says; all or nothing. Raises Faulty.

    `now` is aware, and its day counts as today. Applying the same file again changes nothing.
    People missing from the file stay, unless `leavers`: then their service and accounts end.
    """
    found = check(session, rows, now.date(), leavers=leavers, zone=zone, progress=progress)
    return write(session, found, now, leavers=leavers, by=by)


def is_current(session: Session, found: Findings, today: date) -> bool:
    """Whether the roster is still the one that the file was held against."""
    return found.stamp == Stand.read(session, today).stamp


def write(
    session: Session,
    found: Findings,
    now: datetime,
    *,
    leavers: bool = False,
    by: int | None = None,
    told: bool = False,
    progress: Progress | None = None,
) -> Outcome:
    """Apply what was found, in the caller's transaction, in which it `is_current`.

    Raises Faulty. `told`: those who watch over roles hear of it whoever did it. `progress` hears
    how many of how many lines' worth of work is done.
    """
    today = now.date()
    steps = Steps(len(found.entries), progress)
    watching = guardians(session, today)
    if found.faults:
        raise Faulty(found)
    write_units(session, found.units)
    write_people(session, found, steps)
    ids = {person.nip_index: person for person in stored.everybody(session)}
    steps.next()
    write_superiors(session, found, ids, steps)
    steps.next()
    roles = give(session, found, ids, today)
    left = [person.employee_id for person in found.missing] if leavers else []
    if left:
        _leave(session, left, now, today, by)
    postings.bring(session, today)
    _testify(session, now, today, by, steps)
    steps.next()
    outcome = Outcome(
        found.added, found.changed, found.unchanged, found.moved, roles, len(left),
        () if leavers else found.missing,
    )  # fmt: skip
    facts = {"added": outcome.added, "changed": outcome.changed, "roles": roles, "left": len(left)}
    audit.record(session, now, by, "roster.import", "roster", facts)
    if roles and (told or by is None):
        tell(session, [one for one in watching if one != by], roles, now, by)
    return outcome


def _testify(session: Session, now: datetime, today: date, by: int | None, steps: Steps) -> None:
    """An entry for everybody who stands otherwise than the trail says, or of whom it is silent."""
    connection = session.connection()
    told, told_now = agreement.recorded(connection), 0
    for who, standing in sorted(agreement.standings(connection, today).items()):
        if told.get(who, (0, None))[1] != standing:
            facts = standing._asdict()
            audit.record(session, now, by, "roster.stand", f"employee/{who}", facts)
            told_now += 1
            if not told_now % stored.CHUNK:
                steps.add(stored.CHUNK)


def _leave(
    session: Session, employee_ids: Sequence[int], now: datetime, today: date, by: int | None
) -> None:
    for some in stored.chunks(employee_ids):
        stored.leave(session, some, today)
        for account in claims.end_all_of(session, some, now):
            audit.record(session, now, by, "joining.end", f"account/{account}")
        entry_codes.end_of(session, some, now)
        factors.end(session, some, factors.LEFT, now)
        action_items.host_left(session, some)
    gone = set(employee_ids)
    held = [grant for grant in stored.held_roles(session, today) if grant.employee_id in gone]
    stored.end_roles(session, held, today)
