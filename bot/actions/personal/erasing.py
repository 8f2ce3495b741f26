"""Erasing what no retention duty holds, and saying when the rest can go."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from bot.actions import rights
from bot.actions.me import Me
from bot.actions.pages import leaf
from bot.actions.personal.ending import end, standing
from bot.actions.personal.home import rules_of
from bot.actions.refusals import Refused
from bot.rules.personal import Consent, Erasable, Keeping, free_from
from bot.screens import Place, Went
from bot.texts import words
from bot.texts.personal import erasing as texts
from storage import audit, thanks
from storage.personal import erasing as deleting
from storage.personal import erasures
from storage.personal.expiring import EXPIRING

_HANGING: Mapping[Erasable, Collection[str]] = {
    **dict.fromkeys(Erasable, ()),
    Erasable.STORIES: (Consent.STORY,),
    Erasable.CHOICES: (Consent.THANKS, Consent.AWARD),
}
"""Consents that end with a group."""
BOUND = ("sentences", "notes", "evidence")
"""What is told of the rest, by its name in `EXPIRING`."""
PAGE = 6


@dataclass(frozen=True, slots=True)
class Erasables:
    """How much there is of each group, and those of the page that can be erased.

    `bound` is what goes by itself, and the day on which this year's does; the rest stays so many
    `years` longer than the person.
    """

    groups: Mapping[Erasable, int]
    shown: Sequence[Erasable]
    bound: Sequence[tuple[str, date]]
    years: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Sure:
    group: Erasable
    many: int


def erasables(session: Session, me: Me, page: int = 0) -> Erasables:
    """What I may erase now, and what not yet."""
    rights.demand(session, me, "personal.own", about=me.employee_id)
    rules = rules_of(session, me.today)
    groups = {one: _count(session, me, one) for one in Erasable}
    terms = [(name, rules.kept(Keeping(EXPIRING[name].keeping))) for name in BOUND]
    bound = [(name, free_from(me.today.year, years)) for name, years in terms]
    shown, at, pages = leaf([one for one in Erasable if groups[one]], page, PAGE)
    return Erasables(groups, shown, bound, rules.leavers, at, pages)


def sure(session: Session, me: Me, group: str) -> Sure:
    """The last look: it cannot be undone."""
    rights.demand(session, me, "personal.own", about=me.employee_id)
    one = _group(group)
    return Sure(one, _count(session, me, one))


def erase(session: Session, me: Me, group: str) -> Went:
    """Delete it all. A second press finds nothing and says so."""
    rights.demand(session, me, "personal.own", about=me.employee_id)
    one, here = _group(group), Place("personal.erasables")
    if not erase_of(session, me.employee_id, one, me.now, me.employee_id):
        return Went(here, texts.nothing_there())
    return Went(here, texts.erased_notice())


def erase_of(session: Session, employee_id: int, group: Erasable, now: datetime, by: int) -> int:
    """Delete a group of anybody and keep that it was done; how many rows. For a restore too."""
    ended = [one for one in standing(session, employee_id) if one.kind in _HANGING[group]]
    for consent in ended:
        end(session, consent, now, by or None)
    if group is Erasable.THANKS:
        for number in thanks.shown_of(session, employee_id):
            audit.record(session, now, by or None, "thanks.hide", f"thanks/{number}")
    erased = deleting.erase(session, group, employee_id)
    gone = [f"thanks/{number}" for number in erased.thanks]
    audit.erase_of(session, now, by or None, employee_id, "thanks.send", gone)
    rows = erased.rows + len(ended)
    if rows:
        erasures.record(session, employee_id, group.value, now, by, rows, sorted(erased.files))
        facts = {"employee": employee_id, "kind": group.value, "rows": rows}
        audit.record(session, now, by or None, "personal.erase", f"employee/{employee_id}", facts)
    return rows


def _count(session: Session, me: Me, group: Erasable) -> int:
    many = deleting.count(session, group, me.employee_id)
    stand = standing(session, me.employee_id) if group is Erasable.CHOICES else []
    return many + sum(one.kind in _HANGING[group] for one in stand)


def _group(name: str) -> Erasable:
    if name not in set(Erasable):
        raise Refused(words.not_available(), "group")
    return Erasable(name)
