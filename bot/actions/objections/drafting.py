"""Writing an objection: which indicators it is about, and why; nobody else sees a draft."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.actions import levels, rights, schemes, scores, visibility
from bot.actions.me import Me
from bot.actions.pages import nearest
from bot.actions.receipts.standing import Standing, standing
from bot.actions.refusals import Refused
from bot.rules.objections import Hindrance, State
from bot.rules.scoring import Score
from bot.rules.stamps import stamp
from bot.rules.typed import is_small_talk
from bot.screens import Place, Went, place
from bot.texts import words
from bot.texts.objections import answers as texts
from storage import exhibits, objections, periods, publication, results
from storage.objections import Objection
from storage.periods import Period
from storage.results import Result

PAGE = 5
LONGEST = 500


@dataclass(frozen=True, slots=True)
class Draft:
    """What I am about to object to. `choices` are key, name and whether it is about that one.

    `last` is the last day to hand it in, None where that cannot be said yet; `seen` marks all
    that is shown. `exhibits` counts the files.
    """

    objection_id: int
    period_id: int
    employee_id: int
    year: int
    quarter: int
    today: date
    last: date | None
    reasons: str
    choices: Sequence[tuple[str, str, bool]]
    page: int
    seen: str
    exhibits: int = 0

    @property
    def chosen(self) -> list[str]:
        return [name for _, name, chosen in self.choices if chosen]


@dataclass(frozen=True, slots=True)
class Mine:
    """A draft of mine with everything around it."""

    row: Objection
    period: Period
    result: Result
    standing: Standing


def may_begin(at: Standing | None, state: State | None) -> bool:
    """Whether a published result may be objected to now, or a draft of that goes on."""
    if at is None or state not in (None, State.DRAFT):
        return False
    return at.window is None or at.today in at.window


def begin(session: Session, me: Me, period_id: int) -> Went:
    """Begin to object to my result of a period, or go on where I was."""
    period = periods.get(session, period_id)
    seen = period is not None and visibility.is_visible(session, period, me.employee_id)
    state = "visible" if seen else ""
    rights.demand(session, me, "objections.write", about=me.employee_id, state=state)
    result = results.of(session, period_id, me.employee_id)
    if period is None or result is None:
        raise Refused(words.not_available(), "unknown_result")
    row = objections.begin(session, result, me.now)
    assert row.id is not None
    if row.state != State.DRAFT:
        return Went(place("objections.card", row.id), texts.only_once())
    _demand_window(_standing(session, me, period, result))
    if row.edition != result.edition:
        objections.write(session, row.id, edition=result.edition)
    return Went(place("objections.choose", row.id, 0))


def draft(session: Session, me: Me, objection_id: int, page: int = 0) -> Draft:
    """What I have written so far."""
    return draft_of(session, mine_of(session, me, objection_id), page)


def toggle(session: Session, me: Me, objection_id: int, key: str, page: int) -> Place:
    """It is about this indicator as well, or no longer."""
    mine = mine_of(session, me, objection_id)
    known = [one for one, _ in _open_to(session, mine.result)]
    chosen = indicators_of(mine.row)
    if key in known:
        chosen = [one for one in known if (one in chosen) is not (one == key)]
        objections.write(session, objection_id, indicators=",".join(chosen))
    return place("objections.choose", objection_id, page)


def write_reasons(session: Session, me: Me, objection_id: int, text: str) -> Place:
    """Keep why I object."""
    mine_of(session, me, objection_id)
    objections.write(session, objection_id, reasons=sentences(text))
    return place("objections.confirm", objection_id)


def discard(session: Session, me: Me, objection_id: int) -> Went:
    """Throw my draft away; nobody has seen it."""
    mine = mine_of(session, me, objection_id)
    exhibits.remove(session, objection_id)
    objections.discard(session, objection_id)
    return Went(place("results.card", mine.row.period_id, me.employee_id), texts.discarded())


def sentences(text: str) -> str:
    """What somebody says here, in one piece. Raises Refused when it says nothing, or too much."""
    said = " ".join(text.split())
    if is_small_talk(said):
        raise Refused(texts.reasons_wanted(), "without_reasons")
    if len(said) > LONGEST:
        raise Refused(words.too_long(LONGEST, len(said)), "too_long")
    return said


def about(objection_id: int) -> str:
    return f"objection/{objection_id}"


def mine_of(session: Session, me: Me, objection_id: int) -> Mine:
    """My draft, as long as it may be handed in. Raises Refused."""
    row = objections.get(session, objection_id)
    state = "draft" if row is not None and row.state == State.DRAFT else ""
    whose = row.employee_id if row else 0
    rights.demand(session, me, "objections.write", about=whose, state=state)
    assert row is not None
    period = periods.get(session, row.period_id)
    result = results.of(session, row.period_id, row.employee_id)
    assert period is not None
    assert result is not None
    at = _standing(session, me, period, result)
    _demand_window(at)
    return Mine(row, period, result, at)


def _standing(session: Session, me: Me, period: Period, result: Result) -> Standing:
    release = publication.of_period(session, result.period_id)
    if release is None:
        raise Refused(words.not_available(), "not_published")
    those = result.employee_id, result.edition, release.signed_at
    return standing(session, period, *those, me.now)


def _demand_window(at: Standing) -> None:
    if at.window is not None and at.today not in at.window:
        raise Refused(texts.window_over(at.window.last), Hindrance.CLOSED.value)


def draft_of(session: Session, mine: Mine, page: int) -> Draft:
    """The same as a screen shows it."""
    row, period = mine.row, mine.period
    chosen, known = indicators_of(row), _open_to(session, mine.result)
    window, there = mine.standing.window, exhibits.of(session, row.id or 0)
    return Draft(
        objection_id=row.id or 0,
        period_id=row.period_id,
        employee_id=row.employee_id,
        year=period.year,
        quarter=period.quarter,
        today=mine.standing.today,
        last=window.last if window else None,
        reasons=row.reasons,
        choices=[(key, name, key in chosen) for key, name in known],
        page=nearest(page, len(known), PAGE),
        seen=stamp(row.reasons, row.indicators, row.edition, [one.key for one in there]),
        exhibits=len(there),
    )


def _open_to(session: Session, result: Result) -> list[tuple[str, str]]:
    """Key and name of every indicator in the result that the superior's group has rated."""
    score: Score = scores.read_parts(result)
    scheme = schemes.by_number(session, result.scheme_id)
    return [
        (part.key, scheme.indicator(part.key).name)
        for axis in score.axes
        for part in axis.indicators
        if any(group.group is levels.GROUP for group in part.groups)
    ]


def indicators_of(row: Objection) -> list[str]:
    """The indicators that an objection is about."""
    return [key for key in row.indicators.split(",") if key]
