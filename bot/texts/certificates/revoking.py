"""Sentences of taking a certificate back."""

from __future__ import annotations

from datetime import datetime

from bot.texts import words
from bot.texts.certificates.own import KINDS
from bot.texts.language import _

REVOKE = _("Revoke …")
HAND_OVER, CONFIRM = _("Hand to a second person"), _("Yes, revoke it")
REFUSE, WITHDRAW = _("No, it stays"), _("Withdraw")
SEE = _("See the revocation")
STATES = {
    "draft": _("Not handed over yet. Nothing has happened to the certificate."),
    "waiting": _("Waits for a second person."),
    "withdrawn": _("Withdrawn."),
}


def ask(kind: str, number: str) -> str:
    return "\n\n".join(
        [
            words.bold(_("Revoke {paper}").format(paper=f"{KINDS[kind].lower()} {number}")),
            _(
                "Why must it be revoked? Type one to three sentences. The holder reads them; "
                "whoever checks the paper sees only that it is revoked, and since when."
            ),
        ]
    )


def case(
    kind: str, number: str, name: str, honour: str, proposer: str, at: datetime | None,
    reason: str,
) -> str:  # fmt: skip
    when = f", {words.moment(at)}" if at else ""
    return "\n".join(
        [
            words.bold(_("Revocation of {paper}").format(paper=f"{KINDS[kind]} {number}")),
            f"{words.bold(name)}: {words.safe(honour)}",
            _("Proposed by {name}").format(name=words.safe(proposer)) + when,
            _("Reason: <i>{text}</i>").format(text=words.safe(reason)),
        ]
    )


def state(what: str, decider: str) -> str:
    if what == "confirmed":
        return _("Revoked by {name}.").format(name=words.safe(decider))
    if what == "refused":
        return _("{name} decided that it stays in force.").format(name=words.safe(decider))
    return str(STATES[what])


def too_short(least: int) -> str:
    return _("Please give a reason of at least {least} characters.").format(least=least)


def nobody_else() -> str:
    return _(
        "Nobody else may decide on this at the moment. Please have another person of HR or a "
        "head named first; your reason is kept."
    )


def waits_already() -> str:
    return _("A revocation of this certificate waits for its decision already.")


def decided() -> str:
    return _("This has been decided already.")


def proposed_notice() -> str:
    return _("The revocation has been handed over.")


def revoked_notice() -> str:
    return _("The certificate is revoked. Its holder is told.")


def refused_notice() -> str:
    return _("The certificate stays in force.")


def withdrawn_notice() -> str:
    return _("The revocation is withdrawn.")


def told_proposed() -> str:
    return _("The revocation of a certificate waits for your decision.")


def told_decided() -> str:
    return _("A decision has been made on the revocation you proposed.")


def told_revoked() -> str:
    return _("One of your certificates was revoked. The reason awaits you here.")
