"""What a rater types at somebody's achievement: kept, until one tap says what it is for."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session

from bot.actions import rights
from bot.actions.achievements import capture, drafts, grounds
from bot.actions.achievements.owned import mine, seen
from bot.actions.achievements.rating import rateable
from bot.actions.achievements.reviewing import demand_rating, queue_of, verdict_named
from bot.actions.me import Me
from bot.actions.refusals import BUTTON_WANTED, Refused
from bot.rules.achievements import NOTE_LENGTH, Step, Verdict, read_marks
from bot.rules.typed import is_short_answer, is_small_talk, suggest_title
from bot.screens import Place, Went, place
from bot.texts import achievements as texts
from bot.texts import words
from storage import achievements, employees, open_screens, turns

QUEUE, ASKED = "achievements.queue", "achievements.remark"
ABOUT_A_TURN = {
    f"achievements.{name}"
    for name in ("rate", "review_whole", "review_files", "marking", "verdict")
}
FEWEST_LETTERS = 3
# Here somebody else is judged, or a result is: what is typed is no achievement of one's own.
BUTTONS_ALONE = frozenset(
    f"{capability}.{name}"
    for capability, names in {
        "appraisals": "form indicator lines summary report ratee across",
        "peers": "step form lines declining",
        "objections": "card choose confirm withdrawing telling decide level last",
        "panel": "person case levels level proposing signing",
    }.items()
    for name in names.split()
)


@dataclass(frozen=True, slots=True)
class Remark:
    """Words of one's own (`number`, `version`), and the turn they may be about.

    `title` and `owner` are "" when the turn waits for me no more. `may_be_own`: the words say
    enough to be an achievement.
    """

    number: int
    version: int
    turn_id: int
    words: str
    may_be_own: bool
    title: str = ""
    owner: str = ""


def say(session: Session, me: Me, shown: str | None, text: str) -> Went | Place:
    """What is typed while nothing is asked. `shown` is the screen in view; None: look it up.

    At a screen of an achievement that waits for me it is asked what it was meant as. Raises
    Refused where only buttons answer. Anywhere else an achievement of mine begins.
    """
    at = Place.parse(shown if shown is not None else open_screens.shown(session, me.account_id))
    said = text.strip()
    if at.name == ASKED and (led := _more(session, me, at, said)):
        return led
    if me.card is not None and at.name in BUTTONS_ALONE:
        raise Refused(texts.buttons_alone(), BUTTON_WANTED)
    turn = _turn_at(session, me, at)
    if turn is None or len(said) > NOTE_LENGTH:
        return capture.capture_text(session, me, text)
    if is_short_answer(said) or sum(map(str.isalnum, said)) < FEWEST_LETTERS:
        raise Refused(words.choose_button(), BUTTON_WANTED)
    rights.demand(session, me, "achievements.mine", about=me.employee_id)
    kept = {"title": suggest_title(said), "story": said}
    number = achievements.start(session, me.employee_id, me.now, step=Step.TITLE, **kept)
    return place(ASKED, number, turn)


def remark(session: Session, me: Me, draft_id: int, turn_id: int) -> Remark:
    """The words, and what they may be about."""
    row = seen(session, me, "achievements.edit", draft_id)
    told = Remark(draft_id, row.version, turn_id, row.story, not is_small_talk(row.story))
    turn = turns.face(session, turn_id, me.employee_id)
    about = achievements.get(session, turn.achievement_id) if turn else None
    if about is None or turn_id not in queue_of(session, me):
        return told
    demand_rating(session, me, about)
    owner = employees.get(session, about.employee_id)
    assert owner is not None
    return Remark(
        draft_id, row.version, turn_id, row.story, told.may_be_own, about.title, owner.name
    )


def use(
    session: Session, me: Me, draft_id: int, version: int, turn_id: int, meant: str
) -> Went | Place:
    """The words are a note with the approval, or the reason to return or to reject.

    They follow what I noted before, and are no draft any more; nothing is decided yet.
    """
    row = mine(session, me, "achievements.edit", draft_id)
    _, about = rateable(session, me, turn_id)
    chosen = verdict_named(meant)
    if row.version != version:
        return Went(place(ASKED, draft_id, turn_id), words.changed_since())
    given = turns.opinion(session, turn_id, me.employee_id)
    note = "\n".join(part for part in (given.note if given else "", row.story) if part)
    if len(note) > NOTE_LENGTH:
        raise Refused(words.too_long(NOTE_LENGTH, len(note)), "too_long")
    turns.think(session, turn_id, me.employee_id, note=note)
    drafts.drop(session, me, draft_id)
    marks = read_marks(given.marks if given else "")
    if (
        chosen is Verdict.APPROVE
        and grounds.named_in_order(session, about, me.today).keys() - marks
    ):
        return Went(place("achievements.rate", turn_id), texts.note_kept())
    return place("achievements.verdict", turn_id, chosen)


def discard(session: Session, me: Me, draft_id: int, version: int, turn_id: int) -> Went:
    """Throw the words away, and go back to what they were typed at."""
    row = mine(session, me, "achievements.delete", draft_id)
    if row.version != version:
        return Went(place(ASKED, draft_id, turn_id), words.changed_since())
    drafts.drop(session, me, draft_id)
    waits = turn_id in queue_of(session, me)
    return Went(
        place("achievements.rate", turn_id) if waits else Place(QUEUE), texts.words_dropped()
    )


def _turn_at(session: Session, me: Me, at: Place) -> int | None:
    """The turn that a screen shows, if I may decide it today."""
    if at.name != QUEUE and at.name not in ABOUT_A_TURN:
        return None
    waiting = queue_of(session, me)
    if at.name == QUEUE:
        return waiting[0] if waiting else None
    return next((turn for turn in waiting if at.args and turn == at.args[0]), None)


def _more(session: Session, me: Me, at: Place, said: str) -> Place | None:
    """Somebody goes on writing before saying what it is; None when the words are gone."""
    draft_id, turn_id = map(int, at.args)
    row = achievements.lock(session, draft_id)
    if row is None or row.employee_id != me.employee_id or turns.last_of(session, draft_id):
        return None
    rights.demand(session, me, "achievements.mine", about=me.employee_id)
    if is_short_answer(said):
        raise Refused(words.choose_button(), BUTTON_WANTED)
    story = f"{row.story}\n{said}"
    if len(story) > NOTE_LENGTH:
        raise Refused(words.too_long(NOTE_LENGTH, len(story)), "too_long")
    achievements.change(session, draft_id, me.now, story=story, title=suggest_title(story))
    return place(ASKED, draft_id, turn_id)
