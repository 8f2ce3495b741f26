"""A proposal before the head."""

from __future__ import annotations

from bot.actions import awards
from bot.rules.stamps import stamp
from bot.screens import Button, Place, Screen, Style, place
from bot.texts import awards as texts
from bot.texts import results as result_texts
from bot.texts import words
from bot.texts.awards import decree as decree_texts
from handlers.awards.proposing import HOME


def draw_case(case: awards.CaseCard) -> Screen:
    title = texts.award(case.year, case.quarter, "", case.kind)
    blocks = [
        texts.case(case.name, case.unit, title, case.proposer, case.proposed_at, case.reason)
    ]
    if case.score is not None:
        blocks.append(result_texts.axes(case.score))
    blocks.append(texts.case_state(case.state, case.decider, case.answer))
    number = case.proposal_id
    decree = [Button(decree_texts.DOOR, opens=place("awards.decree", number))]
    papers = [decree] if case.may_sign else []
    if case.round_id:
        how = Button(texts.THE_ROUND, opens=place("awards.round", case.round_id))
        papers = [[how], *papers]
    if not case.may_decide:
        back = Button(words.BACK, opens=Place("awards.list"))
        return Screen("\n\n".join(blocks), [*papers, [back, HOME]])
    if case.hindered is not None:
        refuse = Button(texts.GIVE_BACK, opens=place("awards.refusing", number))
        said = texts.hindered(case.name, case.hindered)
        return Screen("\n\n".join([*blocks, said]), [[refuse], [HOME]])
    approve = Button(words.APPROVE, opens=place("awards.approving", number), style=Style.GOOD)
    refuse = Button(words.REJECT, opens=place("awards.refusing", number), style=Style.BAD)
    return Screen(
        "\n\n".join([*blocks, texts.decide_hint()]), [[approve, refuse], *papers, [HOME]]
    )


def draw_approving(case: awards.CaseCard) -> Screen:
    text = texts.confirm_approval(case.name, texts.award(case.year, case.quarter, "", case.kind))
    number, course = case.proposal_id, case.course
    chosen = [course.id or 0] if course is not None else []
    rows = [[Button(texts.GIVE, does=place("awards.approve", number, *chosen))]]
    if course is not None:
        text += "\n\n" + texts.with_seat(course.name, course.begins_on, course.cost, course.source)
    if case.kind.training_seat:
        label = texts.WITH_SEAT if course is None else texts.OTHER_SEAT
        rows.append([Button(label, opens=place("awards.seats", number, 0))])
    if course is not None:
        rows.append([Button(texts.NO_SEAT, opens=place("awards.approving", number))])
    rows.append([Button(words.BACK, opens=place("awards.decide", number))])
    return Screen(text, rows)


def draw_refusing(case: awards.CaseCard) -> Screen:
    text = texts.ask_rejection(case.name, texts.award(case.year, case.quarter, "", case.kind))
    back = [Button(words.BACK, opens=place("awards.decide", case.proposal_id))]
    return Screen(text, [back], typing=place("awards.refusal_text", case.proposal_id))


def draw_rejecting(case: awards.CaseCard) -> Screen:
    title = texts.award(case.year, case.quarter, "", case.kind)
    number, seen = case.proposal_id, stamp(case.rejection)
    hindered = case.hindered is not None
    text = texts.confirm_rejection(
        case.name, title, case.rejection or "", in_round=case.in_round, hindered=hindered
    )
    back = Button(texts.GIVE_BACK, does=place("awards.give_back", number, seen))
    refuse = Button(texts.TURN_DOWN, does=place("awards.reject", number, seen), style=Style.BAD)
    rows = [
        [back] if hindered else [back, refuse],
        [
            Button(words.CHANGE, opens=place("awards.refusing", number)),
            Button(words.CANCEL, opens=place("awards.decide", number)),
        ],
    ]
    return Screen(text, rows)
