"""Sentences of asking to put a noted result right."""

from __future__ import annotations

from bot.rules.trainings.correcting import Outcome
from bot.rules.trainings.course import State
from bot.texts import words
from bot.texts.language import _
from bot.texts.trainings import running, said

CORRECT = _("Correct the result …")
ASK, CONFIRM = _("Ask a second person"), _("Yes, correct it")
REFUSE, REALLY_REFUSE = _("Refuse …"), _("Yes, it stays as it was")
WITHDRAW = _("Take the request back")
RESULTS = {
    State.PASSED: _("Completed"),
    State.FAILED: _("Not completed"),
    State.ABSENT: running.ABSENT,
    State.EXCUSED: running.EXCUSED,
}


def outcome(one: Outcome) -> str:
    """`lulus, nilai 88, 20 JP`."""
    told = [str(said.STATES[one.state])]
    if one.score is not None:
        told.append(_("score {score}").format(score=one.score))
    if one.minutes:
        told.append(said.hours(one.minutes))
    return ", ".join(told)


def heading(name: str, course: str, days: str) -> str:
    title = words.bold(_("Correction of a training result"))
    return f"{title}\n{words.bold(name)}\n{words.safe(course)}, {days}"


def compared(before: Outcome, after: Outcome, reason: str) -> str:
    """The result as it stands and as it is to be, with the reason."""
    lines = [_("On record: <b>{outcome}</b>").format(outcome=outcome(before))]
    if after != before:
        lines.append(_("To be: <b>{outcome}</b>").format(outcome=outcome(after)))
    if reason:
        lines.append(_("Reason: <i>{text}</i>").format(text=words.safe(reason)))
    return "\n".join(lines)


def correcting(
    name: str, course: str, days: str, before: Outcome, after: Outcome, reason: str
) -> str:
    """What I am about to ask, and how to go on."""
    if before == after:
        next_step = _(
            "What should stand there? Press the right result, or type the score (0 to 100, “-” "
            "for none) or the hours (such as “16 JP”)."
        )
    elif not reason:
        next_step = _(
            "Why is it wrong, and how do you know? Type the reason in a sentence or two; the "
            "participant reads it."
        )
    else:
        next_step = _(
            "Nothing changes until a second person agrees. Anything else you type changes the "
            "score, the hours or the reason."
        )
    return "\n\n".join([heading(name, course, days), compared(before, after, reason), next_step])


def state(what: str, decider: str, answer: str) -> str:
    """How it stands, or ended."""
    name = words.safe(decider)
    if what == "confirmed":
        return _("Corrected: {name} agreed.").format(name=name)
    if what == "refused":
        told = _("The result stays as it was: {name} refused. <i>{answer}</i>")
        return told.format(name=name, answer=words.safe(answer))
    if what == "withdrawn":
        return _("This request was taken back.")
    return _("Waits for a second person.")


def score_wanted() -> str:
    return _("A score is a number from 0 to 100.")


def no_score() -> str:
    return _("Only somebody who was there has a score. Press the right result first.")


def no_hours() -> str:
    return _("Hours count only for who completed the course. Press the right result first.")


def incomplete() -> str:
    return _("Please say first what should stand there, and why.")


def reason_wanted() -> str:
    return _("Please type first why the result stays as it was.")


def waits_already() -> str:
    return _("A correction of this result waits for its second person already.")


def asked() -> str:
    return _("Handed to a second person. Until then the result stands as it is.")


def withdrawn() -> str:
    return _("Taken back. The result stays as it was.")
