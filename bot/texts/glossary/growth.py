"""Careers, learning and honours."""

from __future__ import annotations

from bot.texts.glossary.term import Term
from bot.texts.language import _

TERMS = {
    "akredit": Term(
        _("Credit points (angka kredit)"),
        _(
            "Points that the holder of a functional post collects for promotion. They "
            "follow from the yearly predikat: “Baik” gives 100% of a year's points."
        ),
        "jenjang pangkat predikat",
    ),
    "apresiasi": Term(
        _("Thanks"),
        _(
            "A sentence of thanks to a colleague that names a BerAKHLAK value. It never "
            "counts in a score."
        ),
        "berakhlak",
    ),
    "dialog": Term(
        _("Performance talk"),
        _(
            "A regular talk between employee and superior, with an agenda made from data "
            "and follow-ups that are remembered."
        ),
        "tindak",
    ),
    "golongan": Term(
        _("Grade (golongan)"),
        _("The step in pay and rank, for PNS from I/a to IV/e, for PPPK from I to XVII."),
        "pangkat",
    ),
    "jabfung": Term(
        _("Functional post"),
        _(
            "A post defined by skill, such as analyst or archivist; promotion follows "
            "from credit points."
        ),
        "akredit jenjang",
    ),
    "jenjang": Term(
        _("Level of a post"),
        _("The step within a functional post, for example Ahli Pertama, Ahli Muda, Ahli Madya."),
        "jabfung akredit",
    ),
    "jp": Term(
        _("Learning hours (JP)"),
        _(
            "45 minutes of learning. Everybody has a right to 20 a year; training, forums"
            " and mentoring count."
        ),
        "",
    ),
    "kotak": Term(
        _("Nine boxes (talent management)"),
        _(
            "Nine boxes by performance and potential. Teladan draws a person as an area, "
            "because figures are uncertain; it is advice, a person decides."
        ),
        "predikat",
    ),
    "kuorum": Term(
        _("Quorum"), _("How many members must have voted before a vote counts."), "putaran"
    ),
    "mentoring": Term(
        _("Mentoring"),
        _("An experienced colleague accompanies a newer one for some months. Both must agree."),
        "",
    ),
    "pangkat": Term(
        _("Rank (pangkat)"),
        _("The position in the ranks of the civil service, for example Penata Muda (III/a)."),
        "golongan akredit",
    ),
    "piagam": Term(
        _("Certificate"),
        _(
            "The numbered paper of an award. Anybody can check it by its QR code or its "
            "written code."
        ),
        "",
    ),
    "putaran": Term(
        _("Award round"),
        _(
            "Nominations, an unseen vote and a decision for one kind of award. The "
            "criteria are published before it begins."
        ),
        "kuorum piagam",
    ),
    "satya": Term(
        _("Satyalancana Karya Satya"),
        _(
            "A medal of the President for 10, 20 or 30 years of unbroken, blameless "
            "service of a PNS."
        ),
        "pns",
    ),
    "tindak": Term(
        _("Follow-up"),
        _(
            "What was agreed in a talk or a meeting, with an owner and a day. It comes "
            "back as a task."
        ),
        "dialog",
    ),
}
