"""The ranking, one candidate, and the team's proposal."""

from __future__ import annotations

from bot.actions import awards
from bot.rules.stamps import stamp
from bot.screens import Button, Place, Screen, place
from bot.texts import awards as texts
from bot.texts import results as result_texts
from bot.texts import words
from handlers.lists import turns

HOME = Button(words.MENU, opens=Place("home.menu"))


def draw_panel(panel: awards.Panel) -> Screen:
    here = (panel.period_id, panel.scope_id)
    head = texts.panel(
        texts.award(panel.year, panel.quarter, "", panel.kind), panel.scope, panel.rated,
        panel.people,
    )  # fmt: skip
    lines = [texts.row(row, ranked=panel.ranked) for row in panel.rows]
    closing = texts.how_to_propose() if panel.over else texts.not_over()
    if panel.living:
        closing = texts.living_state(panel.living)
    rows = [
        [
            Button(
                texts.row_label(row.place if panel.ranked else None, row.name),
                opens=place("awards.candidate", *here, row.employee_id, panel.kind.key),
            )
        ]
        for row in panel.rows
    ]
    turn = turns(
        panel.page, panel.pages, 1, lambda page: place("awards.panel", *here, page, panel.kind.key)
    )
    others = [
        Button(
            words.called(name),
            opens=place("awards.panel", panel.period_id, scope, 0, panel.kind.key),
        )
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
        texts.row(row, ranked=one.ranked),
    ]
    if one.score is not None:
        blocks += [result_texts.parts(one.score, one.names), texts.raters(one.raters)]
    rows = []
    here = (one.period_id, one.scope_id)
    if one.may_propose:
        ask = place("awards.reason", *here, one.employee_id, one.kind.key)
        rows.append([Button(texts.PROPOSE, opens=ask)])
    else:
        blocks.append(texts.why_not(one.why_not))
    back = [Button(texts.RANKING, opens=place("awards.panel", *here, 0, one.kind.key)), HOME]
    return Screen("\n\n".join(blocks), [*rows, back])


def draw_reason(draft: awards.Draft) -> Screen:
    title = texts.award(draft.year, draft.quarter, "", draft.kind)
    here = (draft.period_id, draft.scope_id, draft.employee_id, draft.kind.key)
    typing = place("awards.reason_text", *here)
    back = [Button(words.BACK, opens=place("awards.candidate", *here)), HOME]
    return Screen(texts.ask_reason(draft.name, title), [back], typing=typing)


def draw_confirm(draft: awards.Draft) -> Screen:
    title = texts.award(draft.year, draft.quarter, "", draft.kind)
    here = (draft.period_id, draft.scope_id, draft.employee_id, draft.kind.key)
    seen = stamp(draft.employee_id, draft.reason)
    rows = [
        [Button(texts.CONFIRM, does=place("awards.propose", draft.proposal_id, seen))],
        [
            Button(words.CHANGE, opens=place("awards.reason", *here)),
            Button(words.CANCEL, opens=place("awards.candidate", *here)),
        ],
    ]
    return Screen(texts.confirm(draft.name, title, draft.reason), rows)
