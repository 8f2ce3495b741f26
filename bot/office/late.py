"""One who was left out when the second quarter was published, and is rated in November."""

from __future__ import annotations

from datetime import date, timedelta

from bot.actions import appraisals, supplements
from bot.actions.me import read_me
from bot.office.desk import NOW, Office
from bot.office.hiring import telegram_id
from storage.periods import Period

LEFT_OUT = ("lain20", 2)
RATER, DAY, USUAL = "yosef", date(2026, 11, 9), 4


def rate(office: Office, period: Period) -> None:
    """Through the product's own acts; the head of the agency has yet to sign."""
    session, who = office.session, office.ids[LEFT_OUT[0]]
    me = read_me(session, telegram_id(office.members[RATER]), office.at(RATER, DAY, 10))
    assert me is not None
    assert period.id is not None
    form = int(str(appraisals.start(session, me, period.id, who).args[0]))
    for step in range(1, appraisals.indicator(session, me, form, 1).steps + 1):
        appraisals.rate(session, me, form, step, USUAL)
    appraisals.send(session, me, form)
    supplements.owe(session, NOW - timedelta(minutes=5))
