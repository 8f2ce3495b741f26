"""The second factor in plain words: what it is for, how to put it in, what if it is lost."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.rules.factors import RECOVERY_CODES, groups
from bot.texts import words
from bot.texts.language import _

DOOR = (_("Security code"), _("the six digits that protect your decisions"))
PUT_IN = _("Set up security code")
BEGIN = _("Set it up now")
OTHER_PHONE = _("Another phone")
NEW_CODES = _("New recovery codes")
SAVED = _("I have written them down")
RESET = _("Reset the code")
REALLY_RESET = _("Yes, reset it")
LOST = _("My phone is lost")


def none() -> str:
    return _(
        "<b>Security code</b>\n\nDecisions that weigh on others need a second proof besides this "
        "chat: six digits that change every 30 seconds. An authenticator app on your phone shows "
        "them, for example Google Authenticator, Microsoft Authenticator or Aegis. It is free and "
        "works without internet.\n\nPlease install one first, then press “{begin}”. It takes two "
        "minutes, once."
    ).format(begin=BEGIN)


def ready(since: datetime, left: int) -> str:
    return _(
        "<b>Security code</b>\n\nIn use since {day}.\nRecovery codes left: {left} of {all}.\n\n"
        "It is asked for when you decide on awards, approve accounts, or change mandates and "
        "superiors: at most once in 12 hours."
    ).format(day=words.day(since.date()), left=left, all=RECOVERY_CODES)


def waits(until: datetime) -> str:
    return _(
        "<b>Security code</b>\n\nYour code was reset a short while ago. For your safety the new "
        "one counts from {moment}. If you did not ask for this, please tell your HR department "
        "now."
    ).format(moment=words.moment(until))


def paused_until(until: datetime) -> str:
    return _(
        "<b>Security code</b>\n\nThere were too many wrong codes. Please try again after {time}. "
        "What you were doing is kept."
    ).format(time=words.clock(until))


def lost() -> str:
    return _(
        "Phone lost or changed? Type a recovery code in place of the six digits. If you have none "
        "left, another officer of HR resets your code; a new one then counts after 24 hours."
    )


def new(secret: str) -> str:
    return _(
        "<b>Put the security code in</b>\n\n1. Open your authenticator app and press “+”.\n"
        "2. Scan the QR picture above. Is the app on this phone? Then choose “enter a key” and "
        "type or copy this:\n<code>{key}</code>\n3. Type the six digits that the app shows here.\n"
        "\nShow this to nobody. Picture and key disappear with your next step."
    ).format(key=groups(secret))


def recovery(codes: Sequence[str]) -> str:
    listed = "\n".join(f"<code>{groups(code, 5, '-')}</code>" for code in codes)
    return _(
        "<b>The security code is in use.</b>\n\nThese are your recovery codes. Each opens once, "
        "if your phone is lost. Please write them down on paper and keep it away from the phone. "
        "They are shown only now.\n\n{codes}"
    ).format(codes=listed)


def recovery_hidden() -> str:
    return _("<b>The security code is in use.</b>\n\nYour recovery codes are shown no more.")


def ask() -> str:
    return _(
        "<b>Security code</b>\n\nOne more step: please type the six digits that your "
        "authenticator app shows now. Then what you pressed is done at once.\n\n"
        "Your message is deleted right away. A recovery code serves as well."
    )


def ask_to_put_in() -> str:
    return _(
        "<b>Security code</b>\n\nThis needs your security code, and you have not put one in yet. "
        "It takes two minutes, once. What you were doing is kept."
    )


def code_wanted() -> str:
    return _("This needs your security code. Please press the button once more.")


def six_digits() -> str:
    return _("Please type the six digits from your authenticator app, for example 123 456.")


def wrong(left: int) -> str:
    return _(
        "That code is not right. Please look at the app once more; a new one comes every 30 "
        "seconds. Tries left before a pause: {left}."
    ).format(left=left)


def paused() -> str:
    return _("That code is not right, and it was one too many. Let us pause for a while.")


def used_code() -> str:
    return _("That code was used already. Please wait for the next one, at most 30 seconds.")


def first_code_wrong() -> str:
    return _(
        "That code does not fit this key. Please check that the phone sets its time by itself, "
        "then type the code that is shown now."
    )


def no_code_wanted() -> str:
    return _("No code is wanted right now. I have deleted it.")


def done_but(why: str) -> str:
    return _("The code was right, but: {why}").format(why=why)


def confirm_reset(name: str) -> str:
    return _(
        "<b>Reset the security code of {name}?</b>\n\nOnly if the phone with the app is lost and "
        "no recovery code is left. Please make sure by voice or in person that it is really them."
        "\n\n{name} is told, and a new code counts after 24 hours."
    ).format(name=words.safe(name))


def no_factor(name: str) -> str:
    return _("{name} has no security code that could be reset.").format(name=words.bold(name))


def reset_done() -> str:
    return _("The security code was reset.")


def nothing_to_reset() -> str:
    return _("This person has no security code.")


def only_the_app_lost() -> str:
    return _("If only the authenticator app is lost, resetting the code is enough.")


def letter_reset() -> str:
    return _(
        "Your security code was reset by HR. You can put a new one in now; it counts after 24 "
        "hours. If you did not ask for this, please tell your HR department at once."
    )


def letter_enrolled() -> str:
    return _(
        "An employee of your units has put a security code in. Open to see who; if they did not "
        "do it themselves, please suspend the account."
    )
