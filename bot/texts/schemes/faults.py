"""Everything that may be wrong with a scheme: one sentence a fault, naming the place."""

from __future__ import annotations

from bot.rules.schemes import ChangeFault, FaultKind, FormFault, Problem
from bot.texts import words
from bot.texts.language import _
from bot.texts.schemes.names import field

GIVEN = 60
FORM = {
    FormFault.NOT_TOML: _("This is not valid TOML. Look for a missing quote, bracket or comma."),
    FormFault.MISSING: _("{where} is missing."),
    FormFault.UNKNOWN: _("{where} is not known. Correct the spelling or take it out."),
    FormFault.NOT_A_NUMBER: _("{where} must be a number without quotes; given: {given}."),
    FormFault.NOT_A_DATE: _("{where} must be a date such as 2027-01-01; given: {given}."),
    FormFault.NOT_ALLOWED: _("{where} cannot be “{given}”. Use one of the words of the template."),
    FormFault.WRONG_TYPE: _("{where} does not have the form that the template shows."),
}
CHANGE = {
    ChangeFault.OTHER_KEY: _("{where} must stay “{given}”, as in the scheme in force."),
    ChangeFault.VERSION_USED: _("{where} must be {given}, the next after the newest."),
    ChangeFault.NOT_A_QUARTER: _(
        "{where} must be the first day of a quarter: 1 January, 1 April, 1 July or 1 October."
    ),
    ChangeFault.TOO_EARLY: _(
        "{where} is too early: a quarter that has begun keeps its scheme. The earliest is {given}."
    ),
    ChangeFault.BEFORE_NEWEST: _(
        "{where} may not lie before {given}, from which the newest approved version is in force."
    ),
    ChangeFault.CLASHES: _(
        "{where}: its days would overlap with those of {given}. Every step must end before the "
        "same step of the next quarter."
    ),
    ChangeFault.NOTHING_NEW: _("Nothing differs from the scheme that it would follow."),
}
SOUND = {
    FaultKind.KEY_FORM: _(
        "{where} may only hold small letters, digits and underscores; given: “{given}”."
    ),
    FaultKind.KEY_TWICE: _("{where} is used twice: “{given}”."),
    FaultKind.NAME_EMPTY: _("{where} is empty."),
    FaultKind.VERSION: _("{where} must be 1 or more; given: {given}."),
    FaultKind.AXIS_WEIGHTS: _(
        "{where} are {given}. PP 30/2019 art. 41 asks for 60/40 where colleagues are asked, and "
        "70/30 where they are not."
    ),
    FaultKind.AXIS_EMPTY: _("The axis {given} has no indicator."),
    FaultKind.AXIS_TOTAL: _("The weights of the indicators of an axis must total 100. {given}."),
    FaultKind.WEIGHT_NOT_POSITIVE: _("{where} must be above zero."),
    FaultKind.SOURCES_TOTAL: _("{where}: the shares must total 100; they total {given}."),
    FaultKind.SOURCE_TWICE: _("{where}: the same group is named twice."),
    FaultKind.PEERS_NOT_ASKED: _(
        "{where}: colleagues are named though asks_peers is false. Take them out or ask them."
    ),
    FaultKind.ANCHOR_COUNT: _("{where}: one sentence a level, five in all; given: {given}."),
    FaultKind.ANCHOR_EMPTY: _("{where}: a sentence is empty."),
    FaultKind.ANCHOR_TWICE: _("{where}: two levels have the same sentence."),
    FaultKind.THRESHOLDS: _(
        "{where} must rise and lie above 40 and up to 120: first met, then above; given: {given}."
    ),
    FaultKind.CAREER_THRESHOLDS: _(
        "{where}: potential is high from a higher value than medium, up to 100; given: {given}."
    ),
    FaultKind.CAREER_WEIGHTS: _(
        "{where}: the weights of the four parts of an assessment total 100; now {given}."
    ),
    FaultKind.SURVEY_LEVELS: _(
        "{where}: four rising numbers above 25 and up to 100; given: {given}."
    ),
    FaultKind.SURVEY_WEIGHT: _("{where} is exact, 0.111 or 0.11; given: {given}."),
    FaultKind.CALENDAR_ORDER: _(
        "{where} is out of order: opening, reports, ratings, calibration, publication; "
        "given: {given}."
    ),
    FaultKind.CALENDAR_LENGTH: _(
        "{where} may be at most 90 days after the quarter; given: {given}."
    ),
    FaultKind.OUT_OF_RANGE: _("{where} must be from {least} to {most}; given: {value}."),
    FaultKind.PEER_NUMBERS: _(
        "{where} must rise, from at least 3 to at most 12, so that nobody can be recognised; "
        "given: {given}."
    ),
    FaultKind.REMINDER_DAYS: _("{where}: days from 1 to 90, none twice; given: {given}."),
    FaultKind.ESCALATIONS: _(
        "{where}: working days from 1 to 90, none twice, and never to the person who owes it; "
        "given: {given}."
    ),
    FaultKind.TIE_ORDER: _("{where} must name each criterion at most once, and at least one."),
    FaultKind.CATEGORY_MISSING: _("There is no kind of achievement; name at least one."),
    FaultKind.QUADRANT_ROW: _(
        "{where}: three predicates, for behaviour below, as and above expectations; "
        "given: {given}."
    ),
    FaultKind.QUADRANT_ORDER: _("{where}: a better rating may not give a worse predicate."),
    FaultKind.QUADRANT_MISCONDUCT: _(
        "{where}: behaviour below expectations may not give more than Poor (PermenPANRB 6/2022)."
    ),
    FaultKind.NUMBER_WORDS: _("{where} must fall and lie above 40 and up to 120; given: {given}."),
    FaultKind.PATTERN_TWICE: _("{where}: {given} is described twice."),
    FaultKind.PATTERN_MISSING: _("{where} lack: {given}."),
    FaultKind.PATTERN_PREDIKAT: _("{where}: name at least one predicate, none twice."),
    FaultKind.PATTERN_PERCENT: _("{where}: percentages lie from 0 to 100 and fit together."),
    FaultKind.GUIDE_MISSING: _("{where} are missing: behaviour is described by what is seen."),
    FaultKind.GUIDE_EMPTY: _("{where}: a sentence is empty."),
    FaultKind.GUIDE_TWICE: _("{where}: a sentence stands there twice."),
    FaultKind.DRILL_EMPTY: _("{where}: the drill is required, but there is no case."),
    FaultKind.DRILL_INDICATOR: _("{where}: the scheme knows no such indicator; given: {given}."),
    FaultKind.AWARD_TOTAL: _("{where}: the weights must total 100; they total {given}."),
    FaultKind.AWARD_EMPTY: _(
        "{where}: name at least one criterion that is known without asking the panel."
    ),
    FaultKind.AWARD_TWICE: _("{where}: the same criterion is named twice."),
    FaultKind.AWARD_MEASURE: _(
        "{where}: the scheme knows no such indicator or kind of achievement; given: {given}."
    ),
    FaultKind.AWARD_DAYS: _(
        "{where}: nominations end with the ratings or later, then the panel votes, at the latest "
        "until publication; given: {given}."
    ),
    FaultKind.AWARD_ROUND: _("{where}: an award for years of service has no criteria to weigh."),
    FaultKind.YEAR_WEIGHTS: _(
        "{where}: four numbers, for quarters I to IV, none below zero and not all zero; "
        "given: {given}."
    ),
    FaultKind.TALK_MONTHS: _("{where} must be 1, 2, 3, 4, 6 or 12; given: {given}."),
    FaultKind.ROLE_UNKNOWN: _("{where}: there is no such role: {given}."),
    FaultKind.LEAVE_UNKNOWN: _("{where}: there is no such kind of leave: {given}."),
    FaultKind.TOO_LONG: _("{where} is too long for a phone: {given} characters."),
    FaultKind.TOO_MANY: _("{where}: too many for a phone: {given}."),
}
SENTENCES: dict[FormFault | FaultKind | ChangeFault, str] = dict(
    [*FORM.items(), *CHANGE.items(), *SOUND.items()]
)


def fault(problem: Problem) -> str:
    """One sentence, with the line if it is known; not escaped."""
    value, _colon, bounds = problem.given.partition(": ")
    least, _comma, most = bounds.partition(", ")
    said = SENTENCES[problem.reason].format(
        where=field(problem.field, problem.named),
        given=words.fitting(problem.given, GIVEN),
        value=value,
        least=least,
        most=most,
    )
    said = said[:1].upper() + said[1:]
    return (
        _("Line {line}: {sentence}").format(line=problem.line, sentence=said)
        if (problem.line)
        else said
    )
