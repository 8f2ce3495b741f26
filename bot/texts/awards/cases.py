"""Sentences of a proposal and of its decision."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.rules.awards import Obstacle
from bot.texts import words
from bot.texts.awards.panel import obstacles
from bot.texts.language import _

CONFIRM = _("Yes, propose")
GIVE = _("Yes, give the award")
TURN_DOWN = _("Yes, reject")
GIVE_BACK = _("Give back to the team")
CASE = _("To the proposal")
THE_ROUND = _("How the round ended")


def ask_reason(name: str, title: str) -> str:
    return "\n\n".join(
        [
            words.bold(title),
            _(
                "Why should {name} be honoured? Type one to three sentences: what was done, for "
                "whom, and with what effect. The head of the office reads this."
            ).format(name=words.bold(name)),
        ]
    )


def confirm(name: str, title: str, reason: str) -> str:
    return "\n\n".join(
        [
            _("You are about to propose {name} as {award}.").format(
                name=words.bold(name), award=words.bold(title)
            ),
            _("Reason: <i>{text}</i>").format(text=words.safe(reason)),
            _("Somebody else decides. Is that right?"),
        ]
    )


def too_short(least: int) -> str:
    return _("Please give a reason of at least {least} characters.").format(least=least)


def no_decider() -> str:
    return _(
        "Nobody else may decide this proposal at the moment. Please ask the HR unit to name a "
        "deciding head, then propose again; your draft is kept."
    )


def proposed_notice() -> str:
    return _("The proposal has been handed over.")


def case(name: str, unit: str, title: str, proposer: str, at: datetime | None, reason: str) -> str:
    when = f", {words.moment(at)}" if at else ""
    return "\n".join(
        [
            words.bold(_("Proposal: {award}").format(award=title)),
            f"{words.bold(name)}, {words.safe(unit)}",
            _("Proposed by {name}").format(name=words.safe(proposer)) + when,
            _("Reason: <i>{text}</i>").format(text=words.safe(reason)),
        ]
    )


def case_state(state: str, decider: str, answer: str) -> str:
    if state == "approved":
        return _("Approved by {name}.").format(name=words.safe(decider))
    if state == "rejected":
        return _("Rejected by {name}: <i>{text}</i>").format(
            name=words.safe(decider), text=words.safe(answer)
        )
    if state == "returned":
        return _("Given back by {name}: <i>{text}</i>").format(
            name=words.safe(decider), text=words.safe(answer)
        )
    return _("Waits for the decision of the head.")


def hindered(name: str, found: Sequence[Obstacle]) -> str:
    """Why it cannot be given, and what to do about it."""
    why = obstacles(found) if found else _("no longer works in the part of the office it is for")
    return _(
        "Since the proposal something keeps {name} from this award: {why}. It cannot be given as "
        "it is; give it back with a reason, and the evaluation team is asked for another "
        "proposal."
    ).format(name=words.bold(name), why=why)


def decide_hint() -> str:
    return _("Both choices ask once more before anything happens.")


def confirm_approval(name: str, title: str) -> str:
    return _(
        "You are about to name {name} {award}. A numbered award is made and the winner is told. "
        "Is that right?"
    ).format(name=words.bold(name), award=words.bold(title))


def ask_rejection(name: str, title: str) -> str:
    return _(
        "Why do you not follow the proposal of {name} as {award}? Type one to three sentences; "
        "the evaluation team and HR read them. Then choose whether it goes back to the team or "
        "the candidate is refused."
    ).format(name=words.bold(name), award=words.bold(title))


def confirm_rejection(
    name: str, title: str, reason: str, *, in_round: bool, hindered: bool
) -> str:
    about = {"name": words.bold(name), "award": words.bold(title)}
    back = _("Give back: the team may mend the proposal of {name} and hand it over again.")
    lines = [
        _("Your reason against {name} as {award}:").format(**about),
        f"<i>{words.safe(reason)}</i>",
        back.format(**about),
    ]
    if in_round and not hindered:
        lines.append(
            _(
                "Reject: {name} is out of this round and learns so, without the reason. Who comes "
                "next by the votes of the team is proposed then; nobody else can be chosen."
            ).format(**about)
        )
    elif not hindered:
        lines.append(_("Reject: the team is asked for another proposal."))
    return "\n\n".join(lines)


def only_back() -> str:
    return _(
        "Something keeps this candidate from the award by now, so the proposal can only be given "
        "back. Open it again to do so."
    )


def conflict() -> str:
    return _(
        "You took part in this case as proposer or candidate, so somebody else has to decide it."
    )


def already_decided() -> str:
    return _("This proposal has been decided already. Open /penghargaan to see the awards.")


def reason_wanted() -> str:
    return _("A rejection needs a reason. Open the proposal again and write one.")


def given_notice() -> str:
    return _("The award has been given.")


def returned_notice() -> str:
    return _("The proposal has been given back to the evaluation team.")


def rejected_notice() -> str:
    return _("The proposal has been rejected.")
