"""Sentences of thanks between colleagues."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.rules.people import strip_titles
from bot.rules.thanks import LONGEST, Value
from bot.texts import words
from bot.texts.language import _

DOOR = (
    _("Thanks"),
    _("/apresiasi: thank a colleague for a value lived, and read who thanked you."),
)
COMMAND = _("thank a colleague")
GIVE = _("Thank a colleague")
MINE = _("Thanks to me")
TEAM = _("Those I lead")
WATCH = _("Conspicuous patterns")
SHOW = _("Let all read it")
HIDE = _("For me alone")
COUNT = _("Superior may count")
UNCOUNT = _("Superior may not count")

# Names of the law; the same in every language.
NAMES = {
    Value.SERVICE: _("Service-oriented"),
    Value.ACCOUNTABLE: _("Accountable"),
    Value.COMPETENT: _("Competent"),
    Value.HARMONIOUS: _("Harmonious"),
    Value.LOYAL: _("Loyal"),
    Value.ADAPTIVE: _("Adaptive"),
    Value.COLLABORATIVE: _("Collaborative"),
}


def home(left: int, weekly: int, received: int) -> str:
    return "\n".join(
        [
            words.bold(_("Thanks")),
            _(
                "A sentence for a colleague who lived a value of BerAKHLAK. The receiver reads it "
                "and may let all read it; it never counts towards a score."
            ),
            _("Left this week: {left} of {weekly}.").format(left=left, weekly=weekly),
            _("You received {received}.").format(received=received),
        ]
    )


def shown(lines: Sequence[str]) -> str:
    return "\n".join([_("Opened to all by those who received it:"), *lines])


def shown_line(giver: str, receiver: str, value: Value, text: str) -> str:
    return (
        f"• {words.safe(strip_titles(giver))} → {words.safe(strip_titles(receiver))}, "
        f"{NAMES[value]}: <i>{words.safe(text)}</i>"
    )


def ask_whom(left: int) -> str:
    if not left:
        return none_left()
    return _("Whom do you want to thank? Please type the name.")


def choose(name: str) -> str:
    return _("For which value do you want to thank {name}?").format(
        name=words.bold(strip_titles(name))
    )


def ask_text(name: str, value: str) -> str:
    return _(
        "For what do you want to thank {name} ({value})? One sentence, at most {limit} characters."
    ).format(name=words.bold(strip_titles(name)), value=NAMES[Value(value)], limit=LONGEST)


def confirm(name: str, value: Value, text: str) -> str:
    lines = [
        _("To {name}, for {value}:").format(
            name=words.bold(strip_titles(name)), value=NAMES[value]
        ),
        f"<i>{words.safe(text)}</i>",
        _("{name} reads it with your name, and may let all read it. Send it?").format(
            name=words.safe(strip_titles(name))
        ),
    ]
    return "\n\n".join(lines)


def mine(many: int) -> str:
    head = words.bold(_("Thanks to me"))
    return f"{head} ({many})" if many else f"{head}\n" + _("None yet.")


def one(giver: str, value: Value, text: str, day: date, *, shown: bool) -> str:
    lines = [
        words.bold(_("{name} thanks you").format(name=strip_titles(giver))),
        f"{NAMES[value]}, {words.day(day)}",
        f"<i>{words.safe(text)}</i>" if text else _("(its words were erased)"),
        _("Everybody can read it.") if shown else _("Only you can read it."),
    ]
    return "\n\n".join(lines)


def counted(*, given: bool) -> str:
    if given:
        return _("Your superior sees how many you received, never what they say.")
    return _("Your superior does not see how many you received.")


def team(rows: Sequence[tuple[str, int]], others: int) -> str:
    lines = [words.bold(_("Thanks to my people"))]
    lines += [f"• {words.safe(strip_titles(name))}: {many}" for name, many in rows]
    if others:
        lines.append(_("{others} people keep it to themselves.").format(others=others))
    return "\n".join(lines)


def watch(many: int, pairs: Sequence[tuple[str, str, int]], rings: Sequence[Sequence[str]]) -> str:
    lines = [
        words.bold(_("Conspicuous patterns")),
        _("Thanks in the last 26 weeks: {many}.").format(many=words.number(many)),
    ]
    lines += ["• " + _mutual(*pair) for pair in pairs]
    for ring in rings:
        names = " → ".join(words.safe(strip_titles(name)) for name in (*ring, ring[0]))
        lines.append("• " + _("In a circle: {names}").format(names=names))
    if not pairs and not rings:
        lines.append(_("Nothing conspicuous."))
    lines.append(_("This proves nothing; people who work together thank one another, too."))
    return "\n".join(lines)


def _mutual(one_: str, other: str, times: int) -> str:
    said = _("{one} and {other} thanked one another {times} times each.")
    names = {"one": words.safe(strip_titles(one_)), "other": words.safe(strip_titles(other))}
    return said.format(**names, times=times)


def nobody_found() -> str:
    return _("I found nobody else of that name. Please type it once more.")


def too_short() -> str:
    return _("Please say in a few words what it was for.")


def none_left() -> str:
    return _("Your thanks of this week are given. From Monday on you can thank again.")


def sent_notice() -> str:
    return _("Sent. Thank you for noticing.")


def shown_notice(*, shown: bool) -> str:
    return _("Everybody can read it now.") if shown else _("Only you can read it now.")


def consent_notice(*, given: bool) -> str:
    return (
        _("Your superior may see how many.") if given else _("Your superior sees nothing of it.")
    )


def letter() -> str:
    """No name, no word of it."""
    return _("A colleague thanks you for your work. Open it to read.")
