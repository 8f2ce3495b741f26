"""Sentences about a copy of one's data, and the words on its pages."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from bot.rules.personal import KINDS as GROUNDS
from bot.rules.personal import Held
from bot.texts import words
from bot.texts.language import _
from bot.texts.personal.kinds import BASES, KINDS

COPY = _("Copy of my data")
LOOK = _("How far is it?")
PROTECTED, KEEPABLE = _("Only to read here"), _("To save")
LABELS = {
    "name": _("Name"),
    "nip": _("NIP"),
    "phone": _("Phone number"),
    "post": _("Post"),
    "rank": _("Rank"),
    "title": _("Title"),
    "story": _("Story"),
    "text": _("Text"),
    "reason": _("Reason"),
    "answer": _("Answer"),
    "said": _("Said"),
    "sentence": _("Feedback of colleagues"),
    "total": _("Total"),
    "summary": _("Summary"),
    "wanted": _("Request"),
    "topic": _("Topic"),
    "word": _("Remark"),
}


def ask() -> str:
    lines = [
        words.bold(COPY),
        _(
            "A ZIP with everything that may be shown: data.json for machines, data.pdf to read, "
            "and the files you sent. "
            "It comes as a message when it is ready and is kept nowhere on our side; the file in "
            "this chat you delete yourself."
        ),
        _(
            "Left out (article 33): who rated or answered, names of other people, results that "
            "are not published yet, and the evaluation team's steps before publication."
        ),
        _("Only to read here: it cannot be saved or forwarded. To save: it can; guard it well."),
    ]
    return "\n\n".join(lines)


def copied(many: int, files: int, too_many: int) -> str:
    lines = [
        words.bold(COPY),
        _("Your copy: {many} records and {files} files.").format(
            many=words.number(many), files=words.number(files)
        ),
    ]
    if too_many:
        lines.append(
            _("{count} files did not fit; you open them where you sent them.").format(
                count=words.number(too_many)
            )
        )
    return "\n\n".join(lines)


def coming() -> str:
    return _("Your copy is being prepared.")


def one_waits() -> str:
    return _("One is being prepared already; please wait for it.")


def stands(asked: datetime | None, sent: datetime | None, *, waits: bool) -> str:
    """How far the newest copy is."""
    if asked is None:
        told = _("You have asked for no copy yet.")
    elif waits:
        told = _(
            "Asked for on {moment}. It is being prepared and comes as a message in this chat; you "
            "may go on meanwhile. Not there after a day? Please ask for another."
        ).format(moment=words.moment(asked))
    elif sent is not None:
        told = _("Sent on {moment}: please look below.").format(moment=words.moment(sent))
    else:
        told = _("It could not be sent. Please ask for another.")
    return words.bold(COPY) + "\n\n" + told


def file_name(at: datetime) -> str:
    return _("my-data-{day}.zip").format(day=at.date().isoformat())


def left_out() -> list[str]:
    """What the copy does not hold, and why (UU 27/2022 art. 33)."""
    return [
        _("Who rated, answered or looked: it would show other people."),
        _("Results, feedback and steps of the evaluation team before publication."),
        _("Secrets of your security code, and keyed hashes by which we find you."),
        _("Files beyond 20 MB together: you open them where you sent them."),
    ]


def fixed(name: str, at: datetime) -> Mapping[str, str]:
    """The heading of the page."""
    return {
        "title": _("Personal data of {name}").format(name=name),
        "made": _("As of {moment}").format(moment=words.moment(at)),
        "left_out": _("Not in this copy"),
        "none": _("No records."),
        "law": _("Law 27/2022 on Personal Data Protection, articles 7, 13, 32 and 33"),
    }


def section(kind: Held, many: int) -> list[str]:
    """Name, what it is, and on what ground, with how many records."""
    name, what = map(str, KINDS[kind])
    ground = _("Legal basis: {basis}.").format(basis=BASES[GROUNDS[kind].basis])
    return [f"{name} ({words.number(many)})", f"{what} {ground}"]
