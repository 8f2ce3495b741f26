"""What HR is told after an act, and why something cannot be."""

from __future__ import annotations

from datetime import datetime

from bot.texts import words
from bot.texts.language import _


def issuer_may_not() -> str:
    return _("You issued this invitation; another HR officer has to approve it.")


def approved() -> str:
    return _("Approved. The account is active.")


def approved_from(starts: datetime) -> str:
    return _("Approved. The account is active from {moment}.").format(moment=words.moment(starts))


def declined() -> str:
    return _("Declined. The claimant has been told.")


def nobody_found() -> str:
    return _("Nobody found. Please check the spelling, or type the whole NIP of 18 digits.")


def no_active_account() -> str:
    return _("This person has no active account.")


def suspended() -> str:
    return _("The account has been suspended.")


def recorded() -> str:
    return _("Recorded.")


def ended() -> str:
    return _("Ended. It counts no longer from today on.")


def ended_already() -> str:
    return _("This is over or was ended already. Open the person again to see what is recorded.")


def not_own_mandate() -> str:
    return _("You hold this mandate yourself; another HR officer has to end it.")


def called(letters: int) -> str:
    return _("Noted: {count} letters are settled.").format(count=words.number(letters))


def nothing_hangs() -> str:
    return _("Nothing is open here any more: a colleague noted it, or the letters arrived.")


def span_not_understood() -> str:
    return _(
        "These days were not understood. Please type them like “1 to 5 September 2026” or "
        "“12 September 2026”."
    )


def span_is_over() -> str:
    return _("These days are past. Please type days that have not ended yet.")


def span_too_long() -> str:
    return _("That is more than a year. Please type at most one year.")


def leave_overlaps() -> str:
    return _("Leave is recorded for some of these days already. Please choose other days.")


def mandate_not_oneself() -> str:
    return _("Nobody may appoint themself or the absent official. Please choose somebody else.")


def mandate_overlaps() -> str:
    return _("Somebody acts for this official on some of these days already.")


def holder_is_away() -> str:
    return _("The chosen person is on leave on some of these days. Please choose somebody else.")


def mandate_circle() -> str:
    return _("These mandates would lead back to the absent official. Please choose another.")


def not_oneself() -> str:
    return _("You cannot make yourself the superior; another HR officer has to decide.")


def superior_changed() -> str:
    return _("The superior has been changed.")


def report_declined() -> str:
    return _("The report was declined; the employee has been told.")


def say_why() -> str:
    return _("Please type the reason in a few words.")


def roles_changed(people: int, by: str) -> str:
    """`by` empty: the operator's shell did it."""
    if by:
        return _(
            "{name} has changed the roles of {count} employees. If your office did not agree on "
            "that, please look into it now."
        ).format(name=words.safe(by), count=words.number(people))
    return _(
        "The operator has changed the roles of {count} employees by an import. If your office did "
        "not ask for that, please look into it now."
    ).format(count=words.number(people))
