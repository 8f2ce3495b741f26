"""Sentences of the second person on a correction."""

from __future__ import annotations

from datetime import datetime

from bot.rules.trainings.correcting import Outcome
from bot.texts import words
from bot.texts.language import _
from bot.texts.trainings.correcting import compared, heading, outcome


def case(
    name: str, course: str, days: str, before: Outcome, after: Outcome, reason: str, noter: str,
    asker: str, at: datetime | None,
) -> str:  # fmt: skip
    """A correction before its second person."""
    lines = [_("Result noted by {name}").format(name=words.safe(noter))] if noter else []
    when = f", {words.moment(at)}" if at else ""
    lines.append(_("Correction asked by {name}").format(name=words.safe(asker)) + when)
    return "\n\n".join(
        [heading(name, course, days), compared(before, after, reason), "\n".join(lines)]
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


def waits(asker: str, before: Outcome, after: Outcome) -> str:
    """Before whoever may note results, while it waits."""
    told = _(
        "{name} has asked to correct it: “{before}” to “{after}”. A second person decides on it."
    )
    return told.format(name=words.safe(asker), before=outcome(before), after=outcome(after))


def ask_refusal(name: str) -> str:
    return _("Why does the result of {name} stay as it is? Type the reason.").format(
        name=words.bold(name)
    )


def refusing(name: str, answer: str) -> str:
    return _("Leave the result of {name} as it is?\n\nReason: <i>{text}</i>").format(
        name=words.bold(name), text=words.safe(answer)
    )


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


def confirmed() -> str:
    return _("The result is corrected. Whose it is has been told.")


def refused() -> str:
    return _("The result stays as it was.")
