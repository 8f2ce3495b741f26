"""Sentences about expectations: doors, notices, refusals, letters."""

from __future__ import annotations

from bot.rules.expectations import Step
from bot.texts import words
from bot.texts.language import _

TITLE = _("Planned results")
DOOR = (
    TITLE,
    _("/nilai: what you and your superior agree on for the quarter, and how far it has come."),
)
MY_PEOPLE = _("My people's plans")
MINE = _("My own plans")
COUNTS_FOR = _("Counts for a plan")
ADD = _("Add a planned result")
HISTORY = _("History")
END = _("Propose to drop it")
GIVE_UP = _("Delete")
KEEP = _("Leave it as it was")
ALL = _("All my planned results")
GO_ON = _("Continue filling in")
AGREE_ALL = _("Agree to all {count}")
RETURN_ALL = _("Return all")
PROPOSE_ALL = _("Propose {count}")
PROPOSE = _("Propose")
MORE = _("Others ▶")

STEPS = {
    Step.TEXT: _("Wording"),
    Step.INDICATOR: _("Indicator"),
    Step.TARGET: _("Target and unit"),
    Step.COUNTING: _("How it counts"),
    Step.SUPPORTS: _("Superior's plan"),
    Step.REASON: _("Reason"),
}


def none_opened() -> str:
    return _("No quarter has opened yet. You will be told as soon as one does.")


def closed() -> str:
    return _(
        "Planned results can be proposed and changed only while the quarter is running. "
        "What was agreed stays in force."
    )


def agreement_closed() -> str:
    return _(
        "The person has been rated for this quarter, so its planned results stay as they are."
    )


def enough(most: int) -> str:
    return _("There are {most} planned results already, which is the most.").format(most=most)


def too_short() -> str:
    return _("That is too short to be understood later. Please write a whole sentence.")


def not_a_target() -> str:
    return _(
        "I could not read a target in that. Please write a number with its unit, for example "
        "<b>40 files</b>, <b>95%</b> or <b>2,5 days</b>."
    )


def unit_wanted() -> str:
    return _("Please write the unit behind the number too, for example <b>40 files</b>.")


def unit_is_used(unit: str) -> str:
    return _(
        "Achievements are counted in “{unit}” already, so the unit stays. For another unit, "
        "please propose a new planned result."
    ).format(unit=words.safe(unit))


def nought_wants_less() -> str:
    return _("A target of 0 only fits where less is better.")


def not_an_amount(unit: str) -> str:
    return _("Please write a number in {unit}, for example <b>5</b> or <b>2,5</b>.").format(
        unit=words.bold(unit)
    )


def other_unit(unit: str) -> str:
    return _("This planned result counts in {unit}. Please write the number in that unit.").format(
        unit=words.bold(unit)
    )


def proposed_already() -> str:
    return _("This has been proposed already. Press Change on it to take it back and mend it.")


def decided_already() -> str:
    return _("This has been decided already, or was taken back.")


def nothing_to_propose() -> str:
    return _("There is no complete draft to propose.")


def still_missing(step: Step) -> str:
    return _("Still missing: {what}.").format(what=STEPS[step])


def proposed_notice(superior: str) -> str:
    return _("Proposed. {name} will be asked to agree.").format(name=superior)


def declared_notice() -> str:
    return _("Recorded and in force.")


def agreed_notice(count: int) -> str:
    return _("Agreed: {count}. The employee will be told.").format(count=count)


def returned_notice() -> str:
    return _("Returned. The employee will be told what to mend.")


def given_up_notice() -> str:
    return _("Deleted.")


def change_dropped() -> str:
    return _("The agreed planned result stays as it was.")


def nothing_to_count_for() -> str:
    return _(
        "Nothing is agreed for the quarter in which this was done. Open /nilai to propose "
        "planned results."
    )


def tied_notice() -> str:
    return _("Kept. It counts as soon as the achievement has been approved.")


def untied_notice() -> str:
    return _("This achievement counts for no planned result.")


def mend_waits() -> str:
    return _("Correct planned results")


def letter_agreed() -> str:
    return _("Your superior has decided on your planned results. Press Open to see them.")


def letter_returned() -> str:
    return _("Your superior has returned planned results with a note. Press Open to mend them.")
