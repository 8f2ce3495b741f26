"""Faults of the cases of the raters' drill."""

from collections.abc import Iterator

from bot.rules.schemes.fault import FaultKind, SchemeFault
from bot.rules.schemes.indicators import KEY
from bot.rules.schemes.shape import LEVELS, Scheme

LONGEST_NAME, LONGEST_SITUATION, LONGEST_REASON = 28, 260, 260
MOST_CASES, MOST_ASKED = 30, 10
"""So many and so long that a case with its anchors fits a phone, and a drill takes minutes."""


def drill_faults(scheme: Scheme) -> Iterator[SchemeFault]:
    """None where the agency has no cases and requires no drill."""
    cases, rules = scheme.drill_cases, scheme.drill
    if rules.required and not cases:
        yield SchemeFault(FaultKind.DRILL_EMPTY, "drill.required")
    if not 1 <= rules.asked <= MOST_ASKED:
        given = f"{rules.asked}: 1, {MOST_ASKED}"
        yield SchemeFault(FaultKind.OUT_OF_RANGE, "drill.asked", given)
    if len(cases) > MOST_CASES:
        yield SchemeFault(FaultKind.TOO_MANY, "drill_cases", f"{len(cases)}/{MOST_CASES}")
    known, seen = {one.key for one in scheme.indicators}, set[str]()
    for number, case in enumerate(cases):
        where = f"drill_cases.{number}"
        if not KEY.fullmatch(case.key):
            yield SchemeFault(FaultKind.KEY_FORM, f"{where}.key", case.key)
        if case.key in seen:
            yield SchemeFault(FaultKind.KEY_TWICE, f"{where}.key", case.key)
        seen.add(case.key)
        if case.indicator not in known:
            yield SchemeFault(FaultKind.DRILL_INDICATOR, f"{where}.indicator", case.indicator)
        if case.gold not in LEVELS:
            given = f"{case.gold}: {LEVELS[0]}, {LEVELS[-1]}"
            yield SchemeFault(FaultKind.OUT_OF_RANGE, f"{where}.gold", given)
        for part, text, most in (
            ("name", case.name, LONGEST_NAME),
            ("situation", case.situation, LONGEST_SITUATION),
            ("reason", case.reason, LONGEST_REASON),
        ):
            if not text.strip():
                yield SchemeFault(FaultKind.NAME_EMPTY, f"{where}.{part}")
            elif len(text) > most:
                yield SchemeFault(FaultKind.TOO_LONG, f"{where}.{part}", f"{len(text)}/{most}")
