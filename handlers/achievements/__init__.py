"""/prestasi: telling achievements, and rating those of one's people."""

from __future__ import annotations

from collections.abc import Callable

from sqlmodel import Session

from bot.actions.achievements import (
    attaching,
    capture,
    cards,
    days,
    drafts,
    mine,
    rating,
    remarks,
    reviewing,
    sending,
)
from bot.actions.achievements import filling as drafting
from bot.actions.attachments import Attachment
from bot.actions.me import Me
from bot.rules.achievements import Step
from bot.screens import Place, Went
from handlers.achievements import card, filling, letters, remark, review
from handlers.table import Shown, Table


def _attached_during(step: Step) -> Callable[[Session, Me, int, Attachment], Went]:
    """A file that comes while something else is asked becomes evidence all the same."""

    def act(session: Session, me: Me, achievement_id: int, attachment: Attachment) -> Went:
        return attaching.attach_at(session, me, achievement_id, step, attachment)

    return act


def routes() -> Table:
    return Table(
        commands={"prestasi": Place("achievements.mine")},
        places={
            "achievements.mine": Shown(mine.mine, card.draw_mine),
            "achievements.resume": Shown(drafting.resume, filling.draw_resume),
            "achievements.offer": Shown(cards.card, filling.draw_offer),
            "achievements.fill": Shown(drafting.fill, filling.draw_step),
            "achievements.items": Shown(drafting.items, filling.draw_items),
            "achievements.day_asked": Shown(drafting.asked_day, filling.draw_days),
            "achievements.left": Shown(drafting.resume, filling.draw_left),
            "achievements.card": Shown(cards.card, card.draw_card),
            "achievements.change": Shown(cards.card, card.draw_change),
            "achievements.whole": Shown(cards.whole, card.draw_whole),
            "achievements.files": Shown(cards.with_files, card.draw_files),
            "achievements.voice": Shown(cards.card, card.draw_voice),
            "achievements.queue": Shown(reviewing.queue, review.draw_queue),
            "achievements.rate": Shown(reviewing.review, review.draw_review),
            "achievements.review_whole": Shown(reviewing.review_whole, review.draw_whole),
            "achievements.review_files": Shown(reviewing.review_files, review.draw_files),
            "achievements.marking": Shown(reviewing.marking, review.draw_marking),
            "achievements.verdict": Shown(reviewing.verdict, review.draw_verdict),
            "achievements.why": Shown(reviewing.verdict, review.draw_why),
            "achievements.note": Shown(reviewing.review, review.draw_note),
            "achievements.remark": Shown(remarks.remark, remark.draw_remark),
        },
        acts={
            "achievements.begin": drafts.begin,
            "achievements.create": drafts.create,
            "achievements.day": days.put_day,
            "achievements.category": drafts.put_category,
            "achievements.toggle": drafts.toggle_indicator,
            "achievements.go_on": drafts.go_on,
            "achievements.clear_effect": drafts.clear_effect,
            "achievements.remove": attaching.remove,
            "achievements.delete": drafts.delete,
            "achievements.send": sending.send,
            "achievements.withdraw": sending.withdraw,
            "achievements.nudge": sending.nudge,
            "achievements.mark": rating.mark,
            "achievements.clear_note": rating.clear_note,
            "achievements.decide": rating.decide,
            "achievements.use": remarks.use,
            "achievements.discard": remarks.discard,
        },
        typed={
            "achievements.capture": remarks.say,
            "achievements.title": drafts.put_title,
            "achievements.story": drafts.put_story,
            "achievements.date": days.say_day,
            "achievements.category": drafts.choose_button,
            "achievements.indicator": drafts.choose_button,
            "achievements.before": drafts.put_before,
            "achievements.after": drafts.put_after,
            "achievements.unit": drafts.put_unit,
            "achievements.evidence": attaching.attach_text,
            "achievements.note": rating.put_note,
            "achievements.why": rating.put_reason,
        },
        sent={
            "achievements.capture": capture.capture_file,
            **{f"achievements.{step}": _attached_during(step) for step in filling.ASKED},
            "achievements.note": rating.put_voice,
            "achievements.why": rating.only_text,
        },
        letters={
            "achievements.waiting": letters.write_waiting,
            "achievements.nudged": letters.write_nudged,
            "achievements.decided": letters.write_decided,
            "achievements.evidence_refused": letters.write_refused,
            "achievements.no_rater": letters.write_no_rater,
        },
    )
