"""The figure of a month, published by a head: printed, sent to the unit's group."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.actions.factors.proof import demand_proof
from bot.actions.groups.coming import board
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.actions.surveys.months import first_of, led_unit, proposal_of
from bot.rules.stamps import stamp
from bot.rules.surveys.grades import Weight
from bot.rules.surveys.index import Figure, figure
from bot.rules.surveys.samples import Interval, Sample, interval, sample
from bot.rules.surveys.tallies import Tally
from bot.screens import Went, place
from bot.texts import words
from bot.texts.surveys import publishing as texts
from storage import accounts, audit, employees, outbox, units
from storage.outbox import Kind, Owed
from storage.surveys import pins, releases
from storage.surveys.releases import SurveyRelease

TEMPLATE = "surveys.published"


@dataclass(frozen=True, slots=True)
class Card:
    """One month of a unit as its card shows it; `published_on` None while it is a proposal.

    `board`: the unit whose group it goes to, "" the office's, None: to people themselves.
    `seen` stands for the numbers shown, so that only these are published.
    """

    unit_id: int
    unit: str
    office: str
    month: date
    figure: Figure
    interval: Interval | None
    sample: Sample
    published_on: date | None
    board: str | None
    may_publish: bool
    seen: str


def card(session: Session, me: Me, unit_id: int, month: int) -> Card:
    """One month: as it was published, else as it would be. Raises Refused without answers."""
    name, below = led_unit(session, me, unit_id)
    first = first_of(month, me.today)
    row = releases.of(session, unit_id, first)
    if row is not None:
        published = row.published_at.astimezone(me.zone).date()
        return _card(session, name, row, published, may=False)
    proposal = proposal_of(session, me, unit_id, below, first)
    if not proposal.answers:
        raise Refused(texts.no_answers(), "no_answers")
    return _card(session, name, proposal, None, may=True)


def publish(session: Session, me: Me, unit_id: int, month: int, seen: str) -> Went:
    """Publish what I have `seen`, once. Raises ProofWanted."""
    name, below = led_unit(session, me, unit_id)
    first, here = first_of(month, me.today), place("surveys.month", unit_id, month)
    row = proposal_of(session, me, unit_id, below, first)
    if not row.answers:
        raise Refused(texts.no_answers(), "no_answers")
    if releases.of(session, unit_id, first) is None and seen != _mark(row):
        return Went(here, words.changed_since())
    demand_proof(session, me)
    if not release(session, me, row, name):
        return Went(here, texts.published_already())
    kept = releases.of(session, unit_id, first)
    assert kept is not None
    _tell(session, me, kept, below)
    return Went(here, texts.published())


def release(session: Session, me: Me, row: SurveyRelease, name: str) -> bool:
    """Put it out for good; False when that month was published."""
    if not releases.add(session, row.model_dump(exclude={"id"})):
        return False
    kept = releases.of(session, row.unit_id, row.month)
    assert kept is not None
    shown = _card(session, name, kept, None, may=False).figure
    facts = {
        "unit": row.unit_id, "month": row.month.isoformat(), "index": str(shown.index),
        "answers": kept.answers, "sums": kept.sums, "weight": kept.weight,
    }  # fmt: skip
    about = f"survey_release/{kept.id}"
    audit.record(session, me.now, me.employee_id, "surveys.publish", about, facts)
    return True


def released(session: Session, number: int) -> Card | None:
    """What a letter tells of."""
    row = releases.get(session, number)
    if row is None:
        return None
    unit = units.get(session, row.unit_id)
    return _card(session, unit.name if unit else "", row, row.published_at.date(), may=False)


def _card(
    session: Session, unit: str, row: SurveyRelease, published: date | None, *, may: bool
) -> Card:
    tally: Tally = pins.read_sums(row.answers, row.sums, row.squares)
    weight = Weight(row.weight)
    shown, to = figure(tally, weight), board(session, row.unit_id)
    assert shown is not None
    return Card(
        row.unit_id, unit, units.top(session), row.month, shown,
        interval(tally, row.visitors, weight), sample(row.answers, row.visitors), published,
        to.unit if to else None, may, _mark(row),
    )  # fmt: skip


def _mark(row: SurveyRelease) -> str:
    return stamp(row.answers, row.sums, row.squares, row.weight, row.visitors or 0)


def _tell(session: Session, me: Me, row: SurveyRelease, below: frozenset[int]) -> None:
    """The unit's group or the office's channel, where there is one; else everybody of the unit."""
    facts, opens = {"release": row.id}, place("surveys.results", row.unit_id, 0)
    if to := board(session, row.unit_id):
        key, chat = f"{TEMPLATE}/{row.id}", to.chat_id
        outbox.put(session, key, Kind.REMINDER, TEMPLATE, me.now, chat_id=chat, facts=facts)
        return
    people = {one.id or 0 for one in employees.in_units(session, below)}
    there = accounts.in_touch(session) & people - {me.employee_id}
    owed = [Owed(f"{TEMPLATE}/{row.id}/{one}", one, facts, opens) for one in sorted(there)]
    outbox.put_many(session, Kind.REMINDER, TEMPLATE, me.now, owed)
