"""What a roster file did or would do, for the shell: plain text, not HTML."""

from __future__ import annotations

from collections.abc import Sequence

from bot.texts.language import _
from bot.texts.words import number


def faulty(count: int) -> str:
    return _(
        "{count} faults were found. Nothing was changed. Mend these and import again:"
    ).format(count=number(count))


def same_fault(lines: Sequence[int], total: int) -> str:
    """The next lines with the fault named before: the first of them, and how many there are."""
    named = ", ".join(map(str, lines))
    if total > len(lines):
        return _("  the same in lines {lines} and {count} more").format(
            lines=named, count=number(total - len(lines))
        )
    return _("  the same in lines {lines}").format(lines=named)


def all_in_report() -> str:
    return _("Every fault line by line: repeat it with --report laporan.csv.")


def counts(added: int, changed: int, unchanged: int, *, done: bool) -> str:
    """What was done, or (dry run) what would be."""
    template = (
        _("Imported: {added} added, {changed} changed, {unchanged} unchanged.")
        if done
        else _(
            "No faults. Importing would add {added} and change {changed}; "
            "{unchanged} stay unchanged."
        )
    )
    return template.format(
        added=number(added), changed=number(changed), unchanged=number(unchanged)
    )


def stayed(count: int) -> str:
    return _(
        "{count} people in service are missing from the file and were left as they are. "
        "--dry-run lists them; with --leavers they are marked as having left."
    ).format(count=number(count))


def would_stay(count: int) -> str:
    return _(
        "{count} people in service are missing from the file and would be left as they are; "
        "with --leavers they are marked as having left:"
    ).format(count=number(count))


def too_many_leave(missing: int, staff: int) -> str:
    return _(
        "{missing} of {staff} people in service are missing from the file, more than a tenth: it "
        "may be a part of the roster. Nothing was changed. If they have left, repeat it with "
        "--leavers --confirm {confirm}."
    ).format(missing=number(missing), staff=number(staff), confirm=missing)


def would_leave(count: int) -> str:
    return _(
        "{count} people missing from the file would be marked as having left, and their "
        "accounts would end:"
    ).format(count=number(count))


def left(count: int) -> str:
    return _("{count} people missing from the file have left; their accounts have ended.").format(
        count=number(count)
    )


def no_such_person() -> str:
    return _("Nobody in service has this NIP.")


def no_pending_claim() -> str:
    return _("This person has no claim that waits for approval.")
