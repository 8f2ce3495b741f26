"""The home of /rekan, the queue, and proposals before the draw."""

from __future__ import annotations

from bot.actions import peers
from bot.screens import Button, Place, Screen, place
from bot.texts import drills, words
from bot.texts import peers as texts
from bot.texts.peers import circles, proposing
from handlers.appraisals import pager

MENU = Button(words.MENU, opens=Place("home.menu"))
HOME = Place("peers.home")
BACK = Button(words.BACK, opens=HOME)


def draw_home(home: peers.Home) -> Screen:
    blocks, rows = [texts.home_title()], []
    for one in home.rating:
        told = (one.year, one.quarter, one.waiting, one.total, one.due)
        blocks.append(texts.rating(*told, home.today))
        if one.total:
            rows.append([Button(texts.ANSWER, opens=place("peers.queue", one.period_id))])
    for plan in home.proposing:
        if not plan.open:
            blocks.append(texts.drawn(plan.year, plan.quarter, plan.from_day, plan.proposed))
            continue
        told_plan = proposing.proposing(plan.year, plan.quarter, plan.until, plan.proposed)
        if plan.team:
            told_plan += "\n" + proposing.proposing_team(plan.named, plan.team)
        blocks.append(told_plan)
        ask = place("peers.ask", plan.period_id, home.employee_id)
        rows.append([Button(proposing.PROPOSE, opens=ask)])
        if plan.team:
            rows.append([Button(proposing.TEAM, opens=place("peers.team", plan.period_id, 0))])
    if not (home.rating or home.proposing):
        blocks.append(texts.nothing())
    if home.upward is not None:
        upward = place("peers.upward", home.upward, home.employee_id, 0)
        rows.append([Button(texts.UPWARD, opens=upward)])
    if home.watches:
        rows.append([Button(circles.WATCH, opens=Place("peers.circles"))])
    rows.append([Button(texts.PROMISE, opens=Place("peers.promise")), MENU])
    return Screen("\n\n".join(blocks), rows)


def draw_promise(shown_from: int) -> Screen:
    return Screen(texts.promise(shown_from), [[BACK, MENU]])


def draw_queue(queue: peers.Queue) -> Screen:
    text = texts.queue(
        queue.year, queue.quarter, queue.waiting, queue.total, queue.due, queue.today,
        is_open=queue.open,
    )  # fmt: skip
    if not queue.open or not queue.total:
        return Screen(text, [[BACK, MENU]])
    if queue.shut:
        lead = [[Button(drills.BEGIN, opens=place("drills.home", queue.period_id))], [BACK, MENU]]
        return Screen(f"{text}\n\n{drills.first()}", lead)
    lines = [texts.queue_line(one.name, one.state, upward=one.upward) for one in queue.people]
    way = texts.queue_way(by_person=queue.by_person)
    rows = [
        [Button(words.called(one.name), opens=place("peers.form", one.number))]
        for one in queue.people
        if one.state != "spent"
    ]
    if queue.goes_on is not None:
        label = texts.ACROSS if queue.by_person else texts.BY_PERSON
        other = place("peers.switch", queue.period_id, 0 if queue.by_person else 1)
        rows.insert(0, [Button(texts.GO_ON, opens=queue.goes_on)])
        rows.append([Button(label, does=other)])
    turn = pager("peers.queue", [queue.period_id], queue.page, queue.pages)
    return Screen("\n\n".join([text, "\n".join(lines), way]), [*rows, [*turn, BACK]])


def draw_ask(asked: peers.Asked) -> Screen:
    text = proposing.ask(
        asked.year, asked.quarter, asked.name, asked.proposed, asked.until, mine=asked.mine
    )
    here = (asked.period_id, asked.employee_id)
    back = BACK if asked.mine else _team(asked.period_id)
    return Screen(text, [[back, MENU]], typing=place("peers.search", *here))


def draw_candidates(found: peers.Candidates) -> Screen:
    here = (found.period_id, found.employee_id)
    named = [(one.name, one.post, one.unit) for one in found.people]
    rows = [
        [
            Button(
                words.fitting(f"{number}. {words.called(one.name)}"),
                does=place("peers.propose", *here, one.employee_id),
            )
        ]
        for number, one in enumerate(found.people, 1)
    ]
    again = Button(proposing.SEARCH_AGAIN, opens=place("peers.ask", *here))
    return Screen(proposing.candidates(named), [*rows, [again, MENU]])


def draw_team(team: peers.Team) -> Screen:
    lines = [proposing.team_line(name, proposed) for _, name, proposed in team.people]
    rows = [
        [Button(words.called(name), opens=place("peers.ask", team.period_id, number))]
        for number, name, _ in team.people
    ]
    turn = pager("peers.team", [team.period_id], team.page, team.pages)
    text = "\n\n".join([proposing.team(team.year, team.quarter), "\n".join(lines)])
    return Screen(text, [*rows, [*turn, BACK]])


def _team(period_id: int) -> Button:
    return Button(words.BACK, opens=place("peers.team", period_id, 0))
