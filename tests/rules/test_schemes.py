"""Faults of a scheme: each alone is found, the shipped scheme has none."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from bot.rules.awards import AwardRules, Criterion
from bot.rules.predikat import Predikat
from bot.rules.quarters import Quarter
from bot.rules.reminders import Escalation, Recipient, ReminderPlan
from bot.rules.schemes import (
    Axis,
    AxisWeights,
    Category,
    FaultKind,
    Indicator,
    LevelProposal,
    LimitKind,
    MandateRules,
    NumberWords,
    ObjectionRules,
    PatternLimit,
    PeerRules,
    PeriodCalendar,
    Quadrant,
    Scheme,
    Share,
    Source,
    SurveyLevels,
    Thresholds,
    faults,
    period_of,
)
from bot.rules.schemes.patterns import CIRCULAR
from bot.rules.schemes.talks import TalkRules

SUPERIOR = (Share(Source.SUPERIOR, Decimal(100)),)
PEERS = (Share(Source.SUPERIOR, Decimal(60)), Share(Source.PEERS, Decimal(40)))
ALONE = AxisWeights(Decimal(70), Decimal(30))
SWAPPED = Thresholds(Decimal(110), Decimal(90))
ANCHORS = ("satu", "dua", "tiga", "empat", "lima")


def indicator(key: str, axis: Axis, weight: int) -> Indicator:
    guides = ("Menolong orang lain",) if axis is Axis.PERILAKU else ()
    return Indicator(key, key.title(), axis, Decimal(weight), SUPERIOR, ANCHORS, guides=guides)


SOUND = Scheme(
    key="kecil",
    name="Skema kecil",
    version=1,
    in_force_from=date(2026, 1, 1),
    formula="2026.1",
    asks_peers=True,
    axis_weights=AxisWeights(Decimal(60), Decimal(40)),
    indicators=(
        indicator("mutu", Axis.HASIL_KERJA, 70),
        indicator("jumlah", Axis.HASIL_KERJA, 30),
        indicator("sikap", Axis.PERILAKU, 100),
    ),
    categories=(Category("lainnya", "Lainnya"),),
)


K, B, SB = Predikat.KURANG, Predikat.BAIK, Predikat.SANGAT_BAIK
BEST = (K, B, SB)


def with_limit(kind: LimitKind, predikat: tuple[Predikat, ...], percent: int) -> dict[str, Any]:
    first = replace(CIRCULAR[0], limits=(PatternLimit(kind, predikat, percent),))
    return {"distribution": (first, *CIRCULAR[1:])}


def with_first(**change: Any) -> dict[str, Any]:
    first, *others = SOUND.indicators
    return {"indicators": (replace(first, **change), *others)}


def test_a_sound_scheme() -> None:
    assert faults(SOUND) == ()


@pytest.mark.parametrize(
    ("change", "kind", "where"),
    [
        ({"key": "Skema 1"}, FaultKind.KEY_FORM, "key"),
        ({"name": " "}, FaultKind.NAME_EMPTY, "name"),
        ({"version": 0}, FaultKind.VERSION, "version"),
        ({"asks_peers": False}, FaultKind.AXIS_WEIGHTS, "axis_weights"),
        (
            {"axis_weights": AxisWeights(Decimal(70), Decimal(30))},
            FaultKind.AXIS_WEIGHTS,
            "axis_weights",
        ),
        ({"indicators": SOUND.indicators[:2]}, FaultKind.AXIS_EMPTY, "indicators"),
        (with_first(weight=Decimal("69.99")), FaultKind.AXIS_TOTAL, "indicators"),
        (with_first(name=""), FaultKind.NAME_EMPTY, "indicators.0.name"),
        (with_first(key="jumlah"), FaultKind.KEY_TWICE, "indicators.1.key"),
        (with_first(key="1"), FaultKind.KEY_FORM, "indicators.0.key"),
        (with_first(anchors=ANCHORS[:4]), FaultKind.ANCHOR_COUNT, "indicators.0.anchors"),
        (with_first(anchors=(*ANCHORS[:4], " ")), FaultKind.ANCHOR_EMPTY, "indicators.0.anchors"),
        (
            with_first(anchors=(*ANCHORS[:4], "Satu")),
            FaultKind.ANCHOR_TWICE,
            "indicators.0.anchors",
        ),
        (with_first(sources=PEERS[:1]), FaultKind.SOURCES_TOTAL, "indicators.0.sources"),
        (with_first(sources=()), FaultKind.SOURCES_TOTAL, "indicators.0.sources"),
        (
            with_first(sources=(Share(Source.TEAM, Decimal(50)),) * 2),
            FaultKind.SOURCE_TWICE,
            "indicators.0.sources",
        ),
        (
            {"thresholds": Thresholds(Decimal(110), Decimal(90))},
            FaultKind.THRESHOLDS,
            "thresholds",
        ),
        (
            {"survey_levels": SurveyLevels((Decimal(60), Decimal(50), Decimal(70), Decimal(80)))},
            FaultKind.SURVEY_LEVELS,
            "survey_levels.limits",
        ),
        ({"calendar": PeriodCalendar(rating=3)}, FaultKind.CALENDAR_ORDER, "calendar"),
        ({"calendar": PeriodCalendar(opens=99)}, FaultKind.CALENDAR_ORDER, "calendar.opens"),
        (
            {"calendar": PeriodCalendar(publication=91)},
            FaultKind.CALENDAR_LENGTH,
            "calendar.publication",
        ),
        ({"objection": ObjectionRules(days=0)}, FaultKind.OUT_OF_RANGE, "objection.days"),
        (
            {"objection": ObjectionRules(hearing_workdays=31)},
            FaultKind.OUT_OF_RANGE,
            "objection.hearing_workdays",
        ),
        ({"departure_gap": 5}, FaultKind.OUT_OF_RANGE, "departure_gap"),
        ({"view_gap": 0}, FaultKind.OUT_OF_RANGE, "view_gap"),
        ({"view_gap": 3}, FaultKind.OUT_OF_RANGE, "view_gap"),
        ({"signing_days": 31}, FaultKind.OUT_OF_RANGE, "signing_days"),
        ({"talks": TalkRules(months=5)}, FaultKind.TALK_MONTHS, "talks.months"),
        ({"talks": TalkRules(denial_days=0)}, FaultKind.OUT_OF_RANGE, "talks.denial_days"),
        ({"awards": AwardRules(quorum=101)}, FaultKind.OUT_OF_RANGE, "awards.quorum"),
        ({"awards": AwardRules(tie_order=())}, FaultKind.TIE_ORDER, "awards.tie_order"),
        (
            {"awards": AwardRules(tie_order=(Criterion.SCORE, Criterion.SCORE))},
            FaultKind.TIE_ORDER,
            "awards.tie_order",
        ),
        ({"peers": PeerRules(shown_from=2)}, FaultKind.PEER_NUMBERS, "peers"),
        (
            {"reminders": ReminderPlan(before=(7, 7))},
            FaultKind.REMINDER_DAYS,
            "reminders.before",
        ),
        ({"reminders": ReminderPlan(overdue=(0,))}, FaultKind.REMINDER_DAYS, "reminders.overdue"),
        (
            {"reminders": ReminderPlan(escalations=(Escalation(3, Recipient.OWNER),))},
            FaultKind.ESCALATIONS,
            "reminders.escalations",
        ),
        ({"categories": ()}, FaultKind.CATEGORY_MISSING, "categories"),
        (with_first(axis=Axis.PERILAKU), FaultKind.GUIDE_MISSING, "indicators.0.guides"),
        (with_first(guides=(" ",)), FaultKind.GUIDE_EMPTY, "indicators.0.guides"),
        (with_first(guides=("Ramah", "ramah ")), FaultKind.GUIDE_TWICE, "indicators.0.guides"),
        (
            with_first(guides=tuple(f"Panduan {n}" for n in range(7))),
            FaultKind.TOO_MANY,
            "indicators.0.guides",
        ),
        (with_first(guides=("x" * 121,)), FaultKind.TOO_LONG, "indicators.0.guides"),
        (with_first(meaning="x" * 201), FaultKind.TOO_LONG, "indicators.0.meaning"),
        (with_first(name="x" * 61), FaultKind.TOO_LONG, "indicators.0.name"),
        (
            with_first(anchors=("x" * 111, *ANCHORS[1:])),
            FaultKind.TOO_LONG,
            "indicators.0.anchors",
        ),
        ({"name": "x" * 61}, FaultKind.TOO_LONG, "name"),
        (
            {"indicators": (*SOUND.indicators, *[SOUND.indicators[0]] * 11)},
            FaultKind.TOO_MANY,
            "indicators",
        ),
        ({"quadrant": Quadrant(met=BEST[:2])}, FaultKind.QUADRANT_ROW, "quadrant.met"),
        ({"quadrant": Quadrant(above=(K, SB, B))}, FaultKind.QUADRANT_ORDER, "quadrant.above"),
        ({"quadrant": Quadrant(below=(K, B, SB))}, FaultKind.QUADRANT_ORDER, "quadrant"),
        ({"quadrant": Quadrant(above=(B, B, SB))}, FaultKind.QUADRANT_MISCONDUCT, "quadrant"),
        ({"number_words": NumberWords(baik=70)}, FaultKind.NUMBER_WORDS, "number_words"),
        ({"number_words": NumberWords(sangat_baik=121)}, FaultKind.NUMBER_WORDS, "number_words"),
        ({"level_proposal": LevelProposal(best=0)}, FaultKind.OUT_OF_RANGE, "level_proposal.best"),
        ({"distribution": CIRCULAR[1:]}, FaultKind.PATTERN_MISSING, "distribution"),
        ({"distribution": (*CIRCULAR, CIRCULAR[0])}, FaultKind.PATTERN_TWICE, "distribution.5"),
        (
            with_limit(LimitKind.MOST, (), 10),
            FaultKind.PATTERN_PREDIKAT,
            "distribution.0.limits.0",
        ),
        (
            with_limit(LimitKind.MOST, (SB,), 101),
            FaultKind.PATTERN_PERCENT,
            "distribution.0.limits.0",
        ),
        ({"calendar": PeriodCalendar(opens=-32)}, FaultKind.OUT_OF_RANGE, "calendar.opens"),
        (
            {"awards": AwardRules(excluded_roles=frozenset({"raja"}))},
            FaultKind.ROLE_UNKNOWN,
            "awards.excluded_roles",
        ),
        (
            {"mandate": MandateRules(uncounted_leave=frozenset({"mudik"}))},
            FaultKind.LEAVE_UNKNOWN,
            "mandate.uncounted_leave",
        ),
    ],
)
def test_each_fault_alone(change: dict[str, Any], kind: FaultKind, where: str) -> None:
    assert (kind, where) in {(f.kind, f.where) for f in faults(replace(SOUND, **change))}


def test_weights_below_zero_are_found() -> None:
    first, second, third = SOUND.indicators
    changed = (replace(first, weight=Decimal(110)), replace(second, weight=Decimal(-10)), third)
    assert [f.kind for f in faults(replace(SOUND, indicators=changed))] == [
        FaultKind.WEIGHT_NOT_POSITIVE
    ]


def test_peers_are_not_rated_by_when_not_asked() -> None:
    changed = replace(SOUND, asks_peers=False, axis_weights=ALONE)
    assert faults(changed) == ()
    kinds = [f.kind for f in faults(replace(changed, **with_first(sources=PEERS)))]
    assert kinds == [FaultKind.PEERS_NOT_ASKED]


@pytest.mark.parametrize(
    ("index", "level"),
    [("49.99", 1), ("50", 2), ("64.99", 2), ("65", 3), ("76.60", 3), ("76.61", 4), ("88.31", 5)],
)
def test_the_survey_gives_levels(index: str, level: int) -> None:
    assert SurveyLevels().level(Decimal(index)) == level


def test_a_period_from_its_quarter() -> None:
    period = period_of(Quarter(2026, 4), PeriodCalendar())
    assert period.opens == date(2026, 10, 1)
    assert period.submission_until == date(2027, 1, 5)
    assert period.published == date(2027, 1, 24)


def test_looking_up_an_indicator() -> None:
    assert SOUND.indicator("sikap").axis is Axis.PERILAKU
    with pytest.raises(KeyError):
        SOUND.indicator("lain")
