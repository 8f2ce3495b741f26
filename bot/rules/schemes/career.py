"""What is wrong with a scheme's rules of the nine boxes."""

from collections.abc import Iterator

from bot.rules.career.facts import ASSESSMENTS
from bot.rules.schemes.fault import FaultKind, SchemeFault
from bot.rules.schemes.shape import Scheme


def career_faults(scheme: Scheme) -> Iterator[SchemeFault]:
    """Thresholds rise, weights total 100, the rest is within reason."""
    rules = scheme.career
    if not 0 < rules.medium_from < rules.high_from <= 100:
        given = f"{rules.medium_from}, {rules.high_from}"
        yield SchemeFault(FaultKind.CAREER_THRESHOLDS, "career", given)
    weights = [rules.weight(part) for part in ASSESSMENTS]
    if min(weights) < 0 or sum(weights) != 100:
        yield SchemeFault(FaultKind.CAREER_WEIGHTS, "career", str(sum(weights)))
    for where, value, least, most in (
        ("career.quarters", rules.quarters, 1, 12),
        ("career.assessment_error", rules.assessment_error, 0, 30),
        ("career.assessment_months", rules.assessment_months, 6, 120),
    ):
        if not least <= value <= most:
            yield SchemeFault(FaultKind.OUT_OF_RANGE, where, f"{value}: {least}, {most}")
