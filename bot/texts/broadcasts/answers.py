"""What is answered to whoever does something with a broadcast."""

from __future__ import annotations

from bot.rules import broadcasts as rules
from bot.rules.broadcasts import OptionFault
from bot.texts import words
from bot.texts.language import _

FAULTS = {
    OptionFault.COUNT: _("Please type two to four answers, one a line."),
    OptionFault.RIGHT: _("Please put a star (*) before the one right answer, and only there."),
    OptionFault.LONG: _("An answer has at most {most} characters. Please shorten it."),
    OptionFault.TWICE: _("Two answers read the same. Please change one of them."),
}
MISSING = {
    "text": _("Please write the text first."),
    "waiting": _("The file is still being checked. Please try again in a minute."),
    "refused": _("The file was refused. Take it away or send another one."),
    "question": _("A question of the quiz is not finished. Please complete it or take it out."),
    "nobody": _("Nobody of this audience can be reached. Please choose another one."),
    "past": _("The hour is over already. Please choose another one."),
    "test": _("Please send it to yourself first and look at it."),
}


def fault(which: OptionFault) -> str:
    return FAULTS[which].format(most=rules.OPTION_LIMIT)


def dropped() -> str:
    return _("The draft of the broadcast has been deleted.")


def no_unit() -> str:
    return _("No unit of yours is called so. Please type part of its name.")


def only_picture_or_pdf() -> str:
    return _("Please send a picture or a PDF.")


def too_far(days: int) -> str:
    return _("At most {days} days ahead, please.").format(days=days)


def on_its_way_to_you() -> str:
    return _("On its way to you alone. Look at it, then send it.")


def goes_out() -> str:
    return _("Done: it goes out as planned.")


def asked_others() -> str:
    return _("A second person has been asked. Until then it stays here.")


def taken_back() -> str:
    return _("It is a draft again.")


def agreed() -> str:
    return _("You have agreed; it goes out as planned.")


def agreed_to_correction() -> str:
    return _("You have agreed; copies that have arrived are edited now.")


def returned() -> str:
    return _("Returned; the author has been told.")


def stopped() -> str:
    return _("Stopped. Copies that have arrived stay there.")


def same_text() -> str:
    return _("That is the text as it stands; nothing was changed.")


def corrected() -> str:
    return _("Corrected. Copies that have arrived are edited now.")


def correction_asked() -> str:
    return _("A second person has been asked to agree to the correction.")


def quiz_over() -> str:
    return _("This quiz is closed for you.")


def reminded_enough(most: int) -> str:
    return _("People are reminded of a quiz at most {most} times.").format(most=words.number(most))


def reminded_today() -> str:
    return _("People have been reminded within the last day. Please wait until tomorrow.")


def reminding() -> str:
    return _("Whoever has not answered yet is being reminded.")


def noted() -> str:
    return _("Thank you, noted as read.")


def only_a_copy() -> str:
    return _("This was your own copy, to look at; nothing is noted.")


def waits_for_you() -> str:
    return _("A broadcast waits for your agreement")
