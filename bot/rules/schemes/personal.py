"""What is wrong with a scheme's rules of personal data."""

from collections.abc import Iterator

from bot.rules.personal.kinds import YEARS
from bot.rules.schemes.fault import FaultKind, SchemeFault
from bot.rules.schemes.shape import Scheme

LEAST, MOST = 1, 50
WORDS = 120


def personal_faults(scheme: Scheme) -> Iterator[SchemeFault]:
    """Years within reason; the officer fits on a screen."""
    rules = scheme.personal
    for name in YEARS:
        value = getattr(rules, name)
        if not LEAST <= value <= MOST:
            said = f"{value}: {LEAST}, {MOST}"
            yield SchemeFault(FaultKind.OUT_OF_RANGE, f"personal.{name}", said)
    for name in ("officer", "contact"):
        length = len(getattr(rules, name))
        if length > WORDS:
            yield SchemeFault(FaultKind.OUT_OF_RANGE, f"personal.{name}", f"{length}: 0, {WORDS}")
