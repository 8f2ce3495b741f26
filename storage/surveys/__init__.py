"""The public's survey: services, counters, tickets, answers, comments, what is suspected."""

from storage.surveys import answers, cases, comments, drafts, places, tickets, wishes
from storage.surveys.tables import (
    CaseState,
    Origin,
    Reason,
    Standing,
    SurveyAnswer,
    SurveyBatch,
    SurveyCase,
    SurveyComment,
    SurveyCounter,
    SurveyDraft,
    SurveyService,
    SurveyWish,
)

__all__ = [
    "CaseState",
    "Origin",
    "Reason",
    "Standing",
    "SurveyAnswer",
    "SurveyBatch",
    "SurveyCase",
    "SurveyComment",
    "SurveyCounter",
    "SurveyDraft",
    "SurveyService",
    "SurveyWish",
    "answers",
    "cases",
    "comments",
    "drafts",
    "places",
    "tickets",
    "wishes",
]
