"""What `teladan verify` found: whether the trail is whole, and which rows say other than it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.texts import words
from bot.texts.language import _


def whole(entries: int, code: str) -> str:
    return _("The audit trail is whole: {count} entries. Code of the newest one: {code}").format(
        count=words.number(entries), code=code
    )


def whole_to_anchors(entries: int, anchors: int, code: str) -> str:
    return _(
        "The audit trail is whole and fits {anchors} anchors: {count} entries. "
        "Code of the newest one: {code}"
    ).format(count=words.number(entries), anchors=words.number(anchors), code=code)


def empty() -> str:
    return _("The audit trail is whole: it has no entries yet.")


def broken(fault: str, number: int, since: date | None) -> str:
    """Where the trail breaks, by a code of `bot.rules.audit.Fault`, and on which day first."""
    said = _BROKEN[fault].format(number=words.number(number))
    if since is None:
        return said
    return said + " " + _("The first broken day: {day}.").format(day=words.day(since))


_BROKEN = {
    "missing": _("The audit trail is broken: entry {number} is missing or not in its place."),
    "changed": _(
        "The audit trail is broken: entry {number} is not as it was written "
        "(or SECRET_KEY is another one)."
    ),
    "facts_changed": _("The audit trail is broken: the facts of entry {number} were changed."),
    "facts_gone": _(
        "The audit trail is broken: the facts of entry {number} are gone without a recorded "
        "erasure."
    ),
    "stray_facts": _(
        "The audit trail is broken: there are facts of entry {number}, but no such entry."
    ),
    "not_as_anchored": _(
        "The audit trail is broken: entry {number} does not fit its anchor; it or one before it "
        "was written anew."
    ),
    "cut_off": _(
        "The audit trail is broken: it was cut off, from entry {number} on nothing is there."
    ),
}


def agrees() -> str:
    return _("Every rating, decision, role and account in the database agrees with the trail.")


def replayed(checked: int, wrong: Sequence[int]) -> str:
    """How many published results were computed again, and which came out otherwise."""
    if not wrong:
        told = _("Every published result computes to what was told: {count}.")
        return told.format(count=words.number(checked))
    return _(
        "Published results that do not compute to what was told: {wrong} of {count}. "
        "Their numbers: {numbers}."
    ).format(
        wrong=words.number(len(wrong)),
        count=words.number(checked),
        numbers=", ".join(map(str, wrong[:50])),
    )


def disagreements(number: int) -> str:
    return _("What does not agree with the audit trail: {count}. Ask the inspectorate.").format(
        count=words.number(number)
    )


def people_unlisted() -> str:
    return _(
        "Units, superiors and roles cannot be checked yet: the next teladan import writes them "
        "into the trail."
    )


def bad_code(typed: str) -> str:
    return _(
        "{code} is not the code of an anchor, or it was mistyped. Type it as it stands on the "
        "page."
    ).format(code=typed)


def two_codes(number: int) -> str:
    return _("Two different codes of entry {number} were given; one of them is mistyped.").format(
        number=words.number(number)
    )


def walked(done: int, of: int) -> str:
    return _("Entries checked: {done} of {of}").format(
        done=words.number(done), of=words.number(of)
    )
