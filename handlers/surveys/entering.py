"""What somebody without an account writes who wants to answer, or does so already."""

from __future__ import annotations

from sqlmodel import Session

from bot.actions.guest import Guest
from bot.actions.surveys import asking, forms, sending
from bot.rules.surveys import codes
from bot.screens import Place, Went
from bot.texts import words
from handlers.surveys.asking import CODE

COMMAND, LEAVE = "/survei", "/batal"


def understood(session: Session, guest: Guest, text: str) -> Went | Place | None:
    """Where it leads; None when it is about something else."""
    said = text.strip()
    if codes.find(said) is not None:
        return asking.show(session, guest, said)
    command, _, rest = said.partition(" ")
    if command.partition("@")[0].lower() == COMMAND:
        return asking.show(session, guest, rest) if rest.strip() else CODE
    number = forms.is_typing(session, guest)
    if number and not said.startswith("/"):
        return asking.write(session, guest, number, said)
    if command.lower() == LEAVE and (form := forms.waiting(session, guest)) is not None:
        return sending.drop(session, guest, form.number)
    return asking.show(session, guest, said) if codes.read(said) is not None else None


def begun(session: Session, guest: Guest, text: str) -> Went | None:
    """Where a form that waits for a press is gone on with; None without one, or for a command."""
    form = None if text.strip().startswith("/") else forms.waiting(session, guest)
    return None if form is None else Went(asking.next_of(form), words.choose_button())
