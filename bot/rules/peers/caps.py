"""How many forms one rater may still get: in the quarter, and in any seven days."""

from datetime import date, timedelta

from bot.rules.schemes import PeerRules

WEEK = timedelta(days=7)


def week_before(day: date) -> date:
    """The first of the seven days that end with this one."""
    return day - WEEK + timedelta(days=1)


def left(rules: PeerRules, carried: int, lately: int) -> int:
    """How many more today: `carried` in the quarter, `lately` of them in the last seven days."""
    more = rules.load - carried
    if rules.weekly:
        more = min(more, rules.weekly - lately)
    return max(0, more)
