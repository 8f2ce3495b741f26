"""Three cards for each part that somebody plays: the first steps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.texts import words
from bot.texts.language import _

DOOR = _("First steps, 3 cards")
DONE = _("Begin")

_RESULT = (
    _("Your result"),
    _(
        "/skor shows your result after publication, with every part: “Why?” adds it up to the "
        "last decimal. With “I have received it” 14 days for an objection begin."
    ),
)

CARDS: Mapping[str, Sequence[tuple[str, str]]] = {
    "employee": (
        (
            _("Tell what you did"),
            _(
                "Send a photo or a few words, just like that. The bot asks what is missing, and "
                "your superior gets it to rate. Drafts are kept; /batal leaves at any time."
            ),
        ),
        (
            _("Your quarter"),
            _(
                "/nilai: what you want to achieve, agreed with your superior. /laporan: your "
                "report at the end. /menu always says what waits for you and until when."
            ),
        ),
        _RESULT,
    ),
    "superior": (
        (
            _("Rating achievements"),
            _(
                "A message comes when somebody has sent one. Look at the evidence, give 1 to 5 "
                "for each indicator, then “Approve”, “Return for changes” or “Reject”."
            ),
        ),
        (
            _("Your people's quarter"),
            _(
                "/nilai: agree their planned results, then rate each of them; the achievements "
                "stand beside every indicator. A talk now and then is arranged with /dialog."
            ),
        ),
        (
            _("Look at the whole"),
            _(
                "/tim shows who still owes something. You are rated as well: your own "
                "achievements, report and result are in /menu as for everybody."
            ),
        ),
    ),
    "team": (
        (
            _("Rating as the team"),
            _(
                "/panel, “Rate people”: indicators that the scheme gives to the team, person "
                "by person or one criterion for all. Nobody rates themselves or their superior."
            ),
        ),
        (
            _("Calibrate"),
            _(
                "Each member gives a view that nobody sees before the round is closed. Patterns "
                "and leanings of raters are shown; they warn and change nothing by themselves."
            ),
        ),
        (
            _("Awards"),
            _(
                "/penghargaan: criteria are published first, then come nominations and an unseen "
                "vote. You propose; a head decides as the second person."
            ),
        ),
    ),
    "hr": (
        (
            _("Who works here"),
            _(
                "/admin finds a person, invites them and approves their account. The roster "
                "comes in as a file and is checked line by line before anything changes."
            ),
        ),
        (
            _("Who stands in"),
            _(
                "Record leave and mandates (Plt., Plh.) in /admin, so that no task is left "
                "without an owner. A year's days off come in with one file."
            ),
        ),
        (
            _("What is stuck"),
            _(
                "/admin shows who could not be reached, wrong superiors that were reported, and "
                "what else waits for you. Decisions that weigh ask for your security code."
            ),
        ),
    ),
    "leader": (
        (
            _("Your unit at a glance"),
            _(
                "/tim: who takes part, who is still waited for, how results are spread. You can "
                "invite somebody personally who has sent nothing yet."
            ),
        ),
        (
            _("Sign"),
            _(
                "/terbit publishes a quarter, once you have seen what is missing. /penghargaan "
                "holds proposals for you to decide. Both ask for your security code."
            ),
        ),
        (
            _("Listen"),
            _(
                "Objections come to the superior's superior: both sides are heard, you decide "
                "once. Your own result and your own people are in /menu as for everybody."
            ),
        ),
    ),
}


def card(part: str, number: int) -> str:
    title, said = CARDS[part][number - 1]
    head = _("{number} of 3").format(number=number)
    lines = [f"{words.bold(str(title))} · {head}", str(said)]
    if number == len(CARDS[part]):
        lines.append(_("/bantuan has these cards again, /istilah explains words."))
    return "\n\n".join(lines)


def ended() -> str:
    return _("You will find these cards in /bantuan.")
