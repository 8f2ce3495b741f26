"""How predikat may spread in a unit (SE MenPANRB 3/2023): a warning, never a change."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bot.rules.predikat import Predikat
from bot.rules.schemes.fault import FaultKind, SchemeFault


class Organisation(StrEnum):
    """The predikat of the organisation itself, set one level above it."""

    ISTIMEWA = "istimewa"
    BAIK = "baik"
    BUTUH_PERBAIKAN = "butuh_perbaikan"
    KURANG = "kurang"
    SANGAT_KURANG = "sangat_kurang"


class LimitKind(StrEnum):
    MOST = "most"
    LEAST = "least"
    MAJORITY = "majority"
    SOMEBODY = "somebody"


@dataclass(frozen=True, slots=True)
class PatternLimit:
    """How many may or must have one of these `predikat`; `percent` counts for most and least."""

    kind: LimitKind
    predikat: tuple[Predikat, ...]
    percent: int = 0


@dataclass(frozen=True, slots=True)
class Pattern:
    """What an organisation of this predikat is expected to look like."""

    organisation: Organisation
    limits: tuple[PatternLimit, ...]


_SB, _B, _BP = Predikat.SANGAT_BAIK, Predikat.BAIK, Predikat.BUTUH_PERBAIKAN
_K, _SK = Predikat.KURANG, Predikat.SANGAT_KURANG
_MOST, _LEAST = LimitKind.MOST, LimitKind.LEAST
_FEW_BEST = PatternLimit(_MOST, (_SB,), 10)
CIRCULAR = (
    Pattern(
        Organisation.ISTIMEWA,
        (PatternLimit(LimitKind.MAJORITY, (_SB,)), PatternLimit(_MOST, (_SB,), 70)),
    ),
    Pattern(
        Organisation.BAIK,
        (
            PatternLimit(LimitKind.MAJORITY, (_B,)),
            PatternLimit(_MOST, (_B,), 70),
            PatternLimit(LimitKind.SOMEBODY, (_BP, _K)),
        ),
    ),
    Pattern(Organisation.BUTUH_PERBAIKAN, (_FEW_BEST, PatternLimit(_LEAST, (_BP,), 60))),
    Pattern(
        Organisation.KURANG,
        (_FEW_BEST, PatternLimit(_LEAST, (_BP,), 10), PatternLimit(_LEAST, (_K,), 60)),
    ),
    Pattern(
        Organisation.SANGAT_KURANG,
        (
            PatternLimit(_MOST, (_SB,), 0),
            PatternLimit(_LEAST, (_BP, _K), 10),
            PatternLimit(_LEAST, (_SK,), 60),
        ),
    ),
)


def pattern_faults(patterns: tuple[Pattern, ...]) -> Iterator[SchemeFault]:
    """Each organisation once; each limit names predikat; what is asked for can be met."""
    seen: set[Organisation] = set()
    for number, pattern in enumerate(patterns):
        where = f"distribution.{number}"
        if pattern.organisation in seen:
            yield SchemeFault(FaultKind.PATTERN_TWICE, where, pattern.organisation)
        seen.add(pattern.organisation)
        for at, limit in enumerate(pattern.limits):
            named = set(limit.predikat)
            if not named or len(named) < len(limit.predikat):
                yield SchemeFault(FaultKind.PATTERN_PREDIKAT, f"{where}.limits.{at}")
            if not 0 <= limit.percent <= 100:
                given = str(limit.percent)
                yield SchemeFault(FaultKind.PATTERN_PERCENT, f"{where}.limits.{at}", given)
        if sum(one.percent for one in pattern.limits if one.kind is LimitKind.LEAST) > 100:
            yield SchemeFault(FaultKind.PATTERN_PERCENT, where, "> 100")
    if missing := set(Organisation) - seen:
        given = ", ".join(one for one in Organisation if one in missing)
        yield SchemeFault(FaultKind.PATTERN_MISSING, "distribution", given)
