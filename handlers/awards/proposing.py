"""The ranking, one candidate, and the team's proposal."""

from __future__ import annotations

from bot.actions import awards
from bot.rules.stamps import stamp
from bot.screens import Button, Place, Screen, place
from bot.texts import awards as texts
from bot.texts import results as result_texts
from bot.texts import words
from handlers.appraisals import pager

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
