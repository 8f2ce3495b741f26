"""/skor: my results with every part, why they are so, and what is outstanding."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlmodel import Session

from bot.actions import results
from bot.actions.pending import Pending
from bot.rules.objections import State
from bot.screens import Button, Place, Screen, Style, place
from bot.texts import corrections, handovers, lifts, objections, receipts, words
from bot.texts import pending as outstanding
from bot.texts import pictures as picture_texts
from bot.texts import results as texts
from bot.texts.panel import views as panel
from bot.texts.peers import telling as peers
from bot.texts.schemes import reading as schemes
from bot.texts.surveys import why as surveys
from handlers.pictures import has_radar
from handlers.table import Recipient, Shown, Table
from storage import adjustments, periods
from storage import results as stored

HOME = Button(words.MENU, opens=Place("home.menu"))


def draw_mine(found: results.Card | Pending | None) -> Screen:
    if found is None:
        return Screen(texts.none_yet(), [[HOME]])
    return draw_card(found) if isinstance(found, results.Card) else draw_pending(found)


def draw_card(card: results.Card) -> Screen:
    name = None if card.mine else card.name
    verdict = texts.verdict(card.score)
    if card.raw:
        verdict += "\n" + panel.before(*card.raw)
    blocks = [
        texts.heading(name, card.year, card.quarter) + "\n" + verdict,
        texts.parts(card.score, card.names),
    ]
    if card.trend:
        blocks.append(texts.trend(card.trend))
    if card.standing:
        settled = _settled(card)
        blocks.append(receipts.standing(card.standing, mine=card.mine, settled=settled))
    here = (card.period_id, card.employee_id)
    row = [Button(texts.WHY, opens=place("results.why", *here))]
    if card.note:
        row.append(Button(texts.FEEDBACK, opens=place("results.feedback", *here)))
    last = [*_objection(card), [*_feedback(card), HOME]]
    return Screen("\n\n".join(blocks), [*_receipt(card), row, pictures(card), *last])


def pictures(card: results.Card) -> list[Button]:
    """What can be looked at as a picture."""
    here = (card.period_id, card.employee_id)
    row = [Button(picture_texts.TREND, opens=place("pictures.trend", *here))]
    if has_radar(card):
        row.insert(0, Button(picture_texts.RADAR, opens=place("pictures.radar", *here)))
    return row


def _feedback(card: results.Card) -> list[Button]:
    """What colleagues said; where none were asked, the reply to the superior's feedback."""
    here = (card.period_id, card.employee_id)
    if card.peers:
        return [Button(peers.FEEDBACK, opens=place("peers.feedback", *here, 0))]
    if card.standing is None or not card.note:
        return []
    label = peers.REPLY if card.mine else peers.READ_REPLY
    return [Button(label, opens=place("peers.reply", *here))]


def _settled(card: results.Card) -> str:
    """What an objection makes of the result, for everybody who reads it."""
    state = card.objection[1] if card.objection else None
    if state is State.FILED:
        return objections.still_open()
    return objections.settled(state) if state in (State.DECIDED, State.WITHDRAWN) else ""


def _objection(card: results.Card) -> list[list[Button]]:
    """To object, to go on with a draft, or to see what became of it."""
    if card.may_object:
        label = objections.GO_ON if card.objection else objections.FILE
        return [[Button(label, does=place("objections.begin", card.period_id))]]
    if not card.mine or card.objection is None or card.objection[1] is State.DRAFT:
        return []
    return [[Button(objections.SEE, opens=place("objections.card", card.objection[0]))]]


def _receipt(card: results.Card) -> list[list[Button]]:
    """The button that my receipt waits for, or that leads to how it was handed over."""
    at = card.standing
    if card.handing:
        return [[Button(handovers.RECORD, opens=place("receipts.one", card.handing))]]
    if at is not None and card.mine and at.handover_id:
        return [[Button(handovers.SEE, opens=place("receipts.handed", at.handover_id))]]
    if at is None or not card.mine or at.taken_at is not None:
        return []
    take = place("receipts.take", card.period_id, at.edition)
    return [[Button(receipts.TAKE, does=take, style=Style.GOOD)]]


def draw_why(card: results.Card) -> Screen:
    met, above = card.thresholds.met, card.thresholds.above
    blocks = [texts.why_heading(card.year, card.quarter), texts.why_levels()]
    blocks += [texts.why_axis(axis, met, above) for axis in card.score.axes]
    blocks += [texts.why_sum(card.score) + " " + texts.why_predikat(card.score)]
    if card.left_out:
        blocks.append(texts.why_left_out(card.left_out))
    elif card.without_peers:
        blocks.append(texts.why_no_peers())
    how = Button(schemes.TITLE, opens=place("schemes.home", card.scheme_id))
    other = Button(lifts.OPEN, opens=place("lifts.card", card.period_id, card.employee_id))
    past = Button(corrections.HISTORY, opens=place("corrections.history", *_here(card)))
    changed = [[past]] if card.edition > 1 else []
    if card.surveyed:
        changed.append([Button(surveys.OPEN, opens=place("surveys.why", *_here(card)))])
    return Screen("\n\n".join(blocks), [[other], *changed, [how], [_back(card), HOME]])


def _here(card: results.Card) -> tuple[int, int]:
    return card.period_id, card.employee_id


def draw_feedback(card: results.Card) -> Screen:
    """What the superior says beside the levels; a screen of its own, for it may be long."""
    text = texts.feedback(card.year, card.quarter, card.note or "")
    return Screen(text, [[_back(card), HOME]])


def _back(card: results.Card) -> Button:
    return Button(words.BACK, opens=place("results.card", card.period_id, card.employee_id))


def draw_pending(pending: Pending) -> Screen:
    rating = outstanding.rating(pending.superior, pending.state, pending.rate_until)
    lines = [outstanding.heading(pending.year, pending.quarter)]
    if pending.published is not None:
        lines += [outstanding.published_without(pending.published), rating, outstanding.late()]
    else:
        lines += [outstanding.report(pending.reported, pending.submit_until), rating]
        if pending.state == "sent" or pending.rated:
            lines.append(outstanding.unit(pending.rated, pending.owed))
        lines.append(outstanding.publication(pending.publish_on))
    rows = []
    if pending.earlier is not None:
        earlier = place("results.card", pending.earlier[0], pending.employee_id)
        rows.append([Button(texts.EARLIER, opens=earlier)])
    return Screen("\n".join(lines), [*rows, [HOME]])


def write_published(session: Session, _: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    """That it is there; never a number. Dropped when a corrected one has a letter of its own."""
    period = periods.get(session, facts["period"])
    result = stored.of(session, facts["period"], facts["employee"])
    if period is None or result is None or result.edition != facts["edition"]:
        return None
    see = Button(texts.SEE, opens=place("results.card", facts["period"], facts["employee"]))
    again = result.edition > (2 if adjustments.applied(session, result.id or 0) else 1)
    return Screen(texts.published(period.year, period.quarter, again=again), [[see]])


def routes() -> Table:
    return Table(
        places={
            "results.mine": Shown(results.mine, draw_mine),
            "results.card": Shown(results.card, draw_card),
            "results.why": Shown(results.card, draw_why),
            "results.feedback": Shown(results.card, draw_feedback),
        },
        commands={"skor": Place("results.mine")},
        letters={"results.published": write_published},
    )
