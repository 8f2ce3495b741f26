"""Drawing courses as they run, before their host and HR."""

from __future__ import annotations

from bot.actions.trainings import attending, proving, running
from bot.rules.trainings.course import State
from bot.screens import Button, File, FileKind, Place, Screen, Style, place
from bot.texts import words
from bot.texts.trainings import changing, said
from bot.texts.trainings import running as texts
from handlers.lists import closed, turns
from handlers.trainings import corrected
from handlers.trainings.desk import TO_DESK
from handlers.trainings.mine import BACK, MENU
from storage.trainings.learning import WAITING
from storage.trainings.proofs import LearningProof
from storage.trainings.training import Training


def draw_listed(at: running.Running) -> Screen:
    rows = [
        [Button(words.fitting(f"{n}. {one.name}"), opens=place("trainings.run", one.id or 0, 0))]
        for n, one in enumerate(at.courses, 1)
    ]
    lines = [(one.name, days_of(one)) for one in at.courses]
    turn = turns(at.page, at.pages, 1, lambda to: place("trainings.running", to, *at.found))
    home = TO_DESK if at.keeps else BACK
    back = Button(words.BACK, opens=place("trainings.running", 0)) if at.found else home
    text = texts.listed(lines, at.page, at.pages)
    typing = Place("trainings.running_text")
    return Screen(text, [*rows, [*turn, back, MENU]], typing=typing)


def days_of(row: Training) -> str:
    return said.days(row.begins_on, row.ends_on)


def draw_run(at: running.Run) -> Screen:
    row, number = at.row, at.row.id or 0
    people = [(name, one.state) for one, name in at.people]
    blocks = [
        texts.run(row.name, days_of(row), at.host, at.counts, people, at.page, at.pages),
        texts.use(at.use.mean, at.use.people, at.use.words),
    ]
    if at.change:
        one = at.change
        blocks.append(texts.changed(one.kind, one.why, one.begins_on, one.ends_on))
    shown = [
        Button(words.fitting(name), opens=place("trainings.participant", one.id or 0))
        for one, name in at.people
    ]
    rows = [shown[i : i + 2] for i in range(0, len(shown), 2)]
    turn = turns(at.page, at.pages, 1, lambda to: place("trainings.run", number, to))
    back = Button(words.BACK, opens=place("trainings.running", 0))
    acts = [] if at.page else _acts(at)
    return Screen("\n\n".join(filter(None, blocks)), closed([*rows, *acts], *turn, back))


def _acts(at: running.Run) -> list[list[Button]]:
    number = at.row.id or 0
    if at.may_note and at.rest:
        rest = place("trainings.note_rest", number)
        return [[Button(texts.REST_PRESENT, does=rest, style=Style.GOOD)]]
    if at.may_end and at.rest_ends:
        return [[Button(texts.REST_PASSED, opens=place("trainings.ending_rest", number))]]
    if at.may_change:
        return [
            [
                Button(changing.HOST, opens=place("trainings.host", number)),
                Button(changing.MOVE, opens=place("trainings.moving", number)),
                Button(changing.OFF, opens=place("trainings.off", number)),
            ]
        ]
    return []


def draw_participant(at: attending.Participant) -> Screen:
    row, number = at.row, at.row.id or 0
    text = texts.participant(
        at.name, at.post, at.unit, at.course.name, days_of(at.course), row.state, row.score
    )
    text = "\n\n".join([text, *corrected.told_of(at)])
    rows = corrected.rows_of(at)
    if at.may_note:
        labels = {
            State.PRESENT: texts.PRESENT, State.ABSENT: texts.ABSENT, State.EXCUSED: texts.EXCUSED,
        }  # fmt: skip
        rows.append(
            [
                Button(label, does=place("trainings.note", number, state.value, at.seen))
                for state, label in labels.items()
                if state != row.state
            ]
        )
    if at.proof is not None and at.proof.state == WAITING:
        text += "\n\n" + texts.proof_waits(len(at.files))
        rows.append([Button(texts.SEE_PROOF, opens=place("trainings.proof", number))])
    if at.may_end:
        text += "\n\n" + texts.score_hint()
        rows.append(
            [
                Button(label, opens=place("trainings.ending", number, state.value))
                for state, label in (
                    (State.PASSED, texts.PASSED), (State.FAILED, texts.FAILED),
                )
            ]
        )  # fmt: skip
    typing = place("trainings.score_text", number) if at.may_end else None
    return Screen(text, [*rows, [to_course(at.course), MENU]], typing=typing)


def to_course(row: Training) -> Button:
    return Button(words.BACK, opens=place("trainings.run", row.id or 0, 0))


def draw_ending(at: tuple[attending.Participant, State]) -> Screen:
    one, state = at
    number, passed = one.row.id or 0, state is State.PASSED
    does = place("trainings.end", number, state.value, one.seen)
    label = texts.REALLY_PASSED if passed else texts.REALLY_FAILED
    text = texts.ending(one.name, one.course.name, said.hours(one.course.minutes), passed=passed)
    back = Button(words.BACK, opens=place("trainings.participant", number))
    style = Style.GOOD if passed else Style.BAD
    return Screen(text, [[Button(label, does=does, style=style)], [back, MENU]])


def draw_ending_rest(at: running.Run) -> Screen:
    text = texts.ending_rest(at.rest_ends, at.row.name, said.hours(at.row.minutes))
    does = place("trainings.end_rest", at.row.id or 0)
    return Screen(
        text,
        [[Button(texts.REALLY_REST, does=does, style=Style.GOOD)], [to_course(at.row), MENU]],
    )


def draw_proof(at: proving.Proof) -> Screen:
    number = at.request_id
    rows = [
        [Button(texts.PASSED, opens=place("trainings.ending", number, State.PASSED.value))],
        [Button(texts.GIVE_PROOF_BACK, opens=place("trainings.unproving", number))],
        [Button(words.BACK, opens=place("trainings.participant", number)), MENU],
    ]
    files = [file_of(one, ours) for one, ours in at.files]
    return Screen(texts.proof(at.name, at.course), rows, files=files)


def file_of(one: LearningProof, ours: bytes | None) -> File:
    if ours is not None:
        return File(FileKind.DOCUMENT, one.name, content=ours)
    return File(FileKind(one.kind), one.name, file_id=one.file_id)


def draw_unproving(at: proving.Proof) -> Screen:
    back = Button(words.BACK, opens=place("trainings.proof", at.request_id))
    typing = place("trainings.unproving_text", at.request_id)
    return Screen(texts.ask_back(at.name), [[back, MENU]], typing=typing)
