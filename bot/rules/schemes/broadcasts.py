"""What is wrong with a scheme's rules of broadcasts."""

from collections.abc import Iterator

from bot.rules.schemes.fault import FaultKind, SchemeFault
from bot.rules.schemes.shape import Scheme

LEAST, MOST = 0, 100_000


def broadcast_faults(scheme: Scheme) -> Iterator[SchemeFault]:
    """A number that an agency can have people of."""
    value = scheme.broadcasts.alone
    if not LEAST <= value <= MOST:
        said = f"{value}: {LEAST}, {MOST}"
        yield SchemeFault(FaultKind.OUT_OF_RANGE, "broadcasts.alone", said)
