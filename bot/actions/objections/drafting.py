"""Writing an objection: which indicators it is about, and why; nobody else sees a draft."""

from __future__ import annotations

from sqlmodel import Session

from bot.actions import rights, visibility
from bot.actions.me import Me
from bot.actions.objections.drafts import Draft, Mine, draft_of, indicators_of, open_to
from bot.actions.receipts.standing import Standing, standing
from bot.actions.refusals import Refused
from bot.rules.objections import Hindrance, State
from bot.rules.typed import is_small_talk
from bot.screens import Place, Went, place
from bot.texts import words
from bot.texts.objections import answers as texts
from storage import exhibits, objections, periods, publication, results
from storage.periods import Period
from storage.results import Result

LONGEST = 500


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
    known = [one for one, _ in open_to(session, mine.result)]
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
