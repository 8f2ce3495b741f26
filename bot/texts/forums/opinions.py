"""What people thought of a forum: three questions by tap, a comment, what was said together."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from bot.rules.forum_opinions import QUESTIONS, WORD_LIMIT, Question
from bot.rules.forums import Meeting
from bot.texts import forums, words
from bot.texts.language import _

OPINION = _("Give feedback")
OPINIONS = _("Feedback on the forum")
HEARD = _("Feedback on forums")
AGAIN = _("Start over")
ASKED = {
    Question.USE: _("How useful was it for your work?"),
    Question.CLARITY: _("How clear was what was said?"),
    Question.TIME: _("How well was the time used?"),
}
NAMES = {
    Question.USE: _("Useful for work"),
    Question.CLARITY: _("Clear"),
    Question.TIME: _("Time well used"),
}
LEVELS = {
    1: _("1 Not at all"),
    2: _("2 A little"),
    3: _("3 Fairly"),
    4: _("4 Well"),
    5: _("5 Very well"),
}


def _head(meeting: Meeting, title: str) -> str:
    return f"<b>{title}</b> · {forums.title(meeting)}"


def ask(meeting: Meeting, question: Question) -> str:
    step = QUESTIONS.index(question) + 1
    blocks = [
        _head(meeting, words.step(step, len(QUESTIONS))),
        words.bold(ASKED[question]),
        _promise(),
    ]
    return "\n\n".join(blocks)


def _promise() -> str:
    return _(
        "Host and HR are told only what three people or more said together; who said what is then "
        "deleted."
    )


def ready(meeting: Meeting, levels: Sequence[int], word: str) -> str:
    lines = [
        f"{NAMES[question]}: <b>{LEVELS[level]}</b>"
        for question, level in zip(QUESTIONS, levels, strict=True)
    ]
    if word:
        lines.append(_("Comment: {text}").format(text=words.safe(word)))
    ask = _(
        "You may type a comment of at most {most} characters, without names. Then press Send."
    ).format(most=WORD_LIMIT)
    return "\n\n".join([_head(meeting, OPINION), "\n".join(lines), ask, _promise()])


def told(
    meeting: Meeting, given: int, attended: int, means: Sequence[Decimal], people: int,
    said: Sequence[str],
) -> str:  # fmt: skip
    blocks = [_head(meeting, OPINIONS)]
    blocks.append(
        _("{given} of {attended} who were there have answered.").format(
            given=words.number(given), attended=words.number(attended)
        )
    )
    if not means:
        blocks.append(_("It is shown from three answers."))
        return "\n\n".join(blocks)
    lines = [
        _("{question}: <b>{mean}</b> of 5").format(question=NAMES[one], mean=words.number(mean))
        for one, mean in zip(QUESTIONS, means, strict=True)
    ]
    blocks.append("\n".join([_("Mean of {count} answers:").format(count=people), *lines]))
    if said:
        blocks.append("\n".join(f"• <i>{words.safe(one)}</i>" for one in said))
    if given > people:
        blocks.append(_("The newest answers are added three at a time."))
    return "\n\n".join(blocks)


def heard(count: int) -> str:
    head = f"<b>{HEARD}</b>"
    if not count:
        return f"{head}\n\n" + _("Nothing yet: three answers make the first.")
    return f"{head}\n\n" + _("Choose one to read what was said together.")


def levels_first() -> str:
    return _("Please answer the questions by tap first.")


def given_already() -> str:
    return _("You have given your feedback already. Thank you.")


def not_open() -> str:
    return _("Feedback is taken from the end of the forum until two weeks after.")


def given() -> str:
    return _("Thank you for your feedback.")


def letter(meeting: Meeting) -> str:
    return "\n\n".join(
        [
            _head(meeting, _("How was it?")),
            _("Three questions by tap, half a minute. You are asked this once only."),
            _promise(),
        ]
    )
