"""When the quarterly report may be written, changed and sent."""

from datetime import date

from bot.rules.periods import WORKING, PeriodState


def may_write(
    state: PeriodState, submission_until: date, today: date, *, sent: bool, rated: bool
) -> bool:
    """A first report may come late, as long as nobody rated without it; a change may not."""
    if state not in WORKING or rated:
        return False
    return not sent or today <= submission_until
