"""Sentences of sending a rating back to its rater."""

from __future__ import annotations

from bot.texts import words
from bot.texts.language import _

GIVE_BACK = _("Give back to superior")
YES_BACK = _("Yes, give back")


def returned(times: int) -> str:
    return _("Given back to the superior {count} times.").format(count=times)


def ask_return(name: str, superior: str) -> str:
    return _(
        "Why does the form about {name} go back to {superior}? One or two sentences; the superior "
        "reads them."
    ).format(name=words.bold(words.called(name)), superior=words.safe(superior))


def confirm_return(name: str, superior: str, text: str) -> str:
    return _(
        "You are about to give the form about {name} back to {superior}.\n\nReason: "
        "<i>{text}</i>\n\nThe form is open again and its result is gone until it is sent anew; "
        "what it was stays in the record."
    ).format(
        name=words.bold(words.called(name)), superior=words.safe(superior), text=words.safe(text)
    )


def again_letter(*, second: bool) -> str:
    if second:
        return _(
            "The views of the evaluation team on one result differ. Please read the reasons "
            "and say yours once more."
        )
    return _(
        "One result has changed or was sent anew since the evaluation team gave its views. Please "
        "look at it and say yours again."
    )


def returned_letter() -> str:
    return _(
        "The evaluation team asks you to look at one of your appraisals again. The reason stands "
        "on its screen."
    )


def returned_reason(text: str) -> str:
    return _("Given back by the evaluation team: <i>{text}</i>").format(
        text=words.safe(words.fitting(text, 200))
    )
