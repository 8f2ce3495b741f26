"""/panel and /penghargaan: the ranking, a proposal, the decision by somebody else, the honour."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlmodel import Session

from bot.actions import awards
from bot.rules.stamps import stamp
from bot.screens import Button, Place, Screen, Style, place
from bot.texts import awards as texts
from bot.texts import results as result_texts
from bot.texts import words
from handlers.appraisals import pager
from handlers.table import Recipient, Shown, Table
from storage import awards as given
from storage import proposals

HOME = Button(words.MENU, opens=Place("home.menu"))


def draw_panel(panel: awards.Panel) -> Screen:
    head = texts.panel(panel.year, panel.quarter, panel.scope, panel.rated, panel.people)
    lines = [
        texts.row(row.place, row.tied, row.near, row.name, row.score, row.obstacles)
        for row in panel.rows
    ]
    closing = texts.how_to_propose() if panel.over else texts.not_over()
    if panel.living:
        closing = texts.living_state(panel.living)
    rows = [
        [
            Button(
                texts.row_label(row.place, row.name),
                opens=place("awards.candidate", panel.period_id, panel.scope_id, row.employee_id),
            )
        ]
        for row in panel.rows
    ]
    turn = pager("awards.panel", [panel.period_id, panel.scope_id], panel.page, panel.pages)
    others = [
        Button(words.called(name), opens=place("awards.panel", panel.period_id, scope, 0))
        for scope, name in panel.scopes
        if scope != panel.scope_id
    ]
    return Screen(
        "\n\n".join([head, "\n".join(lines), closing]), [*rows, others[:2], [*turn, HOME]]
    )


def draw_candidate(one: awards.Candidate) -> Screen:
    row = one.row
    blocks = [
        texts.candidate(one.name, one.unit, one.year, one.quarter),
        texts.row(row.place, row.tied, row.near, one.name, row.score, row.obstacles),
    ]
    if one.score is not None:
        blocks += [result_texts.parts(one.score, one.names), texts.raters(one.raters)]
    rows = []
    here = (one.period_id, one.scope_id)
    if one.may_propose:
        ask = place("awards.reason", *here, one.employee_id)
        rows.append([Button(texts.PROPOSE, opens=ask)])
    else:
        blocks.append(texts.why_not(one.why_not))
    back = [Button(texts.RANKING, opens=place("awards.panel", *here, 0)), HOME]
    return Screen("\n\n".join(blocks), [*rows, back])


def draw_reason(draft: awards.Draft) -> Screen:
    title = texts.award(draft.year, draft.quarter, "")
    here = place("awards.candidate", draft.period_id, draft.scope_id, draft.employee_id)
    typing = place("awards.reason_text", draft.period_id, draft.scope_id, draft.employee_id)
    back = [Button(words.BACK, opens=here), HOME]
    return Screen(texts.ask_reason(draft.name, title), [back], typing=typing)


def draw_confirm(draft: awards.Draft) -> Screen:
    title = texts.award(draft.year, draft.quarter, "")
    change = place("awards.reason", draft.period_id, draft.scope_id, draft.employee_id)
    seen = stamp(draft.employee_id, draft.reason)
    back = place("awards.candidate", draft.period_id, draft.scope_id, draft.employee_id)
    rows = [
        [Button(texts.CONFIRM, does=place("awards.propose", draft.proposal_id, seen))],
        [Button(words.CHANGE, opens=change), Button(words.CANCEL, opens=back)],
    ]
    return Screen(texts.confirm(draft.name, title, draft.reason), rows)


def draw_case(case: awards.CaseCard) -> Screen:
    title = texts.award(case.year, case.quarter, "")
    blocks = [
        texts.case(case.name, case.unit, title, case.proposer, case.proposed_at, case.reason)
    ]
    if case.score is not None:
        blocks.append(result_texts.axes(case.score))
    blocks.append(texts.case_state(case.state, case.decider, case.answer))
    if not case.may_decide:
        return Screen("\n\n".join(blocks), [[HOME]])
    number = case.proposal_id
    approve = Button(words.APPROVE, opens=place("awards.approving", number), style=Style.GOOD)
    refuse = Button(words.REJECT, opens=place("awards.refusing", number), style=Style.BAD)
    return Screen("\n\n".join([*blocks, texts.decide_hint()]), [[approve, refuse], [HOME]])


def draw_approving(case: awards.CaseCard) -> Screen:
    text = texts.confirm_approval(case.name, texts.award(case.year, case.quarter, ""))
    rows = [
        [Button(texts.GIVE, does=place("awards.approve", case.proposal_id))],
        [Button(words.BACK, opens=place("awards.decide", case.proposal_id))],
    ]
    return Screen(text, rows)


def draw_refusing(case: awards.CaseCard) -> Screen:
    text = texts.ask_rejection(case.name, texts.award(case.year, case.quarter, ""))
    back = [Button(words.BACK, opens=place("awards.decide", case.proposal_id))]
    return Screen(text, [back], typing=place("awards.refusal_text", case.proposal_id))


def draw_rejecting(case: awards.CaseCard) -> Screen:
    title = texts.award(case.year, case.quarter, "")
    text = texts.confirm_rejection(case.name, title, case.rejection or "")
    number = case.proposal_id
    rows = [
        [Button(texts.TURN_DOWN, does=place("awards.reject", number, stamp(case.rejection)))],
        [
            Button(words.CHANGE, opens=place("awards.refusing", number)),
            Button(words.CANCEL, opens=place("awards.decide", number)),
        ],
    ]
    return Screen(text, rows)


def draw_list(listed: awards.Given) -> Screen:
    lines = [
        texts.list_line(
            one.number, one.award_year, one.name, one.unit,
            texts.award(one.year, one.quarter, one.scope),
        )
        for one in listed.honours
    ]  # fmt: skip
    rows = [
        [Button(texts.decide_label(name), opens=place("awards.decide", number))]
        for number, name in listed.cases[:5]
    ]
    turn = pager("awards.list", [], listed.page, listed.pages)
    return Screen("\n\n".join([texts.list_(len(lines)), *lines]), [*rows, [*turn, HOME]])


def draw_honour(one: awards.Honour) -> Screen:
    title = texts.award(one.year, one.quarter, one.scope)
    text = texts.honour(
        one.name, one.unit, title, one.number, one.award_year, one.given_at.date(), one.giver
    )
    if one.mine:
        text += "\n\n" + texts.congratulation()
    rows = [[Button(texts.ALL_AWARDS, opens=Place("awards.list")), HOME]]
    return Screen(text, rows)


def write_won(session: Session, to: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    if given.get(session, facts["award"]) is None:
        return None
    opens = Button(words.OPEN, opens=place("awards.honour", facts["award"]))
    return Screen(texts.won(to.name, to.sex), [[opens]])


def write_proposed(session: Session, _: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    one = proposals.get(session, facts["proposal"])
    if one is None or one.state != proposals.WAITING:
        return None
    opens = Button(texts.CASE, opens=place("awards.decide", facts["proposal"]))
    return Screen(texts.waits_for_you(), [[opens]])


def write_decided(session: Session, _: Recipient, facts: Mapping[str, Any]) -> Screen | None:
    if proposals.get(session, facts["proposal"]) is None:
        return None
    opens = Button(texts.CASE, opens=place("awards.decide", facts["proposal"]))
    return Screen(texts.decided(), [[opens]])


def routes() -> Table:
    return Table(
        places={
            "awards.panel": Shown(awards.panel, draw_panel),
            "awards.candidate": Shown(awards.candidate, draw_candidate),
            "awards.reason": Shown(awards.ask_reason, draw_reason),
            "awards.confirm": Shown(awards.confirm, draw_confirm),
            "awards.decide": Shown(awards.case, draw_case),
            "awards.approving": Shown(awards.confirm_approval, draw_approving),
            "awards.refusing": Shown(awards.ask_rejection, draw_refusing),
            "awards.rejecting": Shown(awards.confirm_rejection, draw_rejecting),
            "awards.list": Shown(awards.list_, draw_list),
            "awards.honour": Shown(awards.honour, draw_honour),
        },
        acts={
            "awards.propose": awards.propose,
            "awards.approve": awards.approve,
            "awards.reject": awards.reject,
        },
        typed={
            "awards.reason_text": awards.write_reason,
            "awards.refusal_text": awards.write_rejection,
        },
        commands={"penghargaan": Place("awards.list")},
        letters={
            "awards.proposed": write_proposed,
            "awards.won": write_won,
            "awards.decided": write_decided,
        },
    )
