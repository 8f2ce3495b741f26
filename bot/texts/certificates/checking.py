"""What whoever checks a paper is told, in the chat and on the public page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.rules.certificates import Verdict
from bot.rules.predikat import Predikat
from bot.texts import results, words
from bot.texts.language import _

CHECK = _("Check a code")
ANOTHER = _("Check another one")
SEE_DOCUMENT = _("Open the document")
VERDICTS = {
    Verdict.VALID: _("Genuine and in force"),
    Verdict.REVOKED: _("Revoked"),
    Verdict.REPLACED: _("Genuine, but replaced"),
    Verdict.UNKNOWN: _("Not known"),
}
OURS, FOREIGN = _("The signature of the office fits."), _("Not signed by this office")
BROKEN = _("This file was changed after it was signed")
UNSIGNED = _("This file has no signature")


def ask() -> str:
    return "\n".join(
        [
            words.bold(_("Check a paper")),
            _(
                "Type the code that stands on the certificate or yearly report, or its number. "
                "You can also send the PDF itself."
            ),
        ]
    )


def bad_code() -> str:
    return _("That is no code and no number of a paper, or it is mistyped. Please look again.")


def not_a_paper() -> str:
    return _("Please send the certificate as a PDF of at most 2 MB, or type its code.")


def not_fetched() -> str:
    return _("The file could not be fetched. Please send it again, or type the code.")


def yearly(year: int, predikat: str) -> str:
    return _("Yearly performance report {year}, predicate {predikat}").format(
        year=year, predikat=results.PREDIKAT[Predikat(predikat)]
    )


def verdict(what: Verdict, since: date | None, replaced_by: str) -> str:
    """`Dicabut sejak 1 Desember 2026`; plain, without marks."""
    if what is Verdict.REVOKED and since:
        return _("Revoked since {day}").format(day=words.day(since))
    if what is Verdict.REPLACED and replaced_by:
        return _("Genuine, but replaced by number {number}").format(number=replaced_by)
    return str(VERDICTS[what])


def lines(number: str, name: str, honour: str, office: str, day: date | None) -> list[str]:
    """What stands on the paper, line by line; plain, without marks."""
    told = [_("Number {number}").format(number=number)]
    if name and day:
        told += [name, honour, _("{office}, {day}").format(office=office, day=words.day(day))]
    return told


def hint(what: Verdict, *, named: bool) -> str:
    if what is Verdict.UNKNOWN:
        return _("Perhaps it is mistyped. Compare it letter by letter with the paper.")
    if not named:
        return _("Only the number was checked. The code on the paper shows whose it is.")
    return _("Compare these lines with the paper in your hand.")


def answer(said: str, shown: Sequence[str], then: str) -> str:
    """The whole answer for a chat."""
    return "\n".join([words.bold(said), *map(words.safe, shown), "", then])


def paper_hint(paper: str) -> str:
    return {
        "foreign": _(
            "The file is whole, but somebody else signed it. It proves nothing of this office; "
            "type the code on the paper to see what is known of it."
        ),
        "broken": _(
            "What it shows may not be what was signed. Type the code on the paper to see what is "
            "known of it, or ask its owner for the PDF as the bot gave it."
        ),
        "unsigned": _(
            "A print or a copy cannot be checked by itself. Type the code that stands on it, or "
            "send the PDF as the bot gave it."
        ),
    }[paper]
