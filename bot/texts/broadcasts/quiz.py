"""Sentences of a quiz: writing it, answering it; and of what came to me."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.rules import broadcasts as rules
from bot.texts import words
from bot.texts.language import _, ngettext

RULES = _("Rules of the quiz")
READ = _("I have read it")
START = _("Begin the quiz")
GO_ON = _("Go on with the quiz")
TRY_AGAIN = _("Try the quiz again")
NEXT_QUESTION = _("Next question")
SEE_RESULT = _("See my result")
ANSWER_QUIZ = _("Answer the quiz")
LETTERS = ("A", "B", "C", "D")
DOOR = (
    _("Broadcasts"),
    _("/siaran: what HR has told you, and the quizzes with it."),
)
COMMAND = _("what HR has told you, and quizzes")


def enough(most: int) -> str:
    return _("A quiz has at most {most} questions.").format(most=most)


def credited(title: str) -> str:
    """The title in the ledger of hours."""
    return _("Quiz: {title}").format(title=words.fitting(title, 100))


def writing(questions: Sequence[tuple[str, Sequence[str], int, str]]) -> str:
    """Text, answers, place of the right one, explanation of each."""
    blocks = [words.bold(_("Quiz of the broadcast"))]
    blocks += [
        "\n".join(f"{at}. {words.safe(words.fitting(text, 60))}" for at, (text, *_) in
                  enumerate(questions, 1))
    ] if questions else []  # fmt: skip
    last = questions[-1] if questions else None
    if last is None or (last[1] and last[3]):
        blocks.append(
            _("Type question {number}, at most {most} characters.").format(
                number=len(questions) + 1, most=rules.QUESTION_LIMIT
            )
            if len(questions) < rules.MOST_QUESTIONS
            else enough(rules.MOST_QUESTIONS)
        )
    elif not last[1]:
        blocks.append(
            _(
                "Type two to four answers to “{question}”, one a line, with a star before the "
                "right one:\n\n* Dalam 14 hari\nDalam 30 hari"
            ).format(question=words.safe(words.fitting(last[0], 80)))
        )
    else:
        told = "\n".join(
            f"{'✓' if at == last[2] else '•'} {words.safe(one)}" for at, one in enumerate(last[1])
        )
        blocks.append(f"{words.safe(last[0])}\n{told}")
        blocks.append(_("Why is that right? Type a sentence; everybody reads it after answering."))
    if questions:
        blocks.append(_("Press ✗ to take a question out."))
    return "\n\n".join(blocks)


def rules_of(mark: int, tries: int, days: int, credit: int) -> str:
    lines = [
        _("Passed from: {mark}% right").format(mark=mark),
        tries_of(tries),
        ngettext("Open for: {days} day", "Open for: {days} days", days).format(days=days),
        _("Hours of learning for passing: {count} JP").format(count=credit)
        if credit
        else _("No hours of learning for passing"),
    ]
    last = _(
        "Press a button to change it. The quiz is never part of anybody's score. Hours of "
        "learning need the agreement of a second person."
    )
    return "\n\n".join([words.bold(RULES), "\n".join(lines), last])


def tries_of(tries: int) -> str:
    if not tries:
        return _("As many tries as wanted")
    return _("Tries: {count}").format(count=tries)


def mark_label(mark: int) -> str:
    return _("Pass mark: {mark}%").format(mark=mark)


def tries_label(tries: int) -> str:
    return _("Tries: {count}").format(count=tries or "∞")


def days_label(days: int) -> str:
    return ngettext("Open: {days} day", "Open: {days} days", days).format(days=days)


def credit_label(credit: int) -> str:
    return _("JP: {count}").format(count=credit)


def answered_before() -> str:
    return _("You have answered this question already.")


def question(at: int, of: int, text: str, options: Sequence[str]) -> str:
    told = "\n".join(
        f"{letter}. {words.safe(one)}" for letter, one in zip(LETTERS, options, strict=False)
    )
    head = _("Question {number} of {of}").format(number=at + 1, of=of)
    return "\n\n".join([words.bold(head), words.safe(text), told])


def explained(
    at: int, of: int, text: str, options: Sequence[str], right: int, chosen: int, why: str
) -> str:
    verdict = _("That is right.") if chosen == right else _("That is not right.")
    lines = [f"<b>{verdict}</b>"]
    if chosen != right:
        lines.append(
            _("Your answer: {letter}. Right is {right}.").format(
                letter=LETTERS[chosen], right=LETTERS[right]
            )
        )
    lines.append(words.safe(why))
    return question(at, of, text, options) + "\n\n" + "\n".join(lines)


def waits(title: str) -> str:
    """For /menu, where a button cuts it."""
    return _("Quiz: {title}").format(title=title)


def mine(
    questions: int, tries: int, finished: int, best: int, most: int, until: date | None,
    *, passed: bool, open_: bool, mark: int, credit: int,
) -> str:  # fmt: skip
    """How I stand with the quiz; `credit` are hours of learning (JP) for passing."""
    if passed:
        told = _("Quiz: passed with {best}% right.").format(best=best)
        if not credit:
            return told
        hours = _("{count} JP have been credited to you, see /diklat.").format(count=credit)
        return f"{told} {hours}"
    said = ngettext(
        "Quiz: {count} question, passed from {mark}% right.",
        "Quiz: {count} questions, passed from {mark}% right.",
        questions,
    ).format(count=questions, mark=mark)
    if finished:
        said += " " + _("Not passed yet; your best so far: {best}%.").format(best=best)
    if not open_:
        return said + " " + _("It is closed for you.")
    if most:
        said += " " + _("Tries left: {count}.").format(
            count=max(0, most - tries) + int(tries > finished)
        )
    if until:
        said += " " + _("Open until {day}.").format(day=words.day(until))
    return said + " " + _("Only you see your answers; they are no part of your score.")


def home(items: Sequence[tuple[str, bool, bool]], page: int, pages: int, total: int) -> str:
    head = words.bold(DOOR[0])
    if pages > 1:
        head += " · " + _("page {page} of {pages}").format(page=page + 1, pages=pages)
    if not total:
        return f"{head}\n\n" + _("HR has told you nothing yet.")
    lines = []
    for title, read, asked in items:
        marks = [_("read") if read else _("not read yet")]
        if asked:
            marks.append(_("quiz open"))
        lines.append(f"• {words.safe(words.fitting(title, 60))} ({', '.join(map(str, marks))})")
    return "\n".join([head, "", *lines])


def reminder(title: str, until: date | None) -> str:
    said = _("You have not answered the quiz of “{title}” yet.").format(
        title=words.safe(words.fitting(title, 80))
    )
    if until is None:
        return said
    return said + " " + _("It is open until {day}.").format(day=words.day(until))
