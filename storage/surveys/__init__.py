"""The public's survey: services, counters, tickets, answers, comments, what is suspected."""

from storage.surveys import (
    answers,
    cases,
    comments,
    drafts,
    imports,
    pins,
    places,
    points,
    releases,
    tickets,
    wishes,
)
from storage.surveys.suspicion import CaseState, Reason, SurveyCase
from storage.surveys.tables import (
    Origin,
    Standing,
    SurveyAnswer,
    SurveyBatch,
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
    "imports",
    "pins",
    "places",
    "points",
    "releases",
    "tickets",
    "wishes",
]
