"""What the parts of a scheme are called, by the path of their field."""

from __future__ import annotations

from bot.texts import words
from bot.texts.language import _

# Fields as the file names them, told in the words of an office. `{n}` fields of lists are counted.
FIELDS: dict[str, str] = {
    "key": _("the key of the scheme"),
    "name": _("the name of the scheme"),
    "version": _("the version number"),
    "in_force_from": _("the day from which it is in force"),
    "formula": _("the formula"),
    "asks_peers": _("whether colleagues are asked"),
    "axis_weights": _("the weights of the axes"),
    "axis_weights.hasil_kerja": _("the weight of work results"),
    "axis_weights.perilaku": _("the weight of behaviour"),
    "indicators": _("the indicators"),
    "categories": _("the kinds of achievements"),
    "thresholds": _("the limits of expectations"),
    "thresholds.met": _("the value from which an axis is as expected"),
    "thresholds.above": _("the value from which an axis is above expectations"),
    "survey_levels.limits": _("the limits of the satisfaction index"),
    "calendar": _("the calendar"),
    "calendar.opens": _("the opening of the quarter"),
    "calendar.proposals": _("the last day of proposing colleagues"),
    "calendar.submission": _("the last day of reports"),
    "calendar.rating": _("the last day of ratings"),
    "calendar.calibration": _("the last day of calibration"),
    "calendar.publication": _("the day of publication"),
    "objection.days": _("the days to object"),
    "objection.receipt_workdays": _("the working days to hand over the result"),
    "objection.decision_days": _("the days to decide on an objection"),
    "objection.hearing_workdays": _("the working days to hear both sides of an objection"),
    "departure_gap": _("the departure from a proposal that needs a reason"),
    "planned_results": _("the most planned results"),
    "planning.proposal_days": _("the days to propose planned results"),
    "planning.agreement_days": _("the days to agree to planned results"),
    "evidence": _("the most pieces of evidence"),
    "signing_days": _("the days to sign a correction or a late result"),
    "view_days": _("the days in which the evaluation team gives its views"),
    "nudge_days": _("the days between two nudges"),
    "peers": _("the numbers of colleagues (shown_from, fewest, most)"),
    "peers.fewest": _("the fewest colleagues asked"),
    "peers.most": _("the most colleagues asked"),
    "peers.load": _("how many colleagues one person is asked about at most"),
    "peers.shown_from": _("the answers from which colleagues' results are shown"),
    "mandate.absent_days": _("the days of absence from which somebody stands in"),
    "mandate.longest_days": _("the longest days of a mandate"),
    "mandate.rating_days": _("the fewest days in office of a superior who rates"),
    "mandate.uncounted_leave": _("the kinds of leave that do not count as days served"),
    "reminders.opening": _("the reminder at the opening"),
    "reminders.before": _("the reminders before a deadline"),
    "reminders.on_the_day": _("the reminder on the day itself"),
    "reminders.overdue": _("the reminders after a deadline"),
    "reminders.escalations": _("when superiors are told"),
    "awards.lowest_score": _("the lowest score for an award"),
    "awards.fewest_raters": _("the fewest raters for an award"),
    "awards.excluded_roles": _("the roles that receive no award"),
    "awards.quarters_between": _("the quarters between two awards"),
    "awards.tie_order": _("the order in which ties are broken"),
    "awards.near_tie": _("the distance of a near tie"),
    "awards.quorum": _("the quorum of the panel"),
    "quadrant": _("the table of predicates"),
    "quadrant.above": _("the table of predicates, work results above expectations"),
    "quadrant.met": _("the table of predicates, work results as expected"),
    "quadrant.below": _("the table of predicates, work results below expectations"),
    "number_words": _("the words of PP 30/2019 for a number"),
    "number_words.sangat_baik": _("the value from which a number is called Sangat Baik"),
    "number_words.baik": _("the value from which a number is called Baik"),
    "number_words.cukup": _("the value from which a number is called Cukup"),
    "number_words.kurang": _("the value from which a number is called Kurang"),
    "level_proposal.best": _("how many best achievements propose a level"),
    "level_proposal.highest_from_one": _("the highest level that one achievement proposes"),
    "distribution": _("the patterns of distribution"),
    "year": _("the rules of the year"),
    "year.way": _("how quarters become a year"),
    "year.weights": _("the weights of the quarters in the year"),
    "year.fewest": _("the fewest quarters that make a year"),
    "year.judge": _("who judges the yearly report"),
    "year.writing_days": _("the days to write the yearly report"),
    "year.signing_days": _("the days to sign or judge a yearly report"),
}
PARTS: dict[str, str] = {
    "key": _("key"),
    "name": _("name"),
    "axis": _("axis"),
    "weight": _("weight"),
    "meaning": _("meaning"),
    "anchors": _("anchors of the levels"),
    "guides": _("behaviour guides"),
    "sources": _("who rates"),
    "limits": _("limits"),
    "organisation": _("predicate of the organisation"),
}
LISTS: dict[str, str] = {
    "indicators": _("indicator {n}"),
    "categories": _("kind of achievement {n}"),
    "distribution": _("pattern of distribution {n}"),
}


def field(path: str, named: str = "") -> str:
    """A field told to a person: `indikator ke-3 (Penyelesaian administrasi), bobot`."""
    if path in FIELDS:
        return FIELDS[path]
    first, *rest = path.split(".")
    if first not in LISTS or not rest or not rest[0].isdigit():
        return path
    whole = LISTS[first].format(n=int(rest[0]) + 1)
    if named:
        whole += f" ({words.fitting(named, 60)})"
    parts = [PARTS.get(part, part) for part in rest[1:] if not part.isdigit()]
    return ", ".join([whole, *parts])
