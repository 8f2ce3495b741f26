"""Kinds of personal data: why they are held, and for how long."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Basis(StrEnum):
    """Legal bases of UU 27/2022 art. 20 (2) that this product uses."""

    DUTY = "duty"  # a legal duty of the agency
    TASK = "task"  # a task in the public interest
    CONSENT = "consent"


class Keeping(StrEnum):
    """What decides how long a kind is kept; the last two and `SERVICE` are no years."""

    SERVICE = "service"  # as long as the person serves, then `leavers` years
    APPRAISALS = "appraisals"
    FEEDBACK = "feedback"
    NOTES = "notes"
    LETTERS = "letters"
    LOOKS = "looks"
    QUIZZES = "quizzes"
    DUTIES = "duties"
    WITHDRAWN = "withdrawn"  # until the person takes it back
    SENT = "sent"  # until it is sent, used or left: hours or days


class Reason(StrEnum):
    """Why something is kept for that long."""

    ARCHIVE = "archive"  # the schedule of personnel archives (ANRI Regulation 22/2017)
    ACCOUNT = "account"  # processing is to be accounted for (UU 27/2022 art. 31, 47)
    PURPOSE = "purpose"  # no longer than its purpose asks (art. 16 (2) g, 43)
    CONSENT = "consent"  # until the person takes it back (art. 9, 40)


class Held(StrEnum):
    """Kinds of personal data, in the order in which they are shown."""

    IDENTITY = "identity"
    ACCOUNT = "account"
    ACHIEVEMENTS = "achievements"
    RESULTS = "results"
    FEEDBACK = "feedback"
    OBJECTIONS = "objections"
    AWARDS = "awards"
    FORUMS = "forums"
    TALKS = "talks"
    TRAINING = "training"
    CAREER = "career"
    CHOICES = "choices"
    TRACES = "traces"


@dataclass(frozen=True, slots=True)
class Kind:
    """On what ground one kind is held, and for how long what is not named to go sooner."""

    basis: Basis
    keeping: Keeping


KINDS: dict[Held, Kind] = {
    Held.IDENTITY: Kind(Basis.DUTY, Keeping.SERVICE),
    Held.ACCOUNT: Kind(Basis.TASK, Keeping.SERVICE),
    Held.ACHIEVEMENTS: Kind(Basis.TASK, Keeping.SERVICE),
    Held.RESULTS: Kind(Basis.DUTY, Keeping.SERVICE),
    Held.FEEDBACK: Kind(Basis.TASK, Keeping.SERVICE),
    Held.OBJECTIONS: Kind(Basis.DUTY, Keeping.SERVICE),
    Held.AWARDS: Kind(Basis.TASK, Keeping.SERVICE),
    Held.FORUMS: Kind(Basis.TASK, Keeping.SERVICE),
    Held.TALKS: Kind(Basis.TASK, Keeping.SERVICE),
    Held.TRAINING: Kind(Basis.DUTY, Keeping.SERVICE),
    Held.CAREER: Kind(Basis.DUTY, Keeping.SERVICE),
    Held.CHOICES: Kind(Basis.CONSENT, Keeping.WITHDRAWN),
    Held.TRACES: Kind(Basis.DUTY, Keeping.SERVICE),
}


@dataclass(frozen=True, slots=True)
class PersonalRules:
    """Part of a scheme: years that each kind is kept, and who is the data protection officer.

    Years count from the end of the year to which the data belong (`leavers`: of leaving). The
    agency's own schedule of retention decides (ANRI Regulation 22/2017).
    """

    officer: str = ""
    contact: str = ""
    appraisals: int = 10
    feedback: int = 2
    notes: int = 5
    letters: int = 2
    looks: int = 5
    quizzes: int = 2
    duties: int = 2
    leavers: int = 10

    def kept(self, keeping: Keeping) -> int:
        """Years; of `SERVICE` those after leaving. ValueError where no years are set."""
        if keeping in (Keeping.WITHDRAWN, Keeping.SENT):
            raise ValueError(keeping)
        return int(getattr(self, "leavers" if keeping is Keeping.SERVICE else keeping.value))


YEARS = (
    "appraisals", "feedback", "notes", "letters", "looks", "quizzes", "duties", "leavers",
)  # fmt: skip
"""The fields of `PersonalRules` that are years."""
