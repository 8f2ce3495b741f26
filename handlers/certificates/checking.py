"""What a code, a number or a file is worth, for colleagues and for anybody."""

from __future__ import annotations

from bot.actions import certificates
from bot.actions.certificates import Paper
from bot.screens import Button, Place, Screen, place
from bot.texts import certificates as texts
from bot.texts import words

CHECK = Place("certificates.check")
ROW = [Button(texts.ANOTHER, opens=CHECK), Button(words.MENU, opens=Place("home.menu"))]
SAID = {
    Paper.OURS: texts.OURS,
    Paper.FOREIGN: texts.FOREIGN,
    Paper.BROKEN: texts.BROKEN,
    Paper.UNSIGNED: texts.UNSIGNED,
}


def told(answer: certificates.Answer) -> str:
    """The answer in words, as much as it says."""
    said = texts.verdict(answer.verdict, answer.since, answer.replaced_by)
    shown: list[str] = []
    if answer.number:
        shown = texts.lines(answer.number, answer.name, answer.honour, answer.office, answer.day)
    return texts.answer(said, shown, texts.hint(answer.verdict, named=bool(answer.name)))


def draw_check(answer: certificates.Answer | None) -> Screen:
    if answer is None:
        return Screen(texts.ask(), [ROW[1:]], typing=CHECK)
    rows = [ROW]
    if answer.certificate_id:
        card = place("certificates.card", answer.certificate_id)
        rows.insert(0, [Button(texts.SEE_DOCUMENT, opens=card)])
    return Screen(told(answer), rows, shared=True)


def draw_paper(found: certificates.Examined) -> Screen:
    said = words.bold(SAID[found.paper])
    if found.answer is None:
        return Screen("\n\n".join([said, texts.paper_hint(found.paper)]), [ROW], typing=CHECK)
    return Screen("\n\n".join([said, told(found.answer)]), [ROW])


def draw_guest_check(answer: certificates.Answer | None) -> Screen:
    """For whoever has no account: the same words, no doors."""
    drawn = draw_check(answer)
    return Screen(drawn.text, shared=True)


def draw_guest_paper(found: certificates.Examined) -> Screen:
    return Screen(draw_paper(found).text, shared=True)
