"""Kinds of personal data: what is held, why, how long."""

from __future__ import annotations

from collections.abc import Sequence

from bot.rules.personal import Basis, Held, Keeping
from bot.texts import words
from bot.texts.language import _

# By kind of data: its name, and what it is for.
KINDS: dict[Held, tuple[str, str]] = {
    Held.IDENTITY: (
        _("Identity and post"),
        _("Name, NIP, phone number, post, rank, unit, superior, roles, leave."),
    ),
    Held.ACCOUNT: (
        _("Account and notices"),
        _("The link to your Telegram account, your settings, security code, notices sent."),
    ),
    Held.ACHIEVEMENTS: (
        _("Achievements and plans"),
        _("Achievements with evidence, planned results, quarterly reports."),
    ),
    Held.RESULTS: (
        _("Appraisals and results"),
        _("Published ratings, results, receipts and yearly reports."),
    ),
    Held.FEEDBACK: (
        _("Feedback of colleagues"),
        _("Published sums and sentences; they are kept without their writers."),
    ),
    Held.OBJECTIONS: (
        _("Objections to results"),
        _("What you objected to, files with it, what was explained and decided."),
    ),
    Held.AWARDS: (
        _("Awards and certificates"),
        _("Awards, certificates, stories, and whom you nominated."),
    ),
    Held.FORUMS: (
        _("Forums and questions"),
        _("Invitations, attendance, forums you host, your questions and votes."),
    ),
    Held.TALKS: (
        _("Talks and mentoring"),
        _("Talks with your superior, your notes, agreed steps, mentoring, thanks received."),
    ),
    Held.TRAINING: (
        _("Training"),
        _("Applications, hours of learning, proofs, drills of raters."),
    ),
    Held.CAREER: (
        _("Career and service"),
        _("Facts that HR put on record, decisions, breaks and penalties."),
    ),
    Held.CHOICES: (
        _("Consents and choices"),
        _("What you agreed to, and what you offer or wish as a mentor or mentee."),
    ),
    Held.TRACES: (
        _("Traces"),
        _("Duties, the record of who looked, and the audit trail of what you did."),
    ),
}
BASES = {
    Basis.DUTY: _("a legal duty of the agency (UU 27/2022 article 20 (2) c)"),
    Basis.TASK: _("a task in the public interest (UU 27/2022 article 20 (2) e)"),
    Basis.CONSENT: _("your consent (UU 27/2022 article 20 (2) a)"),
}


def held(rows: Sequence[tuple[Held, int]], first: int) -> str:
    lines = [words.bold(_("Data held about you")), _("Press a number to see why and how long.")]
    lines += [
        f"{number}. {KINDS[kind][0]}: {words.number(many)}"
        for number, (kind, many) in enumerate(rows, first)
    ]
    return "\n".join(lines)


def kind(one: Held, many: int, basis: Basis, keeping: Keeping, years: int | None) -> str:
    name, what = map(str, KINDS[one])
    lines = [
        what,
        _("Records: {many}").format(many=words.number(many)),
        _("Purpose: {purpose}.").format(purpose=_purpose(basis)),
        _("Legal basis: {basis}.").format(basis=BASES[basis]),
        _("Kept: {term}.").format(term=term(keeping, years)),
    ]
    return words.bold(name) + "\n\n" + "\n".join(lines)


def _purpose(basis: Basis) -> str:
    if basis is Basis.CONSENT:
        return _("what you asked for yourself")
    return _("appraisal, awards and careers by merit (UU 20/2023)")


def term(keeping: Keeping, years: int | None) -> str:
    """How long a kind is kept, in words."""
    if years is None:
        return _("until you take it back")
    if keeping is Keeping.SERVICE:
        return _("while you serve, then {years} years").format(years=years)
    return _("{years} years after its own year").format(years=years)
