"""What the operator's chat is told: what happened, what to do, and a number to quote."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta

from bot.rules.watching import MESSAGES_LAST, Alarm
from bot.texts import words
from bot.texts.language import _

HOUR = timedelta(hours=1)


def ringing(name: Alarm, fact: str, since: datetime, reference: str) -> str:
    """An alarm. `since` is in the operator's zone."""
    what, do = _SAYS[name](words.safe(fact))
    return _("🔴 <b>{what}</b>\nSince {since}.\n\n{do}\n\nReference: {reference}").format(
        what=what, since=words.moment(since), do=do, reference=reference
    )


def over(name: Alarm, since: datetime, until: datetime, reference: str) -> str:
    """The all-clear."""
    what, _do = _SAYS[name]("")
    return _(
        "🟢 <b>Over:</b> {what}\nFrom {since} to {until}.\n\nNothing to do. Reference: {reference}"
    ).format(what=what, since=words.moment(since), until=words.moment(until), reference=reference)


def stopped(since: datetime, now: datetime, reference: str) -> str:
    """The bot does not run. Said by whoever watches from outside."""
    left = MESSAGES_LAST - (now - since)
    if left > HOUR:
        hurry = _("Telegram keeps what people send for 24 hours: {hours} hours are left.").format(
            hours=int(left / HOUR)
        )
    elif left > timedelta():
        hurry = _("Telegram keeps what people send for 24 hours: less than one hour is left!")
    else:
        hurry = _("It is more than 24 hours: the oldest messages are lost by now.")
    text = ringing(Alarm.STOPPED, "", since, reference)
    return f"{text}\n{hurry}"


def back(since: datetime, until: datetime, people: int, lost: bool) -> str:
    """Telegram is heard again after a long silence."""
    parts = [
        _("🟢 <b>The bot hears Telegram again.</b>\nIt did not from {since} to {until}.").format(
            since=words.moment(since), until=words.moment(until)
        )
    ]
    if lost:
        parts.append(
            _(
                "That is more than 24 hours: what people sent before {moment} Telegram has "
                "dropped. Whoever has an open draft is asked to check it."
            ).format(moment=words.moment(until - MESSAGES_LAST))
        )
    else:
        parts.append(
            _(
                "Messages came in afterwards, taps did not: Telegram keeps those for "
                "150 seconds only."
            )
        )
    parts.append(
        _("Open screens redrawn or people told: {people}. Nothing to do.").format(
            people=words.number(people)
        )
    )
    return "\n\n".join(parts)


def parked(references: Sequence[str]) -> str:
    """Updates that were put aside since the last time this was said."""
    listed = ", ".join(references)
    if len(references) == 1:
        return _(
            "🔴 <b>An update could not be handled and was put aside.</b>\n\nThe person was asked "
            "to try again. Look in the logs for ref={reference}; the bot goes on by itself.\n\n"
            "Reference: {reference}"
        ).format(reference=listed)
    return _(
        "🔴 <b>{count} more updates were put aside.</b>\n\nThe people were asked to try again. "
        "Look in the logs for these numbers; many at once usually have one cause.\n\n"
        "References: {references}"
    ).format(count=words.number(len(references)), references=listed)


def no_database(fault: str) -> str:
    """Said by whoever watches from outside, and can read nothing."""
    what, do = _SAYS[Alarm.DATABASE](words.safe(fault))
    return f"🔴 <b>{what}</b>\n\n{do}"


def all_quiet() -> str:
    return _("All is quiet: the bot runs and hears Telegram.")


def still_ringing() -> str:
    return _("Something is wrong still; the operator's chat was told before.")


def never_started() -> str:
    return _("The bot has never run on this database.")


def not_told() -> str:
    return _("The alarm could not be delivered. Check ALARM_CHAT, the network and BOT_TOKEN.")


def plainly(text: str) -> str:
    """Without marks, for the command line."""
    return text.replace("<b>", "").replace("</b>", "")


def _telegram(_fact: str) -> tuple[str, str]:
    return _("Telegram does not answer the bot."), _(
        "Check the machine's network (curl https://api.telegram.org) and status pages. People's "
        "messages wait at Telegram for 24 hours. If 409 is in the logs, a second bot uses the "
        "same token: stop it."
    )


def _webhook(fact: str) -> tuple[str, str]:
    return _("Telegram cannot deliver to the bot."), _(
        "Telegram says: {fact}. Check that WEBHOOK_URL leads to this machine and that its "
        "certificate is valid. Messages wait at Telegram for 24 hours."
    ).format(fact=fact or "-")


def _database(fact: str) -> tuple[str, str]:
    return _("The database does not answer."), _(
        "Check that it runs and that its disk is not full ({fact}). The bot tries again by "
        "itself; nothing confirmed is lost."
    ).format(fact=fact or "-")


def _disk(fact: str) -> tuple[str, str]:
    return _("The disk is nearly full."), _(
        "{megabytes} MB are free. Make room or enlarge it soon: without room nothing can be "
        "stored."
    ).format(megabytes=fact or "-")


def _letters(fact: str) -> tuple[str, str]:
    return _("Letters are not going out."), _(
        "The oldest has been due for {minutes} minutes. Look in the logs for letter_not_sent; "
        "if nothing is there, start the bot again."
    ).format(minutes=fact or "-")


def _stuck(fact: str) -> tuple[str, str]:
    return _("The bot answers very slowly."), _(
        "The oldest message has been in hand for {seconds} seconds. Check the load of the "
        "machine and of the database."
    ).format(seconds=fact or "-")


def _ticks(fact: str) -> tuple[str, str]:
    return _("Work that the clock does keeps failing."), _(
        "It is: {names}. Reminders may wait. Look in the logs for tick_failed."
    ).format(names=fact or "-")


def _anchor(fact: str) -> tuple[str, str]:
    return _("The audit trail has no anchor of these days."), _(
        "The newest is {days} days old. Look in the logs for audit.anchor and run: teladan verify"
    ).format(days=fact or "-")


def _replay(fact: str) -> tuple[str, str]:
    return _("Published results do not come out as they were told."), _(
        "Results number {numbers}. Do not change anything; keep the newest backup and run: "
        "teladan verify. HR has been told."
    ).format(numbers=fact or "-")


def _stopped(_fact: str) -> tuple[str, str]:
    return _("The bot does not run."), _(
        "Start it again (systemctl start teladan) and look at its last log lines."
    )


_SAYS: Mapping[Alarm, Callable[[str], tuple[str, str]]] = {
    Alarm.TELEGRAM: _telegram,
    Alarm.WEBHOOK: _webhook,
    Alarm.DATABASE: _database,
    Alarm.DISK: _disk,
    Alarm.LETTERS: _letters,
    Alarm.STUCK: _stuck,
    Alarm.TICKS: _ticks,
    Alarm.ANCHOR: _anchor,
    Alarm.REPLAY: _replay,
    Alarm.STOPPED: _stopped,
}
