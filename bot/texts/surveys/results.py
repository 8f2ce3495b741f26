"""What citizens think of a unit: sentences beside figures and pictures."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from bot.rules.numbers import half_up
from bot.rules.quarters import Quarter
from bot.rules.surveys.collecting import ServiceKind
from bot.rules.surveys.credibility import Leaned
from bot.rules.surveys.elements import ELEMENTS as ORDER
from bot.rules.surveys.elements import Element
from bot.rules.surveys.grades import Grade
from bot.rules.surveys.index import Figure
from bot.texts import words
from bot.texts.language import _, ngettext
from bot.texts.surveys import figures

UNITS, SERVICES, COURSE = _("Other units"), _("Services by element"), _("Trend of the index")
LIKES, COMMENTS, POINTS = _("Like services"), _("Comments"), _("Improvements")
PUBLISH, HISTORY, RESULTS = _("Publish a month"), _("Surveys before 2017"), _("Results")
COUNTERS = _("Counters and tickets")
EARLIER, LATER = "◀", "▶"
HEAT_TITLE, COURSE_TITLE = _("Services by element"), _("Trend of the index")
COURSE_LEGEND = _("Upright: 95% confidence. Dashed: where grades C, B and A begin.")
KINDS = {
    ServiceKind.ADMINISTRATIVE: _("Administrative services"),
    ServiceKind.GOODS: _("Goods"),
    ServiceKind.SERVICES: _("Other services"),
    ServiceKind.INFORMATION: _("Information desks"),
    ServiceKind.COMPLAINTS: _("Complaint desks"),
}


def keys() -> dict[str, str]:
    return {grade.value: meaning for grade, meaning in figures.GRADES.items()}


def heading(unit: str, quarter: Quarter, *, running: bool) -> str:
    when = words.quarter(quarter.year, quarter.number)
    if running:
        when = _("{quarter} (still running)").format(quarter=when)
    return f"{words.bold(figures.TITLE)}\n{words.safe(unit)} · {when}"


def no_services() -> str:
    return _(
        "No service of this unit asks its users yet. HR or the head sets up services and counters."
    )


def no_answers() -> str:
    return _("No answer has come in this quarter that counts.")


def index(found: Figure) -> str:
    return _("<b>{index}</b> from {answers}").format(
        index=figures.graded(found.index, found.grade), answers=figures.answers(found.count)
    )


def held(count: int) -> str:
    return ngettext(
        "{count} more answer waits until somebody has decided whether it counts.",
        "{count} more answers wait until somebody has decided whether they count.",
        count,
    ).format(count=words.number(count))


def lacking(count: int) -> str:
    return ngettext(
        "{count} service has not stated how many use it.",
        "{count} services have not stated how many use them.",
        count,
    ).format(count=words.number(count))


def setting(found: Figure) -> str:
    return _("Calculated by: {setting}.").format(
        setting=figures.setting(found.weight, found.regulation)
    )


def choose() -> str:
    return words.bold(_("Whose results?"))


def services(first: int, lines: Sequence[tuple[str, Figure]]) -> str:
    """Every service with all nine numbers in the order of the line above them."""
    order = " · ".join(str(figures.SHORT[one]) for one in ORDER)
    blocks = [words.bold(HEAT_TITLE), _("In this order: {order}").format(order=order)]
    for at, (name, found) in enumerate(lines, first):
        numbers = " · ".join(tenths(one.index) for one in found.elements)
        title = f"{at}. {words.bold(words.safe(name))}"
        head = f"{title}, {words.number(found.index)} ({words.number(found.count)})"
        blocks.append(f"{head}\n{numbers}")
    return "\n\n".join(blocks)


def tenths(value: Decimal) -> str:
    """`84,4`: what fits into a cell."""
    return words.number(half_up(value, 1))


def heat_said(rows: Sequence[tuple[str, Figure]]) -> str:
    """What the picture shows first to an eye: the best and the lowest of each service; escaped."""
    told = [
        _("{service}: index {index}; lowest {low} {low_index}; best {high} {high_index}").format(
            service=name,
            index=words.number(found.index),
            low=figures.ELEMENTS[Element(found.lowest.key)],
            low_index=words.number(found.lowest.index),
            high=figures.ELEMENTS[Element(found.highest.key)],
            high_index=words.number(found.highest.index),
        )
        for name, found in rows
    ]
    said = _("Picture: services by element. {rows}. All numbers stand below.")
    return words.safe(said.format(rows=". ".join(told)))


def course_said(quarters: Sequence[tuple[Quarter, Figure | None]]) -> str:
    told = [f"{words.quarter(one.year, one.number)}: {_figure(found)}" for one, found in quarters]
    return words.safe(_("Picture: course of the index. {quarters}.").format(
        quarters="; ".join(told)
    ))  # fmt: skip


def _figure(found: Figure | None) -> str:
    if found is None:
        return _("no answers")
    return f"{figures.graded(found.index, found.grade)}, {figures.answers(found.count)}"


def course_line(quarter: Quarter, found: Figure | None, reach: str) -> str:
    when = words.quarter(quarter.year, quarter.number)
    return f"{words.bold(when)}: {_figure(found)}" + (f"\n{reach}" if found else "")


def kinds() -> str:
    return (
        words.bold(LIKES)
        + "\n\n"
        + _("Services are compared only with services of the same kind. Which kind?")
    )


def likes(kind: ServiceKind, quarter: Quarter) -> str:
    title = words.bold(f"{KINDS[kind]}, {words.quarter(quarter.year, quarter.number)}")
    return (
        title
        + "\n"
        + _(
            "In the order of what is sure: few answers lean to all services of the kind, so that "
            "three glad ones do not top three hundred."
        )
    )


def like(place: int, name: str, unit: str, one: Leaned, *, mine: bool, few: bool) -> str:
    """One service: its own index, how much of it is trusted, what is sure."""
    title = f"{name}, {unit}"
    head = words.bold(words.safe(title)) if mine else words.safe(title)
    told = _("own {own} from {answers}, leaned {leaned} ({percent}% its own), surely {sure}")
    line = told.format(
        own=words.number(one.own), answers=figures.answers(one.count),
        leaned=words.number(one.index), percent=tenths(one.percent), sure=words.number(one.sure),
    )  # fmt: skip
    if few:
        return f"· {head}\n{line}. " + _("Too few answers for a place.")
    return f"{place}. {head}\n{line}"


def how_leaned(k: str, like_index: str) -> str:
    return _(
        "{k} answers weigh as much as all like services together, whose index is {index}."
    ).format(k=k, index=like_index)


def history(rows: Sequence[str]) -> str:
    title = words.bold(HISTORY)
    if not rows:
        return title + "\n\n" + _("There are none. They are taken in with teladan survey.")
    told = _("Fourteen elements, with the grades in force then; not to be compared with today's.")
    return "\n".join([title, told, "", *rows])


def year(year_: int, index_: str, grade: Grade, count: int, setting_: str) -> str:
    return _("{year}: {index}, grade {grade} ({meaning}), {answers}; {setting}").format(
        year=year_, index=index_, grade=grade.value, meaning=figures.GRADES[grade],
        answers=figures.answers(count), setting=setting_,
    )  # fmt: skip
