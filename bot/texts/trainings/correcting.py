"""Sentences of putting a noted result right, for whoever asks, decides, or reads of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

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


class Change(Protocol):
    """What a line of the history needs of a correction."""

    @property
    def before(self) -> Outcome: ...
    @property
    def after(self) -> Outcome: ...
    @property
    def reason(self) -> str: ...
    @property
    def asker(self) -> str: ...
    @property
    def decider(self) -> str: ...
    @property
    def day(self) -> date: ...


def outcome(one: Outcome) -> str:
    """`lulus, nilai 88, 20 JP`."""
    told = [str(said.STATES[one.state])]
    if one.score is not None:
        told.append(_("score {score}").format(score=one.score))
    if one.minutes:
        told.append(said.hours(one.minutes))
    return ", ".join(told)


def _heading(name: str, course: str, days: str) -> str:
    title = words.bold(_("Correction of a training result"))
    return f"{title}\n{words.bold(name)}\n{words.safe(course)}, {days}"


def _compared(before: Outcome, after: Outcome, reason: str) -> str:
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
    return "\n\n".join([_heading(name, course, days), _compared(before, after, reason), next_step])


def case(
    name: str, course: str, days: str, before: Outcome, after: Outcome, reason: str, noter: str,
    asker: str, at: datetime | None,
) -> str:  # fmt: skip
    """A correction before its second person."""
    lines = [_("Result noted by {name}").format(name=words.safe(noter))] if noter else []
    when = f", {words.moment(at)}" if at else ""
    lines.append(_("Correction asked by {name}").format(name=words.safe(asker)) + when)
    return "\n\n".join(
        [_heading(name, course, days), _compared(before, after, reason), "\n".join(lines)]
    )


def follows(*, certifies: bool | None, files: int) -> str:
    """What hangs on it."""
    told = []
    if certifies:
        told.append(_("A certificate is issued with it."))
    elif certifies is False:
        told.append(_("The certificate of this training is revoked with it."))
    if files:
        told.append(_("The proof that was sent is below ({count} files).").format(count=files))
    return " ".join(told)


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


def waits(asker: str, before: Outcome, after: Outcome) -> str:
    """Before whoever may note results, while it waits."""
    told = _(
        "{name} has asked to correct it: “{before}” to “{after}”. A second person decides on it."
    )
    return told.format(name=words.safe(asker), before=outcome(before), after=outcome(after))


def corrected(changes: Sequence[Change]) -> str:
    """What was put right of a result, newest first; empty where nothing was."""
    if not changes:
        return ""
    newest, *older = changes
    told = _(
        "Corrected on {day}: it was “{before}”, it is “{after}”.\nReason: <i>{reason}</i>\n"
        "Asked by {asker}, agreed by {decider}."
    ).format(
        day=words.short_day(newest.day), before=outcome(newest.before),
        after=outcome(newest.after), reason=words.safe(newest.reason),
        asker=words.safe(newest.asker), decider=words.safe(newest.decider),
    )  # fmt: skip
    lines = [
        _("Before that, on {day}: “{before}” became “{after}”.").format(
            day=words.short_day(one.day), before=outcome(one.before), after=outcome(one.after)
        )
        for one in older[:2]
    ]
    return "\n".join([told, *lines])


def ask_refusal(name: str) -> str:
    return _("Why does the result of {name} stay as it is? Type the reason.").format(
        name=words.bold(name)
    )


def refusing(name: str, answer: str) -> str:
    return _("Leave the result of {name} as it is?\n\nReason: <i>{text}</i>").format(
        name=words.bold(name), text=words.safe(answer)
    )


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


def nobody_else() -> str:
    return _(
        "Nobody else may decide on it at the moment: it takes somebody of HR or a head who had no "
        "hand in this result so far and does not ask. Your draft is kept for two weeks."
    )


def another() -> str:
    return _(
        "You noted this result or had a hand in a correction of it, so somebody else decides."
    )


def decided() -> str:
    return _("This correction is over already.")


def asked() -> str:
    return _("Handed to a second person. Until then the result stands as it is.")


def confirmed() -> str:
    return _("The result is corrected. Whose it is has been told.")


def refused() -> str:
    return _("The result stays as it was.")


def withdrawn() -> str:
    return _("Taken back. The result stays as it was.")
