"""People, posts and the public."""

from __future__ import annotations

from bot.texts.glossary.term import Term
from bot.texts.language import _

TERMS = {
    "asn": Term(
        _("Civil servant (ASN)"),
        _(
            "Everybody in the state civil service: permanent civil servants (PNS) and "
            "those on a contract (PPPK)."
        ),
        "pns pppk",
    ),
    "atasan": Term(
        _("Superior (rating official)"),
        _(
            "The direct superior, who agrees the planned results and rates them. In law: "
            "the rating official."
        ),
        "atasan2 mandat",
    ),
    "atasan2": Term(
        _("Superior's superior"),
        _(
            "Who stands above your superior. Decides objections, and steps in when a "
            "superior does not rate in time."
        ),
        "keberatan",
    ),
    "ikm": Term(
        _("Satisfaction index (IKM)"),
        _("The figure that the public's survey gives, from 25 to 100, with a grade from A to D."),
        "skm unsur",
    ),
    "kodeaman": Term(
        _("Security code"),
        _(
            "Six digits from an authenticator app. They are asked for decisions that "
            "weigh, at most once in 12 hours."
        ),
        "",
    ),
    "mandat": Term(
        _("Mandate"),
        _(
            "Somebody acts for an official between two dates, as Plt. or Plh. Duties move"
            " to them and come back by themselves."
        ),
        "plt plh",
    ),
    "nip": Term(
        _("NIP"),
        _("The 18-digit number of an employee. Teladan keeps it sealed and shows only a part."),
        "",
    ),
    "plh": Term(
        _("Plh. (daily acting official)"),
        _(
            "Pelaksana harian: stands in while the official is away for a while, for "
            "example on leave."
        ),
        "mandat plt",
    ),
    "plt": Term(
        _("Plt. (acting official)"),
        _("Pelaksana tugas: fills a post that has no holder for the time being."),
        "mandat plh",
    ),
    "pns": Term(_("PNS"), _("A permanent civil servant."), "asn pppk"),
    "pppk": Term(_("PPPK"), _("A civil servant on a contract with dates."), "asn pns"),
    "skm": Term(
        _("Public satisfaction survey (SKM)"),
        _(
            "What citizens say about a service, in nine elements from 1 to 4. It gives "
            "the satisfaction index."
        ),
        "unsur ikm",
    ),
    "unsur": Term(
        _("Element of the survey"),
        _(
            "One of the nine questions of the public's survey: requirements, procedure, "
            "time, cost, product, competence, conduct, complaints, facilities."
        ),
        "skm ikm",
    ),
}
