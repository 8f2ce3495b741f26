"""The nine questions in words for citizens, with the four answers of PermenPANRB 14/2017."""

from __future__ import annotations

from bot.rules.surveys.elements import Element
from bot.texts.language import _

QUESTIONS: dict[Element, str] = {
    Element.PERSYARATAN: _("Do the requirements fit the service you asked for?"),
    Element.PROSEDUR: _("How easy were the steps you had to take?"),
    Element.WAKTU: _("How fast were you served?"),
    Element.BIAYA: _("What do you think of what you had to pay?"),
    Element.PRODUK: _("Did you get what had been promised to you?"),
    Element.KOMPETENSI: _("How able are the staff who served you?"),
    Element.PERILAKU: _("How polite and friendly are the staff?"),
    Element.PENGADUAN: _("Can one complain here, and is something done about it?"),
    Element.SARANA: _("What do you think of the rooms and equipment?"),
}
_FITTING = (_("Not fitting"), _("Hardly fitting"), _("Fitting"), _("Very fitting"))
ANSWERS: dict[Element, tuple[str, str, str, str]] = {
    Element.PERSYARATAN: _FITTING,
    Element.PROSEDUR: (_("Not easy"), _("Hardly easy"), _("Easy"), _("Very easy")),
    Element.WAKTU: (_("Not fast"), _("Hardly fast"), _("Fast"), _("Very fast")),
    Element.BIAYA: (_("Very expensive"), _("Rather expensive"), _("Cheap"), _("Free of charge")),
    Element.PRODUK: _FITTING,
    Element.KOMPETENSI: (_("Not able"), _("Hardly able"), _("Able"), _("Very able")),
    Element.PERILAKU: (_("Not polite"), _("Hardly polite"), _("Polite"), _("Very polite")),
    Element.PENGADUAN: (
        _("There is no way"),
        _("Exists, does not work"),
        _("It works somewhat"),
        _("It is run well"),
    ),
    Element.SARANA: (_("Bad"), _("Sufficient"), _("In good order"), _("In very good order")),
}
SHORT: dict[Element, str] = {
    Element.PERSYARATAN: _("requirements"),
    Element.PROSEDUR: _("steps"),
    Element.WAKTU: _("speed"),
    Element.BIAYA: _("cost"),
    Element.PRODUK: _("outcome"),
    Element.KOMPETENSI: _("ability of staff"),
    Element.PERILAKU: _("politeness of staff"),
    Element.PENGADUAN: _("complaints"),
    Element.SARANA: _("rooms and equipment"),
}


def label(element: Element, mark: int) -> str:
    """`3 Sesuai`."""
    return f"{mark} {ANSWERS[element][mark - 1]}"
