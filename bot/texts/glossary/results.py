"""What comes of a rating, and what keeps it fair."""

from __future__ import annotations

from bot.texts.glossary.term import Term
from bot.texts.language import _

TERMS = {
    "anonim": Term(
        _("Anonymous"),
        _(
            "Nobody can see who wrote what, not even in the database: answers are stored "
            "without a writer, and shown only from three answers up."
        ),
        "rekan undian",
    ),
    "audit": Term(
        _("Audit trail"),
        _(
            "Who did what and when. Entries are only added, never changed; every change "
            "to an old one is found."
        ),
        "",
    ),
    "bawahan": Term(
        _("Feedback from below"),
        _("What direct subordinates say of their superior, without a name. No part of any score."),
        "anonim",
    ),
    "cermin": Term(
        _("Rater's mirror"),
        _(
            "A rater's own figures, for that rater alone: mean, spread, and how alike the"
            " levels are."
        ),
        "condong",
    ),
    "condong": Term(
        _("Leaning of a rater"),
        _(
            "How much higher or lower somebody rates than others would. It is shown, "
            "never applied unseen."
        ),
        "kalibrasi cermin",
    ),
    "keberatan": Term(
        _("Objection"),
        _(
            "You may object to your result within 14 days. The superior's superior hears "
            "both sides and decides once, finally."
        ),
        "terima atasan2",
    ),
    "koreksi": Term(
        _("Correction of a result"),
        _(
            "A published value that was wrong is corrected by two different people; the "
            "former one is kept."
        ),
        "terbit",
    ),
    "latih": Term(
        _("Rater's drill"),
        _(
            "Five invented cases that a rater judges before real forms, with the fitting "
            "level and the reason."
        ),
        "cermin",
    ),
    "menyusul": Term(
        _("Later result"),
        _(
            "The result of somebody who was left out of a publication; signed and "
            "published on its own."
        ),
        "terbit",
    ),
    "rekan": Term(
        _("Colleague (peer)"),
        _(
            "Three to five people who really work with you are asked about you, without "
            "their names."
        ),
        "undian anonim",
    ),
    "terbit": Term(
        _("Publication"),
        _(
            "The head's signature from which everybody sees their own result of a "
            "quarter. Before it nobody sees theirs."
        ),
        "terima keberatan",
    ),
    "terima": Term(
        _("Receipt"),
        _(
            "Your tap that you have received your result. The 14 days for an objection "
            "begin with it."
        ),
        "keberatan terbit",
    ),
    "undian": Term(
        _("Draw of colleagues"),
        _(
            "Who is asked about whom is drawn by lot among real co-workers; the seed of "
            "the draw is recorded."
        ),
        "rekan anonim",
    ),
}
