"""The daily anchor of the audit trail as a letter, a page and a notice, and a warning to HR."""

from __future__ import annotations

from datetime import datetime

from bot.texts import words
from bot.texts.language import _


def anchor_letter(at: datetime, number: int, code: str) -> str:
    return "\n\n".join(
        [
            words.bold(_("Anchor of the audit trail")),
            _("As of {moment}, entry {number}.").format(
                moment=words.moment(at), number=words.number(number)
            ),
            f"<code>{code}</code>",
            _("Save or print the file, where the bot's operators cannot reach it."),
        ]
    )


def published(at: datetime, number: int, code: str) -> str:
    """For a channel that anybody may read: no name, no office, nothing but the code."""
    return "\n\n".join(
        [
            words.bold(_("Anchor of the audit trail")),
            _("As of {moment}, entry {number}.").format(
                moment=words.moment(at), number=words.number(number)
            ),
            f"<code>{code}</code>",
            _(
                "Keep this message. Whoever has the code can later ask for proof that nothing "
                "up to that entry was changed, deleted or added."
            ),
        ]
    )


def anchor_file(at: datetime) -> str:
    """The name of the PDF."""
    return _("audit-anchor-{day}.pdf").format(day=at.date().isoformat())


def anchor_page(at: datetime, number: int, code: str) -> dict[str, str]:
    """Everything the PDF says, by the names its template uses."""
    return {
        "title": _("Anchor of the audit trail"),
        "office": _("Teladan, careers of civil servants"),
        "moment_label": _("As of"),
        "moment": words.moment(at),
        "entry_label": _("Newest entry"),
        "entry": words.number(number),
        "code_label": _("Code"),
        "code": code,
        "meaning": _(
            "This code stands for every entry of the audit trail up to the one named above. When "
            "one of them is changed, deleted, added or moved afterwards, the trail no longer fits "
            "this code, whoever did it."
        ),
        "keeping": _(
            "Keep this page where the bot's operators cannot reach it: printed and filed, or "
            "with the code copied into signed minutes. A message in Telegram is not enough."
        ),
        "checking_label": _("How to check"),
        "checking": _("Ask for this command to be run while you watch:"),
        "command": f"teladan verify --anchor {code}",
        "holder": _("Received by"),
        "signature": _("Name, date and signature"),
    }


def disagree_letter(count: int) -> str:
    return _(
        "Last night {count} published results did not compute to what was told. Nothing has been "
        "changed. The operator has been alarmed; please do not publish or correct anything until "
        "it is cleared up."
    ).format(count=words.number(count))
