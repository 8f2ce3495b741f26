"""How a quarter is rated."""

from __future__ import annotations

from bot.texts.glossary.term import Term
from bot.texts.language import _

TERMS = {
    "berakhlak": Term(
        _("BerAKHLAK"),
        _(
            "The seven basic values of civil servants: service, accountability, "
            "competence, harmony, loyalty, adaptability, collaboration. Behaviour is "
            "rated by them."
        ),
        "perilaku",
    ),
    "bobot": Term(
        _("Weight"),
        _(
            "How much a part counts in the score. Weights stand in the scheme and are "
            "pinned for the whole quarter."
        ),
        "skema nilai",
    ),
    "bukti": Term(
        _("Evidence"),
        _(
            "A photo, document or recording that belongs to an achievement. The superior "
            "sees it when rating."
        ),
        "prestasi",
    ),
    "ekspektasi": Term(
        _("Expectations"),
        _(
            "What was expected of you. Work results and behaviour are each below, as, or "
            "above expectations; together they make the predikat."
        ),
        "predikat hasil perilaku",
    ),
    "hasil": Term(
        _("Work results"),
        _("One of the two axes of the appraisal: what was achieved. The other one is behaviour."),
        "perilaku predikat",
    ),
    "indikator": Term(
        _("Indicator"),
        _(
            "One thing that is rated, for example productivity. Each level has a sentence"
            " that says when it fits."
        ),
        "tingkat bobot",
    ),
    "kalibrasi": Term(
        _("Calibration"),
        _(
            "Before publication the evaluation team looks whether ratings of different "
            "superiors can be compared. The first and the calibrated value are both kept."
        ),
        "tim pola condong",
    ),
    "laporan": Term(
        _("Quarterly report"),
        _(
            "What mattered to you in the quarter, in your words, with your results. Your "
            "superior reads it before rating."
        ),
        "triwulan tahunan",
    ),
    "nilai": Term(
        _("Score"),
        _(
            "The number behind a result. It is the sum of parts that are all shown: open "
            "“Why?” beside your result."
        ),
        "bobot predikat tingkat",
    ),
    "perilaku": Term(
        _("Behaviour at work"),
        _(
            "One of the two axes of the appraisal: how the work was done, by the seven "
            "values of BerAKHLAK."
        ),
        "berakhlak hasil predikat",
    ),
    "pola": Term(
        _("Pattern of distribution"),
        _(
            "How predikat may spread in a unit, by its own achievement. Teladan warns, it"
            " never changes anybody."
        ),
        "predikat kalibrasi",
    ),
    "predikat": Term(
        _("Predikat"),
        _(
            "The word of a result: Sangat Kurang, Butuh Perbaikan, Kurang, Baik or Sangat"
            " Baik. It follows from work results and behaviour, each against "
            "expectations."
        ),
        "ekspektasi tabel nilai",
    ),
    "prestasi": Term(
        _("Achievement"),
        _(
            "Something you did, with evidence if you have it, rated by your superior. It "
            "supports your quarterly result."
        ),
        "bukti rencana",
    ),
    "rencana": Term(
        _("Planned result (RHK)"),
        _(
            "What you will have achieved this quarter, with an indicator, a target and "
            "its unit. Agreed with your superior."
        ),
        "skp prestasi",
    ),
    "skema": Term(
        _("Scheme"),
        _(
            "The rules of the appraisal: indicators, weights, calendar, thresholds. "
            "Everybody may read them under “How we are rated”."
        ),
        "bobot indikator",
    ),
    "skp": Term(
        _("SKP"),
        _(
            "Sasaran Kinerja Pegawai: the agreed targets of an employee. In Teladan they "
            "are the planned results of each quarter."
        ),
        "rencana triwulan",
    ),
    "tabel": Term(
        _("Table of the predikat"),
        _(
            "Three by three boxes: work results and behaviour, each below, as or above "
            "expectations, give the predikat."
        ),
        "predikat ekspektasi",
    ),
    "tahunan": Term(
        _("Yearly report"),
        _(
            "What a person writes and signs of a year; the superior or the evaluation "
            "team judges it. On paper with a code that can be checked."
        ),
        "laporan predikat",
    ),
    "tim": Term(
        _("Evaluation team"),
        _(
            "A panel that compares ratings, rates some indicators itself, and proposes "
            "awards. It never rates itself."
        ),
        "kalibrasi",
    ),
    "tingkat": Term(
        _("Level"),
        _(
            "1 to 5, given for one indicator. 4 is as expected and worth 100; each level "
            "is 20 points."
        ),
        "indikator nilai",
    ),
    "triwulan": Term(
        _("Quarter"),
        _(
            "Three months. Each quarter has its plan, reports, ratings, calibration and "
            "publication."
        ),
        "rencana kalibrasi terbit",
    ),
}
