"""Schemes as TOML: read strictly, refused with every reason at once."""

import json
import re
import tomllib
from collections.abc import Sequence
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from pydantic import ConfigDict, TypeAdapter, ValidationError, with_config
from pydantic_core import ErrorDetails

from bot.rules.awards import AwardKind, AwardRules, Weighing
from bot.rules.drills import DrillCase, DrillRules
from bot.rules.personal.kinds import PersonalRules
from bot.rules.reminders import Escalation, ReminderPlan
from bot.rules.schemes import (
    AxisWeights,
    Category,
    FormFault,
    Indicator,
    LevelProposal,
    MandateRules,
    NumberWords,
    ObjectionRules,
    Pattern,
    PatternLimit,
    PeerRules,
    PeriodCalendar,
    PlanningRules,
    Problem,
    Quadrant,
    Scheme,
    Share,
    SurveyLevels,
    Thresholds,
    YearRules,
    faults,
)
from bot.rules.schemes.talks import TalkRules
from bot.rules.scoring import FORMULAS
from bot.rules.surveys.collecting import SurveyRules
from bot.rules.thanks import ThanksRules
from bot.rules.trainings.needs import TrainingRules

_SHAPES = (
    *(Scheme, AxisWeights, Category, Indicator, MandateRules, ObjectionRules, PeerRules),
    *(PeriodCalendar, Share, SurveyLevels, Thresholds, AwardRules, Escalation, ReminderPlan),
    *(LevelProposal, NumberWords, Pattern, PatternLimit, PlanningRules, Quadrant, YearRules),
    *(AwardKind, TalkRules, ThanksRules, Weighing),
    *(TrainingRules, DrillCase, DrillRules, PersonalRules, SurveyRules),
)
MOST_BYTES = 100_000
_LINE = re.compile(r"at line (\d+)")


class SchemeRefused(ValueError):
    """The text is no usable scheme; `problems` names every fault that could be found."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("; ".join(f"{p.field or 'line'} {p.line}: {p.reason}" for p in problems))
        self.problems = tuple(problems)


def read_scheme(text: str) -> Scheme:
    """The scheme written in `text`; SchemeRefused when it is not sound in every part."""
    raw, scheme = _parse(text)
    problems = [
        Problem(f.kind, f.where, line_of(text, f.where), f.given, _named(raw, f.where))
        for f in faults(scheme)
    ]
    if scheme.formula not in FORMULAS:
        at = line_of(text, "formula")
        problems.append(Problem(FormFault.NOT_ALLOWED, "formula", at, scheme.formula))
    if problems:
        raise SchemeRefused(problems)
    return scheme


def read_kept(text: str) -> Scheme:
    """A scheme that was sound when it was taken; later versions may ask for more than it has."""
    return _parse(text)[1]


def _parse(text: str) -> tuple[dict[str, Any], Scheme]:
    try:
        raw = tomllib.loads(text)
    except (ValueError, RecursionError) as fault:  # also numbers and nesting beyond reason
        found = _LINE.search(str(fault))
        line = int(found[1]) if found else len(text.splitlines())
        raise SchemeRefused([Problem(FormFault.NOT_TOML, "", line)]) from fault
    try:
        return raw, _MODEL.validate_json(json.dumps(raw, default=_plain), strict=True)
    except ValidationError as fault:
        problems = [_problem(error, text, raw) for error in fault.errors()]
        raise SchemeRefused(problems) from fault


def _named(raw: dict[str, Any], field: str) -> str:
    """The name of the indicator or category that a field belongs to."""
    table, _, rest = field.partition(".")
    number = rest.partition(".")[0]
    listed = raw.get(table)
    if not number.isdigit() or not isinstance(listed, list) or int(number) >= len(listed):
        return ""
    one = listed[int(number)]
    name = one.get("name", "") if isinstance(one, dict) else ""
    return name if isinstance(name, str) else ""


@cache
def default_text() -> str:
    """The scheme that is shipped, as an agency may copy it."""
    return resources.files("storage").joinpath("schemes/default.toml").read_text("utf-8")


def line_of(text: str, field: str) -> int | None:
    """The line on which `field` stands, or the nearest table around it; None when neither does."""
    path = field.split(".")
    lines = text.splitlines()
    start, found = 0, None
    for number, part in enumerate(path):
        nth = int(path[number + 1]) if number + 1 < len(path) and path[number + 1].isdigit() else 0
        at = _find(lines, start, part, nth) if not part.isdigit() else start - 1
        if at is None:
            break
        start, found = at + 1, at + 1
    return found


def _find(lines: list[str], start: int, name: str, nth: int) -> int | None:
    header = re.compile(rf"\s*\[\[?\s*{re.escape(name)}\s*\]\]?")
    hits = [n for n in range(start, len(lines)) if header.match(lines[n])]
    if len(hits) > nth:
        return hits[nth]
    setting = re.compile(rf"\s*{re.escape(name)}\s*=")
    for n in range(start, len(lines)):
        if setting.match(lines[n]):
            return n
        if re.match(r"\s*\[", lines[n]):
            break
    return None


def _problem(error: ErrorDetails, text: str, raw: dict[str, Any]) -> Problem:
    field = ".".join(str(part) for part in error["loc"])
    given = "" if isinstance(error["input"], dict | list) else str(error["input"])
    reason = _reason(error["type"])
    where = field.rpartition(".")[0] if reason is FormFault.MISSING else field
    return Problem(reason, field, line_of(text, where), given, _named(raw, field))


def _reason(kind: str) -> FormFault:
    match kind.split("_")[0]:
        case "missing":
            return FormFault.MISSING
        case "unexpected":
            return FormFault.UNKNOWN
        case "decimal" | "int" | "finite":
            return FormFault.NOT_A_NUMBER
        case "date":
            return FormFault.NOT_A_DATE
        case "enum":
            return FormFault.NOT_ALLOWED
        case _:
            return FormFault.WRONG_TYPE


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _model() -> TypeAdapter[Scheme]:
    """The frozen dataclasses of the rules serve as models; unknown fields are refused."""
    for shape in _SHAPES:
        with_config(ConfigDict(extra="forbid"))(shape)
    return TypeAdapter(Scheme)


_MODEL = _model()
