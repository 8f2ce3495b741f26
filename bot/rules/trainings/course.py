"""The course of an application, from the first word to the result."""

from __future__ import annotations

from enum import StrEnum


class State(StrEnum):
    """Where an application is."""

    DRAFT = "draft"
    WAITING = "waiting"  # for the superior
    AGREED = "agreed"  # waits for a division of seats
    REFUSED = "refused"  # by the superior, with a reason
    WITHDRAWN = "withdrawn"
    SEATED = "seated"
    LISTED = "listed"  # on the waiting list
    PRESENT = "present"  # was there; feedback, proof and result are still to come
    ABSENT = "absent"
    EXCUSED = "excused"  # had a seat, and a good reason not to come
    CALLED_OFF = "called_off"  # the course was
    PASSED = "passed"
    FAILED = "failed"


class Ground(StrEnum):
    """Why somebody learns."""

    GAP = "gap"  # an indicator below expectations
    MERIT = "merit"  # excels in what is taught
    OWN = "own"  # applied of their own accord
    PRIZE = "prize"  # a seat reserved with an award


TAKING = (
    State.SEATED, State.PRESENT, State.ABSENT, State.EXCUSED, State.PASSED, State.FAILED,
)  # fmt: skip
"""Those that hold a seat, or held one to the end."""
LIVING = (State.WAITING, State.AGREED, State.SEATED, State.LISTED)
"""Those that may still be withdrawn."""
FREE = (State.DRAFT, State.REFUSED, State.WITHDRAWN)
"""Those from which a person may apply (again)."""
NOTED = (State.PRESENT, State.ABSENT, State.EXCUSED)
"""What is noted of attendance."""
NOTABLE = (State.SEATED, *NOTED)
"""Those whose attendance may be noted, or corrected while there is no result."""
RESULTS = (State.PASSED, State.FAILED)
REVIEWING = (State.PRESENT, State.PASSED, State.FAILED)
"""Who was there, and may say how useful it was."""
SCORES = range(101)
