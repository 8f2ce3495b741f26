"""Changing the scheme: the desk, the differences, the decision of a second person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from bot.texts import words
from bot.texts.language import _

DESK = _("Rating scheme")
DOWNLOAD = _("Download the file")
UPLOAD = _("Send a changed file")
TO_CHANGE = _("See the change")
MY_DRAFT = _("My file")
GIVE = _("Give to second person")
DISCARD = _("Discard")
WITHDRAW = _("Withdraw")
READ = _("How we are rated")
REALLY_APPROVE = _("Yes, approve")
REALLY_REFUSE = _("Yes, refuse")
STATES = {
    "draft": _("only you see it"),
    "waiting": _("waits for a second person"),
    "approved": _("approved"),
    "refused": _("refused"),
    "withdrawn": _("withdrawn"),
    "replaced": _("replaced by a newer file"),
}


def desk(version: int, since: date, following: tuple[int, date] | None, waiting: str) -> str:
    blocks = [
        words.bold(DESK),
        _("Version {version} is in force since {day}.").format(
            version=version, day=words.short_day(since)
        ),
    ]
    if following:
        blocks.append(
            _("Version {version} is approved and follows on {day}.").format(
                version=following[0], day=words.short_day(following[1])
            )
        )
    if waiting:
        blocks.append(
            _("A change of {name} waits for a second person.").format(name=words.safe(waiting))
        )
    blocks.append(
        _(
            "To change the scheme: download the file, change it, raise its version by one, set "
            "the first day of a coming quarter, and send it here. Every fault is named. Another "
            "HR officer or the head then decides; quarters that have begun keep their scheme."
        )
    )
    return "\n\n".join(blocks)


def upload(version: int, earliest: date) -> str:
    return _(
        "Please send the changed TOML file as a document. Its version is {version}, in force from "
        "{day} at the earliest."
    ).format(version=version, day=words.day(earliest))


def exported(version: int) -> str:
    return _("Version {version} is above. Change it in any text editor and send it back.").format(
        version=version
    )


def faults(count: int, shown: Sequence[str]) -> str:
    lines = "\n".join(f"• {words.safe(one)}" for one in shown)
    head = _("This file cannot be used yet: {count} faults.").format(count=words.number(count))
    return "\n\n".join([words.bold(head), lines, _("Correct them and send the file once more.")])


def card(
    version: int, since: date, author: str, state: str, shown: Sequence[str], count: int,
    page: int, pages: int, decider: tuple[str, datetime] | None, answer: str,
) -> str:  # fmt: skip
    turned = f" ({page + 1}/{pages})" if pages > 1 else ""
    head = [
        words.bold(_("Change of the scheme, version {version}").format(version=version)),
        _("By {author}, from {day}: {state}.").format(
            author=words.safe(author), day=words.short_day(since), state=STATES[state]
        ),
    ]
    if decider:
        head.append(
            _("Decided by {name}, {moment}.").format(
                name=words.safe(decider[0]), moment=words.moment(decider[1])
            )
        )
    if answer:
        head.append(_("Reason: <i>{text}</i>").format(text=words.safe(words.fitting(answer, 150))))
    counted = _("{count} differences").format(count=words.number(count)) + turned
    return "\n\n".join(["\n".join(head), "\n".join([f"{counted}:", *shown])])


def ask_reason() -> str:
    return _("Why is this change refused? Type one to three sentences; its author reads them.")


def confirm_approval(version: int, since: date) -> str:
    return _(
        "You are about to approve version {version}. It is in force from {day}; quarters that "
        "have begun keep theirs, and every employee is told. Is that right?"
    ).format(version=version, day=words.day(since))


def confirm_refusal(reason: str) -> str:
    return _("You are about to refuse this change. Reason: <i>{text}</i>").format(
        text=words.safe(reason)
    )


def too_short() -> str:
    return _("Please give a reason of at least {least} characters.").format(least=10)


def not_fetched() -> str:
    return _("Telegram did not hand the file over. Please send it once more.")


def nobody_else() -> str:
    return _(
        "Nobody else may decide on the scheme at the moment: it takes another HR officer or a "
        "head for the whole agency. Your file is kept."
    )


def other_waits() -> str:
    return _("Another change waits already. It has to be decided or withdrawn first.")


def overtaken() -> str:
    return _(
        "The scheme or the calendar has moved on, so this change can no longer come into force as "
        "it is. Please ask its author for a new file."
    )


def given() -> str:
    return _("Given to a second person.")


def approved() -> str:
    return _("Approved. Everybody is told.")


def refused() -> str:
    return _("Refused. Its author is told.")


def withdrawn() -> str:
    return _("Withdrawn.")


def letter_given() -> str:
    return _("A change of the rating scheme waits for your decision.")


def letter_decided() -> str:
    return _("Your change of the rating scheme has been decided.")


def letter_withdrawn() -> str:
    return _("The change of the rating scheme was withdrawn; nothing is left to decide.")


def letter_news(since: date) -> str:
    return _("From {day} a new version of the rating scheme is in force.").format(
        day=words.day(since)
    )


def waits_label() -> str:
    return _("Decide on the rating scheme")
