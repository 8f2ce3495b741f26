"""Whether rows and the audit trail account for one another, wherever pay and honour hang on it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from storage.agreement.accounts import of_accounts, telephone
from storage.agreement.achievements import of_decisions, of_states
from storage.agreement.awards import of_awards, of_consents, of_proposals, of_verdicts
from storage.agreement.broadcasts import of_broadcasts
from storage.agreement.calibration import (
    of_adjustments,
    of_organisations,
    of_returns,
    of_sittings,
)
from storage.agreement.careers import of_careers, of_words_of_careers
from storage.agreement.certificates import (
    of_certificates,
    of_replaced,
    of_revocations,
    of_signing_keys,
    of_stories,
)
from storage.agreement.drills import of_drills
from storage.agreement.exhibits import of_exhibits
from storage.agreement.expectations import of_contributions, of_wordings
from storage.agreement.findings import Fault, Finding, Kind
from storage.agreement.forums import of_presence, of_records
from storage.agreement.groups import of_groups
from storage.agreement.handovers import of_handovers
from storage.agreement.holidays import of_holidays
from storage.agreement.meetings import of_items, of_polls, option_said
from storage.agreement.mentoring import of_mentoring
from storage.agreement.moves import of_moves
from storage.agreement.objections import of_endings, of_objections, of_two_hands
from storage.agreement.peers import of_answers, of_releases
from storage.agreement.periods import of_periods
from storage.agreement.personal import (
    of_breaches,
    of_clocks_of_breaches,
    of_erasures,
    of_given_consents,
    of_requests,
    of_words_of_breaches,
    of_words_of_requests,
)
from storage.agreement.publication import (
    of_corrections,
    of_publications,
    of_receipts,
    of_supplements,
)
from storage.agreement.ratings import of_appraisals, of_ratings, of_results
from storage.agreement.rounds import of_nominations, of_rounds, of_votes
from storage.agreement.schemes import of_changes, of_schemes
from storage.agreement.service import of_service_notes
from storage.agreement.standings import Standing, lists_people, of_mandates, of_standings, recorded
from storage.agreement.standings import now as standings
from storage.agreement.survey_days import of_survey_cases, of_survey_days
from storage.agreement.survey_points import of_survey_points, of_words_of_points
from storage.agreement.surveys import of_survey_releases, of_surveys
from storage.agreement.talks import of_steps, of_talks, of_words_of_steps
from storage.agreement.thanks import of_thanks, of_words_of_thanks
from storage.agreement.trainings import (
    of_allocations,
    of_applications,
    of_attendance,
    of_hours,
    of_lines_of_allocations,
    of_training_corrections,
)
from storage.agreement.verdicts import of_words_of_verdicts
from storage.agreement.words import mark, mark_of_report, of_reports, of_words
from storage.agreement.words import of_certificates as of_words_of_certificates
from storage.agreement.words import of_training_corrections as of_words_of_corrections
from storage.agreement.words import of_years as of_words_of_years
from storage.agreement.years import of_year_forwards, of_year_signatures, of_years
from storage.audit import Reader
from storage.vault import Vault

__all__ = [
    "Fault",
    "Finding",
    "Kind",
    "Standing",
    "findings",
    "lists_people",
    "mark",
    "mark_of_report",
    "option_said",
    "recorded",
    "standings",
    "telephone",
]


def findings(reader: Reader, vault: Vault, today: date) -> Iterator[Finding]:
    """Everything that does not agree, kind by kind; nothing is written.

    The trail must be whole: it is taken at its word.
    """
    for one in (
        of_ratings, of_appraisals, of_results, of_decisions, of_states, of_proposals,
        of_verdicts, of_awards, of_consents, of_nominations, of_votes, of_rounds,
        of_certificates, of_replaced, of_revocations, of_stories, of_signing_keys,
        of_publications, of_supplements, of_receipts, of_handovers, of_corrections,
        of_changes,
        of_objections, of_endings, of_two_hands,
        of_answers, of_releases, of_drills,
        of_organisations, of_sittings, of_returns, of_adjustments,
        of_wordings, of_contributions,
        of_year_signatures, of_year_forwards, of_years,
        of_talks, of_steps, of_mentoring, of_careers, of_thanks,
        of_applications, of_attendance, of_hours, of_allocations, of_training_corrections,
        of_service_notes,
        of_presence, of_moves, of_survey_releases, of_survey_cases, of_survey_points,
        of_requests, of_given_consents, of_breaches,
    ):  # fmt: skip
        yield from one(reader)
    yield from of_periods(reader.connection)
    yield from of_surveys(reader.connection)
    yield from of_schemes(reader.connection)
    yield from of_holidays(reader.connection)
    yield from of_mandates(reader.connection)
    yield from of_standings(reader.connection, today)
    yield from of_accounts(reader.connection, vault)
    yield from of_exhibits(reader.connection)
    yield from of_groups(reader.connection)
    yield from of_survey_days(reader.connection)
    yield from of_erasures(reader.connection)
    yield from of_words(reader.connection, vault)
    yield from of_broadcasts(reader.connection, vault)
    yield from of_reports(reader.connection, vault)
    yield from of_records(reader.connection, vault)
    yield from of_items(reader.connection, vault)
    yield from of_polls(reader.connection, vault)
    yield from of_words_of_years(reader.connection, vault)
    yield from of_words_of_verdicts(reader.connection, vault)
    yield from of_words_of_certificates(reader.connection, vault)
    yield from of_words_of_corrections(reader.connection, vault)
    yield from of_lines_of_allocations(reader.connection, vault)
    yield from of_words_of_careers(reader.connection, vault)
    yield from of_words_of_steps(reader.connection, vault)
    yield from of_words_of_thanks(reader.connection, vault)
    yield from of_words_of_breaches(reader.connection, vault)
    yield from of_clocks_of_breaches(reader.connection)
    yield from of_words_of_requests(reader.connection, vault)
    yield from of_words_of_points(reader.connection, vault)
