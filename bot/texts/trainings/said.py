"""Words of training that many screens share: kinds, states, hours, reasons."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bot.rules.trainings.course import Ground, State
from bot.rules.trainings.hours import AIM, Hours, Part, jp, shares
from bot.rules.trainings.needs import Need
from bot.texts import words
from bot.texts.language import _

WAYS = {
    "pelatihan": _("Training course"),
    "seminar": _("Seminar or conference"),
    "lokakarya": _("Workshop"),
    "kursus": _("Course of lessons"),
    "penataran": _("Upgrading course"),
    "bimbingan_teknis": _("Technical guidance"),
    "sosialisasi": _("Information session"),
    "e_learning": _("E-learning"),
    "pelatihan_jarak_jauh": _("Distance training"),
    "belajar_mandiri": _("Self-study"),
    "coaching": _("Coaching"),
    "mentoring": _("Mentoring"),
    "komunitas_belajar": _("Learning community"),
    "alam_terbuka": _("Outdoor learning"),
    "magang": _("Work practice"),
    "detasering": _("Secondment"),
    "patok_banding": _("Benchmarking visit"),
    "pertukaran": _("Exchange with private sector"),
    "penugasan": _("Special assignment"),
}
FORMS = {"klasikal": _("face to face"), "nonklasikal": _("not face to face")}
STATES = {
    State.DRAFT: _("not sent yet"),
    State.WAITING: _("waits for the superior"),
    State.AGREED: _("agreed; waits for the division of seats"),
    State.REFUSED: _("refused by the superior"),
    State.WITHDRAWN: _("withdrawn"),
    State.SEATED: _("has a seat"),
    State.LISTED: _("on the waiting list"),
    State.PRESENT: _("was there; waits for the result"),
    State.ABSENT: _("was not there"),
    State.EXCUSED: _("was excused"),
    State.CALLED_OFF: _("the course was called off"),
    State.PASSED: _("completed"),
    State.FAILED: _("not completed"),
}
GROUNDS = {
    Ground.GAP: _("a gap to close"),
    Ground.MERIT: _("merit"),
    Ground.OWN: _("own wish"),
    Ground.PRIZE: _("prize of an award"),
}
PARTS = {
    Part.EXPERIENCE: _("experience"),
    Part.SOCIAL: _("with others"),
    Part.FORMAL: _("formal"),
}
POINTS = {
    "base": _("every application {points}"),
    "gap": _("gap {points}"),
    "merit": _("merit {points}"),
    "post": _("post {points}"),
    "hours": _("missing JP {points}"),
}
CELLS = 10


def hours(minutes: int) -> str:
    """`19,98 JP`."""
    told = jp(minutes)
    whole = int(told) if told == int(told) else told
    return _("{hours} JP").format(hours=words.number(whole))


def bar(own: Hours) -> str:
    """`▰▰▰▱▱▱▱▱▱▱ 6 dari 20 JP`; never full before the hours are."""
    full = min(CELLS, own.minutes * CELLS // own.asked)
    told = _("{have} of {asked}").format(have=_bare(own.minutes), asked=hours(own.asked))
    return f"{'▰' * full}{'▱' * (CELLS - full)} {words.bold(told)}"


def _bare(minutes: int) -> str:
    return hours(minutes).partition(" ")[0]


def met(own: Hours) -> str:
    if own.met:
        return _("The hours of this year are fulfilled.")
    return _("{missing} are still missing this year.").format(missing=hours(own.missing))


def ceiling(own: Hours, agreed: tuple[date, date], *, known: bool) -> str:
    """What a PPPK has of the year of agreement."""
    told = _("PPPK: {have} of at most {most} in the year of agreement {first} to {last}.").format(
        have=_bare(own.minutes), most=hours(own.most),
        first=words.short_day(agreed[0]), last=words.short_day(agreed[1]),
    )  # fmt: skip
    if own.passes():
        told += " ⚠ " + _("The ceiling is passed.")
    if not known:
        told += " " + _(
            "The day of your agreement is not on record, so the calendar year counts; "
            "HR can enter it."
        )
    return told


def warning() -> str:
    return "⚠ " + _(
        "With this course you would pass the most JP of a PPPK in a year of agreement. "
        "It needs an assignment in writing."
    )


def spread(found: Mapping[Part, int]) -> str:
    """`70:20:10 Anda: pengalaman 0 %, bersama orang lain 20 %, formal 80 %`."""
    have = shares(found)
    parts = [
        _("{part} {have}% (aim {aim}%)").format(part=PARTS[part], have=have[part], aim=AIM[part])
        for part in Part
    ]
    return _("How you learned: {parts}.").format(parts=", ".join(parts))


def reason(need: Need, names: Mapping[str, str]) -> str:
    """Why a course fits a person, in a sentence or two; not escaped."""
    told = []
    if need.gap:
        told.append(
            _("Your value of {indicator} is below expectations.").format(
                indicator=names.get(need.gap, need.gap)
            )
        )
    if need.strength:
        told.append(
            _("You excel in {indicator}; that is to be carried on.").format(
                indicator=names.get(need.strength, need.strength)
            )
        )
    if need.post:
        told.append(_("It fits your field of duty ({post}).").format(post=need.post))
    if "hours" in need.points:
        told.append(_("Your JP of this year are not fulfilled yet."))
    return " ".join(told)


def points(found: Mapping[str, int]) -> str:
    """`50 = setiap permohonan 10 + kesenjangan 40`."""
    parts = [POINTS[key].format(points=value) for key, value in found.items()]
    return f"{sum(found.values())} = {' + '.join(parts)}"


def rupiah(amount: int) -> str:
    return _("Rp {amount}").format(amount=words.number(amount))


def price(amount: int) -> str:
    """What a seat costs."""
    return rupiah(amount) if amount else _("free of charge")


def days(first: date, last: date) -> str:
    if first == last:
        return words.short_day(first)
    return _("{first} to {last}").format(first=words.short_day(first), last=words.short_day(last))
