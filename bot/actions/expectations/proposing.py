"""Handing planned results over, taking them back, changing and dropping agreed ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlmodel import Session

from bot.actions import rights, schemes
from bot.actions.expectations.drafting import my_draft, writable
from bot.actions.expectations.following import owe_agreement, tidy
from bot.actions.expectations.reading import Planned, living, of_person
from bot.actions.me import Me
from bot.actions.refusals import Refused
from bot.rules.expectations import State, Step, Wording, missing
from bot.rules.stamps import stamp, still
from bot.screens import Place, Went, place
from bot.texts import expectations as texts
from bot.texts import words
from storage import agreement, audit, duties, employees, expectations
from storage.columns import vault_of
from storage.duties import DutyKind
from storage.periods import Period


def ready(planned: Sequence[Planned]) -> list[Wording]:
    """The drafts that lack nothing."""
    found = [one.hand for one in planned if one.hand and one.complete]
    return [one for one in found if one.state is State.DRAFT]


def seen_of(drafts: Sequence[Wording]) -> str:
    """The mark of what these drafts say."""
    return stamp(*(_said(one) for one in drafts))


def _said(one: Wording) -> tuple[object, ...]:
    target = (str(one.target), one.unit, str(one.counting))
    return (one.number, one.text, one.indicator, one.supports or 0, *target, one.ends, one.reason)


def propose_all(session: Session, me: Me, period_id: int, seen: str = "") -> Went:
    """Hand every complete draft over, if they are what I have `seen`."""
    rights.demand(session, me, "expectations.write", about=me.employee_id)
    period = writable(session, period_id)
    drafts = ready(of_person(session, period, me.employee_id))
    here = place("expectations.mine", period_id)
    if not drafts:
        raise Refused(texts.nothing_to_propose(), "no_draft")
    if not still(seen, *(_said(one) for one in drafts)):
        return Went(here, words.changed_since())
    return Went(here, _hand_over(session, me, period, drafts))


def propose(session: Session, me: Me, wording_id: int, seen: str = "") -> Went:
    """Hand one draft over."""
    draft = my_draft(session, me, wording_id)
    card = place("expectations.one", draft.wording.planned)
    if not still(seen, _said(draft.wording)):
        return Went(card, words.changed_since())
    if lacking := missing(draft.wording, changes=draft.changes):
        raise Refused(texts.still_missing(lacking[0]), "incomplete")
    return Went(card, _hand_over(session, me, draft.period, [draft.wording]))


def _hand_over(session: Session, me: Me, period: Period, drafts: Sequence[Wording]) -> str:
    """To the superior; in force at once where there is none. What is said of it."""
    assert period.id is not None
    number = expectations.newest_round(session, period.id, me.employee_id) + 1
    for one in drafts:
        if not expectations.propose(session, one.number, number, me.now):
            raise Refused(texts.proposed_already(), "proposed")
        facts = {"period": period.id, "planned": one.planned, "round": number}
        _record(session, me, "propose", one.number, facts)
    duties.done(
        session, DutyKind.PLAN, me.now, owner_id=me.employee_id, period_id=period.id,
        object_id=number - 1,
    )  # fmt: skip
    if me.superior_id is None:
        for one in drafts:
            expectations.decide(session, one.number, State.AGREED, me.employee_id, me.now)
            said = decided(session, one, period, me.employee_id)
            _record(session, me, "declare", one.number, said)
        return texts.declared_notice()
    days = schemes.of_period(session, period).planning.agreement_days
    superior = employees.get(session, me.superior_id)
    if superior is not None and superior.left_on is None:  # else the next one owes it
        owe_agreement(session, period, me.employee_id, me.superior_id, number, me.today, days)
    return texts.proposed_notice(superior.name if superior else "")


def decided(session: Session, one: Wording, period: Period, employee_id: int) -> dict[str, object]:
    """What the trail keeps of a wording that was decided on: of its words only a mark."""
    return {
        "said": agreement.mark(vault_of(session), one.text, one.unit),
        "period": period.id, "employee": employee_id, "planned": one.planned,
        "indicator": one.indicator, "target": str(one.target), "counting": str(one.counting),
        "supports": one.supports or 0, "ends": int(one.ends),
    }  # fmt: skip


def change(session: Session, me: Me, planned_id: int) -> Place:
    """A draft of what is agreed, came back, or waits; what waited is taken back by that."""
    one, period = _mine(session, me, planned_id)
    if one.hand is not None and one.hand.state is State.DRAFT:
        return place("expectations.one", planned_id)
    _take_back(session, me, period, one)
    said = one.hand or one.shown
    number = expectations.rewrite(session, said.number, me.now, ends=False)
    return place("expectations.lines", number)


def end(session: Session, me: Me, planned_id: int) -> Went | Place:
    """Drop what was never agreed; propose to drop what was, which needs a reason."""
    one, period = _mine(session, me, planned_id)
    if one.force is None:
        return _give_up(session, me, period, one)
    if one.hand is not None and one.hand.state is State.DRAFT:
        expectations.drop(session, one.hand)
    else:
        _take_back(session, me, period, one)
    number = expectations.rewrite(session, one.force.number, me.now, ends=True, reason="")
    return place("expectations.fill", number, Step.REASON)


def discard(session: Session, me: Me, planned_id: int) -> Went:
    """Leave an agreed one as it is: the change that is in hand is put away."""
    one, period = _mine(session, me, planned_id)
    if one.force is None or one.hand is None:
        raise Refused(words.not_available(), "nothing_in_hand")
    if one.hand.state is State.DRAFT:
        expectations.drop(session, one.hand)
    else:
        _take_back(session, me, period, one)
    return Went(place("expectations.one", planned_id), texts.change_dropped())


def _mine(session: Session, me: Me, planned_id: int) -> tuple[Planned, Period]:
    row = expectations.get(session, planned_id)
    about = row.employee_id if row else None
    rights.demand(session, me, "expectations.write", about=about)
    period, one = living(session, planned_id)
    writable(session, period.id or 0)
    return one, period


def _give_up(session: Session, me: Me, period: Period, one: Planned) -> Went:
    assert one.hand is not None
    if one.hand.state is State.DRAFT:
        expectations.drop(session, one.hand)
    else:
        _take_back(session, me, period, one)
    about = f"planned/{one.number}"
    audit.record(session, me.now, me.employee_id, "expectations.give_up", about)
    return Went(place("expectations.mine", period.id or 0), texts.given_up_notice())


def _take_back(session: Session, me: Me, period: Period, one: Planned) -> None:
    """What waits or came back is put aside; the trace keeps it."""
    hand = one.hand
    if hand is None:
        return
    if not expectations.put_aside(session, hand.number, me.now):
        raise Refused(words.changed_since(), "decided")
    if hand.state is State.PROPOSED:
        _record(session, me, "take_back", hand.number, {"planned": one.number})
        tidy(session, period, me.employee_id, hand.round, me.now)


def _record(
    session: Session, me: Me, action: str, wording_id: int, facts: Mapping[str, object]
) -> None:
    about = f"wording/{wording_id}"
    audit.record(session, me.now, me.employee_id, f"expectations.{action}", about, facts)
