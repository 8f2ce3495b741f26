"""Sentences of courses as they run, for their host and HR."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from bot.rules.trainings.course import State
from bot.texts import words
from bot.texts.language import _
from bot.texts.trainings import said

RUNNING = _("Courses and attendance")
PRESENT = _("Was there")
ABSENT = _("Was not there")
EXCUSED = _("Excused")
PASSED = _("Completed …")
FAILED = _("Not completed …")
REALLY_PASSED = _("Yes, completed")
REALLY_FAILED = _("Yes, not completed")
REST_PRESENT = _("All others were there")
REST_PASSED = _("All completed …")
REALLY_REST = _("Yes, all completed")
SEE_PROOF = _("See the proof")
GIVE_PROOF_BACK = _("Return the proof …")
MARKS = {
    State.SEATED: "·", State.PRESENT: "✓", State.ABSENT: "✕", State.EXCUSED: "○",
    State.PASSED: "★", State.FAILED: "–",
}  # fmt: skip
COUNTED = {
    State.SEATED: _("{count} with a seat"),
    State.PRESENT: _("{count} were there"),
    State.ABSENT: _("{count} were not there"),
    State.EXCUSED: _("{count} excused"),
    State.PASSED: _("{count} completed"),
    State.FAILED: _("{count} did not complete"),
    State.LISTED: _("{count} on the waiting list"),
    State.AGREED: _("{count} wait for the division"),
    State.WAITING: _("{count} are with their superiors"),
}


def listed(lines: Sequence[tuple[str, str]], page: int, pages: int) -> str:
    title = words.bold(RUNNING)
    if pages > 1:
        title += " · " + _("page {page} of {pages}").format(page=page + 1, pages=pages)
    told = [f"{at}. {words.bold(name)}\n{days}" for at, (name, days) in enumerate(lines, 1)]
    hint = _("Type part of a name to find a course that is long over.")
    return "\n\n".join([title, *(told or [_("There is no course that you run.")]), hint])


def run(
    name: str, days: str, host: str, counts: Mapping[str, int], people: Sequence[tuple[str, str]],
    page: int, pages: int,
) -> str:  # fmt: skip
    head = [words.bold(name), days]
    if host:
        head.append(_("Noted by: {name}").format(name=words.safe(host)))
    told = [COUNTED[State(one)].format(count=words.number(count)) for one, count in counts.items()]
    head.append(", ".join(told) if told else _("Nobody takes part yet."))
    if not people:
        return "\n".join(head)
    title = _("Participants:")
    if pages > 1:
        title = _("Participants, page {page} of {pages}:").format(page=page + 1, pages=pages)
    lines = [
        f"{MARKS[State(state)]} {words.safe(who)}, {said.STATES[State(state)]}"
        for who, state in people
    ]
    return "\n".join([*head, "", title, *lines])


def changed(kind: str, why: str, first: date | None, last: date | None) -> str:
    """What was changed of the course last."""
    if kind == "off":
        return _("Called off: <i>{why}</i>").format(why=words.safe(why))
    assert first is not None
    assert last is not None
    return _("Moved to {days}.").format(days=said.days(first, last))


def use(mean: Decimal | None, people: int, told: Sequence[str]) -> str:
    """How useful it was, from three answers up."""
    if mean is None:
        return ""
    head = _("Usefulness: <b>{mean}</b> of 5, from {people} answers.").format(
        mean=words.number(mean), people=people
    )
    return "\n".join([head, *(f"• <i>{words.safe(one)}</i>" for one in told)])


def participant(
    name: str, post: str, unit: str, course: str, days: str, state: str, score: int | None,
) -> str:  # fmt: skip
    lines = [
        words.bold(name), words.safe(f"{post}, {unit}"), "", f"{words.safe(course)}, {days}",
        _("Noted: <b>{state}</b>.").format(state=said.STATES[State(state)]),
    ]  # fmt: skip
    if score is not None:
        lines.append(_("Score: {score} of 100").format(score=score))
    return "\n".join(lines)


def score_hint() -> str:
    return _("To note a score, type it as a number from 0 to 100.")


def proof_waits(count: int) -> str:
    return _(
        "Proof was sent ({count} files). Please look at it before you note the result."
    ).format(count=count)


def ending(name: str, course: str, hours: str, *, passed: bool) -> str:
    asked = (
        _("Note that {name} has completed “{course}”? {hours} are counted at once.")
        if passed
        else _("Note that {name} has not completed “{course}”? No hours are counted.")
    )
    told = asked.format(name=words.bold(name), course=words.safe(course), hours=hours)
    return told + "\n\n" + _("The result stands; to correct it later takes two people.")


def ending_rest(count: int, course: str, hours: str) -> str:
    return _(
        "Note that {count} people who were there have completed “{course}”? {hours} are counted "
        "for each of them at once. The results stand; to correct one later takes two people."
    ).format(count=words.number(count), course=words.safe(course), hours=hours)


def proof(name: str, course: str) -> str:
    return _(
        "The proof of {name} for “{course}”. Does it show that the course was completed?"
    ).format(name=words.bold(name), course=words.safe(course))


def ask_back(name: str) -> str:
    return _("Why do you return the proof of {name}? Please type the reason.").format(
        name=words.bold(name)
    )


def noted(name: str) -> str:
    return _("Noted: {name}.").format(name=name)


def rest_noted(count: int) -> str:
    return _("{count} were noted as present.").format(count=words.number(count))


def ended(name: str) -> str:
    return _("The result of {name} is noted.").format(name=name)


def rest_ended(count: int) -> str:
    return _("The results of {count} people are noted.").format(count=words.number(count))


def not_now() -> str:
    return _("This can be noted only once the course has begun, by somebody else, and only once.")


def score_wanted() -> str:
    return _("Please type a number from 0 to 100.")
