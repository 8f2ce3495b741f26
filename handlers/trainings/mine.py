"""Drawing what a person has of training: home, catalogue, one course, hours."""

from __future__ import annotations

from bot.actions import trainings
from bot.rules.trainings.course import State
from bot.screens import Button, Place, Screen, place
from bot.texts import trainings as texts
from bot.texts import words
from bot.texts.trainings import applying, outside, running, said
from bot.texts.trainings import catalogue as offered
from bot.texts.trainings.hours import ledger_text
from handlers.lists import closed, turns
from storage.trainings import Training

HOME, MENU = Place("trainings.home"), Button(words.MENU, opens=Place("home.menu"))
BACK = Button(words.BACK, opens=HOME)
CATALOGUE = Button(offered.CATALOGUE, opens=place("trainings.catalogue", 0))


def draw_home(at: trainings.Home) -> Screen:
    own = at.ledger
    proposed = [(one.row.name, said.reason(one.need, at.names)) for one in at.proposed]
    living = [(one.name, said.STATES[State(row.state)]) for row, one in at.living]
    text = texts.home(
        said.bar(own.hours), said.met(own.hours), ceiling_of(own), proposed, living, at.more
    )
    rows = [
        [Button(words.fitting(one.row.name), opens=place("trainings.card", one.row.id or 0))]
        for one in at.proposed
    ]
    rows.append([CATALOGUE, Button(applying.MINE, opens=place("trainings.mine", 0))])
    rows.append(
        [
            Button(texts.LEDGER, opens=place("trainings.ledger", 0)),
            Button(outside.OUTSIDE, does=Place("trainings.begin_outside")),
        ]
    )
    last = []
    if at.waits is not None:
        label = f"{texts.QUEUE} ({at.waits})" if at.waits else texts.QUEUE
        last.append(Button(label, opens=place("trainings.queue", 0)))
    if at.runs:
        last.append(Button(running.RUNNING, opens=place("trainings.running", 0)))
    if at.keeps:
        last.append(Button(texts.DESK, opens=Place("trainings.desk")))
    return Screen(text, closed([*rows, last]) if last else [*rows, [MENU]])


def ceiling_of(own: trainings.Ledger) -> str:
    if own.in_agreement is None:
        return ""
    return said.ceiling(own.in_agreement, own.agreed, known=own.known)


def draw_catalogue(at: trainings.Catalogue) -> Screen:
    lines = [
        offered.catalogue_line(
            number, one.name, said.days(one.begins_on, one.ends_on), one.minutes,
            at.free[one.id or 0], one.apply_until,
        )
        for number, one in enumerate(at.courses, 1)
    ]  # fmt: skip
    head = offered.catalogue(len(lines), at.page, at.pages, searched=at.searched)
    rows = [
        [Button(words.fitting(f"{n}. {one.name}"), opens=place("trainings.card", one.id or 0))]
        for n, one in enumerate(at.courses, 1)
    ]
    turn = turns(at.page, at.pages, 1, lambda to: place("trainings.catalogue", to))
    back = CATALOGUE if at.searched else BACK
    return Screen(
        "\n\n".join([head, *lines]), [*rows, [*turn, back, MENU]], typing=Place("trainings.search")
    )


def facts_of(row: Training, free: int, names: dict[str, str]) -> list[tuple[str, str]]:
    """Label and value of everything a course has."""
    kind = f"{said.WAYS[row.way]}, {said.FORMS[row.form]}"
    raises = ", ".join(names.get(key, key) for key in row.indicators.split(",") if key)
    values = {
        "kind": kind + (f", {row.level}" if row.level else ""),
        "field": row.field,
        "days": said.days(row.begins_on, row.ends_on),
        "hours": said.hours(row.minutes),
        "place": row.place,
        "provider": row.provider,
        "seats": offered.seats(free, row.seats),
        "cost": offered.cost(row.cost, row.source),
        "raises": raises,
        "fits": row.posts.replace(";", ", "),
        "until": words.short_day(row.apply_until),
    }
    return [(offered.LABELS[key], value) for key, value in values.items()]


def draw_card(at: trainings.Course) -> Screen:
    row, number = at.row, at.row.id or 0
    why = said.reason(at.found.need, at.names)
    warning = said.warning() if at.warns else ""
    text = offered.course(row.name, row.code, facts_of(row, at.free, dict(at.names)), why, warning)
    rows = []
    if at.state and at.state != State.DRAFT:
        text += "\n\n" + offered.my_state(at.state)
        rows.append([Button(offered.SEE_MINE, opens=place("trainings.request", at.request_id))])
    if at.may_apply:
        text += "\n\n" + offered.full() if not at.free else ""
        rows.append([Button(offered.APPLY, opens=place("trainings.asking", number))])
    elif row.state != "open":
        text += "\n\n" + offered.called_off()
    elif not at.state:
        text += "\n\n" + offered.no_longer()
    return Screen(text, [*rows, [CATALOGUE, MENU]])


def draw_ledger(at: trainings.Ledger) -> Screen:
    text = ledger_text(at.year, at.hours, ceiling_of(at), at.spread, at.rows)
    turn = [Button(str(year), opens=place("trainings.ledger", year)) for year in (at.year - 1,)]
    return Screen(text, [[*turn, BACK, MENU]])
