"""Sentences of those who sign, return or judge the yearly reports of others."""

from __future__ import annotations

from bot.rules.predikat import Expectation, Predikat
from bot.texts import results, words
from bot.texts.language import _
from bot.texts.years import OPEN, heading

JUDGE, FORWARD, RETURN = _("Judge …"), _("Sign and pass on"), _("Return …")
QUEUE = _("Waiting for me")


def judged_notice() -> str:
    return _("The yearly report is final.")


def forwarded_notice() -> str:
    return _("Signed; the evaluation team judges it now.")


def returned_notice() -> str:
    return _("Returned to its writer.")


def changed() -> str:
    return _("A quarter has changed since it was signed: please return it to be signed anew.")


def others_turn() -> str:
    return _("This step is not yours, or it was taken already.")


def no_team() -> str:
    return _(
        "Nobody on the evaluation team may judge this report. Please ask personnel to name a "
        "member who is neither above nor below the employee."
    )


def queue(count: int) -> str:
    if not count:
        return words.bold(OPEN) + "\n" + _("No yearly report waits for you.")
    return words.bold(OPEN) + "\n" + _("Waiting for you: {count}.").format(count=count)


def verdict(name: str, year: int, proposed: tuple[Expectation, Expectation]) -> str:
    told = _(
        "The quarters propose: work results {results}, behaviour {behaviour}. Choose both sides; "
        "the predicate follows from the table."
    ).format(results=results.EXPECTATION[proposed[0]], behaviour=results.EXPECTATION[proposed[1]])
    return f"{heading(year, name)}\n\n{told}"


def chosen(sides: tuple[Expectation, Expectation], predikat: Predikat) -> str:
    return _("Work results {results}, behaviour {behaviour}: <b>{predikat}</b>").format(
        results=results.EXPECTATION[sides[0]],
        behaviour=results.EXPECTATION[sides[1]],
        predikat=results.PREDIKAT[predikat],
    )


def side(axis: str, one: Expectation, *, on: bool) -> str:
    """A button for one side: `✓ Hasil: di atas`."""
    names = {"hasil": _("Results"), "perilaku": _("Conduct")}
    shorts = {
        Expectation.BELOW: _("below exp."),
        Expectation.MET: _("as exp."),
        Expectation.ABOVE: _("above exp."),
    }
    return ("✓ " if on else "") + f"{names[axis]} {shorts[one]}"


def sign_with(predikat: Predikat) -> str:
    return words.fitting(_("Sign: {predikat}").format(predikat=results.PREDIKAT[predikat]))


def ask_return() -> str:
    return _("Why does it go back? Please write what is to be mended.")
