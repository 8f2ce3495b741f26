"""/nilai: my people, their forms, and what the evaluation team rates."""

from __future__ import annotations

from bot.actions import appraisals
from handlers.appraisals import form, lists, team
from handlers.appraisals.lists import pager
from handlers.table import Shown, Table

__all__ = ["pager", "routes"]


def routes() -> Table:
    return Table(
        places={
            "appraisals.list": Shown(appraisals.list_, lists.draw_list),
            "appraisals.form": Shown(appraisals.person, lists.draw_person),
            "appraisals.report": Shown(appraisals.person, lists.draw_report),
            "appraisals.team": Shown(appraisals.team_list, team.draw_team),
            "appraisals.ratee": Shown(appraisals.ratee, team.draw_ratee),
            "appraisals.across": Shown(appraisals.across, team.draw_across),
            "appraisals.indicator": Shown(appraisals.indicator, form.draw_indicator),
            "appraisals.reason": Shown(appraisals.ask_reason, form.draw_reason),
            "appraisals.feedback": Shown(appraisals.ask_feedback, form.draw_feedback),
            "appraisals.lines": Shown(appraisals.lines, form.draw_lines),
            "appraisals.summary": Shown(appraisals.summary, form.draw_summary),
        },
        acts={
            "appraisals.go_across": appraisals.go_across,
            "appraisals.start": appraisals.start,
            "appraisals.start_team": appraisals.start_team,
            "appraisals.rate": appraisals.rate,
            "appraisals.rate_across": appraisals.rate_across,
            "appraisals.send": appraisals.send,
            "appraisals.send_complete": appraisals.send_complete,
        },
        typed={
            "appraisals.reason_text": appraisals.reason,
            "appraisals.reason_across": appraisals.reason_across,
            "appraisals.feedback_text": appraisals.advise,
        },
    )
