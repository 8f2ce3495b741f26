"""The evaluation team's people, one of them, and one criterion across everybody."""

from __future__ import annotations

from functools import partial

from bot.actions import appraisals
from bot.rules.schemes import Source
from bot.screens import Button, Place, Screen, place
from bot.texts import appraisals as texts
from bot.texts import drills, words
from bot.texts.appraisals import form, team
from handlers.appraisals.form import level_rows, planned_lines
from handlers.appraisals.lists import HOME, pager, to_drill

PANEL = Button(words.BACK, opens=Place("panel.home"))


def draw_team(listed: appraisals.Ratees) -> Screen:
    head = team.people(
        listed.year, listed.quarter, listed.sent, listed.total, listed.until, listed.today
    )
    if not listed.asks:
        return Screen(f"{head}\n\n{team.nothing_asked()}", [[PANEL, HOME]])
    if not listed.people:
        return Screen(f"{head}\n\n{team.nobody()}", [[PANEL, HOME]])
    lines = [team.line(name, state) for _, name, state in listed.people]
    rows = [
        [Button(words.called(name), opens=place("appraisals.ratee", listed.period_id, number))]
        for number, name, _ in listed.people
    ]
    closing = team.how() if listed.open else team.closed()
    if listed.shut and listed.sent < listed.total:
        rows.insert(0, [to_drill(listed.period_id)])
    elif listed.open and listed.sent < listed.total:
        across = place("appraisals.go_across", listed.period_id, Source.TEAM)
        label = texts.ON_ACROSS if listed.across else texts.ACROSS
        send = place("appraisals.send_complete", listed.period_id)
        filled = listed.sent + listed.complete == listed.total
        rows.append([Button(team.SEND, does=send) if filled else Button(label, does=across)])
    turn = pager("appraisals.team", [listed.period_id], listed.page, listed.pages)
    last = [*turn, PANEL] if turn else [PANEL, HOME]
    return Screen("\n\n".join([head, "\n".join(lines), closing]), [*rows, last])


def draw_ratee(one: appraisals.Ratee) -> Screen:
    blocks = [
        texts.person(one.name, one.sex, one.post, one.year, one.quarter),
        texts.deeds(one.deeds),
        team.state(one.state, one.open),
    ]
    back = [Button(words.BACK, opens=place("appraisals.team", one.period_id)), HOME]
    if one.state == "sent" or not one.open:
        return Screen("\n\n".join(blocks), [back])
    if one.shut:
        lead = [to_drill(one.period_id)]
        return Screen("\n\n".join([*blocks, drills.first()]), [lead, back])
    label = texts.GO_ON if one.state else texts.BEGIN
    start = place("appraisals.start_team", one.period_id, one.employee_id)
    return Screen("\n\n".join(blocks), [[Button(label, does=start)], back])


def draw_across(at: appraisals.Across) -> Screen:
    listing = "appraisals.team" if at.source == Source.TEAM else "appraisals.list"
    leave = Button(texts.TO_LIST, opens=place(listing, at.period_id))
    if at.indicator is None:
        rows = [[leave, HOME]]
        if at.source == Source.TEAM and at.people:
            send = place("appraisals.send_complete", at.period_id)
            rows.insert(0, [Button(team.SEND, does=send)])
        return Screen(team.across_done(at.people), rows)
    shown, here = at.indicator, (at.period_id, at.source)
    asked = form.indicator(
        at.name, shown.name, shown.meaning, shown.anchors, at.step, at.steps,
        planned_lines(at.planned),
    )  # fmt: skip
    progress = team.across_progress(at.rated, at.people)
    text = f"{asked}\n\n{form.proposal(at.titles, at.proposed, at.level)}\n{progress}"
    rate = partial(place, "appraisals.rate_across", *here, at.step, at.employee_id)
    last = [leave]
    if at.step < at.steps:
        after = place("appraisals.across", *here, at.step + 1, 0)
        last.append(Button(texts.NEXT_CRITERION, opens=after))
    if at.after:
        other = place("appraisals.across", *here, at.step, at.after)
        last.append(Button(words.SKIP, opens=other))
    return Screen(text, [*level_rows(at.proposed, at.level, rate), last])
