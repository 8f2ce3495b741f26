"""Drawing applications: by whoever applies, and before the superior."""

from __future__ import annotations

from bot.actions import trainings
from bot.rules.trainings.course import RESULTS, REVIEWING, State
from bot.screens import Button, Place, Screen, Style, place
from bot.texts import words
from bot.texts.trainings import applying as texts
from bot.texts.trainings import corrected, lines, reviewing, running, said
from handlers.lists import turns
from handlers.trainings.mine import BACK, CATALOGUE, MENU
from storage.trainings.learning import DRAFT, WAITING
from storage.trainings.running import MOVE


def draw_asking(at: trainings.Course) -> Screen:
    number = at.row.id or 0
    back = Button(words.BACK, opens=place("trainings.card", number))
    return Screen(
        texts.ask_why(at.row.name), [[back, MENU]], typing=place("trainings.why_text", number)
    )


def draw_confirm(at: trainings.Draft) -> Screen:
    number, row = at.request_id, at.course.row
    warning = said.warning() if at.course.warns else ""
    text = texts.confirm(row.name, at.ground, at.why, at.superior, warning)
    send = Button(texts.SEND, does=place("trainings.send", number, at.seen), style=Style.GOOD)
    change = Button(words.CHANGE, opens=place("trainings.asking", row.id or 0))
    back = Button(words.BACK, opens=place("trainings.card", row.id or 0))
    return Screen(text, [[send], [change, back]])


def draw_mine(at: trainings.Mine) -> Screen:
    lines = [
        (
            course.name,
            said.days(course.begins_on, course.ends_on),
            said.STATES[State(row.state)],
        )
        for row, course in at.items
    ]
    rows = [
        [Button(words.fitting(f"{n}. {course.name}"), opens=_opens(row.id or 0, row.state))]
        for n, (row, course) in enumerate(at.items, 1)
    ]
    turn = turns(at.page, at.pages, 1, lambda to: place("trainings.mine", to))
    return Screen(texts.mine(lines), [*rows, [*turn, CATALOGUE, BACK]])


def _opens(number: int, state: str) -> Place:
    name = "trainings.confirm" if state == State.DRAFT else "trainings.request"
    return place(name, number)


def draw_request(at: trainings.Card) -> Screen:
    row, course, number = at.row, at.course, at.row.id or 0
    blocks = [
        texts.request(
            at.name, course.name, said.days(course.begins_on, course.ends_on),
            said.STATES[State(row.state)], row.ground, row.why, mine=at.mine,
        ),
        *_standing(at),
        *_after(at),
    ]  # fmt: skip
    if not at.mine:
        blocks.append(texts.hours_so_far(at.name, said.bar(at.ledger.hours)))
        blocks.append(texts.benefit(said.points(at.found.need.points)))
    if at.warns and row.state in (State.WAITING, State.AGREED):
        blocks.append(said.warning())
    rows = []
    if at.may_decide:
        agree = place("trainings.agree", number, at.seen)
        refuse = place("trainings.refusal", number)
        rows.append(
            [
                Button(texts.AGREE, does=agree, style=Style.GOOD),
                Button(texts.REFUSE, opens=refuse, style=Style.BAD),
            ]
        )
    rows += _own_acts(at)
    if at.mine and row.state in (State.REFUSED, State.WITHDRAWN):
        again = place("trainings.card", row.training_id)
        rows.append([Button(words.fitting(course.name), opens=again)])
    return Screen("\n\n".join(blocks), [*rows, [BACK, MENU]])


def _own_acts(at: trainings.Card) -> list[list[Button]]:
    """What its owner may do with it."""
    number, state = at.row.id or 0, at.row.state
    if not at.mine:
        return []
    if state == State.SEATED:
        give = place("trainings.giving_back", number)
        return [[Button(reviewing.GIVE_BACK, opens=give)]] if at.may_withdraw else []
    if at.may_withdraw:
        return [[Button(texts.WITHDRAW, does=place("trainings.withdraw", number))]]
    row = []
    if state in REVIEWING and not at.row.rated:
        row.append(Button(reviewing.FEEDBACK, opens=place("trainings.value", number)))
    if state == State.PRESENT and (at.proof is None or at.proof.state == DRAFT):
        row.append(Button(reviewing.PROOF, does=place("trainings.prove", number)))
    return [row] if row else []


def _after(at: trainings.Card) -> list[str]:
    """What came of it, and what is still asked of its owner."""
    row, told = at.row, []
    if row.score is not None and row.state in RESULTS:
        told.append(reviewing.score(row.score))
    told.append(corrected.corrected(at.corrected))
    if not at.mine:
        return list(filter(None, told))
    if row.state in REVIEWING:
        proved = row.state != State.PRESENT or at.proof is not None
        told.append(reviewing.to_do(rated=row.rated, proved=proved))
    if row.state == State.PRESENT and at.proof and at.proof.state == WAITING:
        told.append(reviewing.proof_waits())
    if row.state == State.PRESENT and at.proof and at.proof.state == DRAFT and at.proof.answer:
        told.append(reviewing.proof_came_back(at.proof.answer))
    if at.certificate:
        told.append(reviewing.certified(at.certificate))
    return list(filter(None, told))


def _standing(at: trainings.Card) -> list[str]:
    state = at.row.state
    if at.change and (state == State.CALLED_OFF or at.change.kind == MOVE):
        one = at.change
        return [running.changed(one.kind, one.why, one.begins_on, one.ends_on)]
    if state == State.WAITING and at.mine:
        return [texts.with_superior(at.superior)]
    if state == State.REFUSED:
        return [texts.answered(at.superior, at.row.answer or "")]
    if at.taken:
        return [lines.taken(at.taken)]
    if not at.place_in_queue:
        return []
    why = [lines.without_seat(at.cause)] if at.cause is not None else []
    return [*why, texts.queue_place(at.place_in_queue)]


def draw_queue(at: trainings.Queue) -> Screen:
    rows = [
        [Button(words.called(name), opens=place("trainings.request", number))]
        for number, name, _course in at.requests
    ]
    rows += [
        [Button(words.called(name), opens=place("trainings.learned", number))]
        for number, name, _title in at.learned
    ]
    turn = turns(at.page, at.pages, 1, lambda to: place("trainings.queue", to))
    lines = [
        f"• {words.safe(name)}: {words.safe(what)}"
        for _number, name, what in [*at.requests, *at.learned]
    ]
    text = "\n".join([texts.queue(at.total), *(["", *lines] if lines else [])])
    return Screen(text, [*rows, [*turn, BACK, MENU]])


def draw_refusal(at: trainings.Card) -> Screen:
    number = at.row.id or 0
    back = Button(words.BACK, opens=place("trainings.request", number))
    return Screen(
        texts.ask_refusal(at.name, at.course.name), [[back, MENU]],
        typing=place("trainings.refusal_text", number),
    )  # fmt: skip


def draw_refusing(at: trainings.Card) -> Screen:
    number = at.row.id or 0
    refuse = place("trainings.refuse", number, at.seen)
    rows = [
        [Button(texts.REALLY_REFUSE, does=refuse, style=Style.BAD)],
        [
            Button(words.CHANGE, opens=place("trainings.refusal", number)),
            Button(words.BACK, opens=place("trainings.request", number)),
        ],
    ]
    return Screen(texts.refusing(at.name, at.course.name, at.refusal), rows)
