"""Sentences of stories of achievement."""

from __future__ import annotations

from bot.rules.people import strip_titles
from bot.texts import words
from bot.texts.language import _

STORIES = _("Stories of achievement")
MINE = _("My story")
READ = _("Read the story")
JUDGE = _("Review the story")
WRITE = _("Write the story")
SEND_STORY = _("Send for approval")
APPROVE = _("Let all read it now")
GIVE_BACK = _("Ask for a change")
UNTELL = _("Withdraw this story")
STATES = {
    "none": "",
    "draft": _("Only you can see this draft."),
    "waiting": _("Waits for HR or the head to approve it."),
    "returned": _("It was returned to be changed."),
    "told": _("Everybody can read this story."),
}


def list_(many: int) -> str:
    head = words.bold(STORIES)
    if many:
        return head + "\n" + _("How awards came about, told by those who won them:")
    return head + "\n" + _("No story has been told yet.")


def line(number: int, name: str, honour: str) -> str:
    return f"{number}. {words.bold(strip_titles(name))}: {words.safe(honour)}"


def story(name: str, honour: str, text: str) -> str:
    return f"{words.bold(name)}\n{words.safe(honour)}\n\n<i>{words.safe(text)}</i>"


def ask(honour: str, least: int, most: int) -> str:
    return "\n\n".join(
        [
            words.bold(honour),
            _(
                "Tell in your own words: what did you do, for whom, what changed, and by what can "
                "one see it? {least} to {most} characters. HR or the head looks at it first; then "
                "everybody may read it, as long as you wish."
            ).format(least=least, most=most),
        ]
    )


def state(what: str, answer: str) -> str:
    said = str(STATES[what])
    return f"{said} <i>{words.safe(answer)}</i>" if answer else said


def judging() -> str:
    return _("Does it name anything that should not be told, such as data of others?")


def ask_why() -> str:
    return _("What should be said otherwise? Type it; the writer reads it.")


def why_length(least: int, most: int) -> str:
    return _("Please write {least} to {most} characters.").format(least=least, most=most)


def too_short(least: int) -> str:
    return _("Please tell a little more, at least {least} characters.").format(least=least)


def sent_already() -> str:
    return _("This story was sent already.")


def judged_already() -> str:
    return _("This story does not wait for an answer any more.")


def sent_notice() -> str:
    return _("The story was sent for approval.")


def told_notice() -> str:
    return _("Everybody can read the story now.")


def untold_notice() -> str:
    return _("Nobody else can read the story any more.")


def waits() -> str:
    return _("The story of a winner waits for your approval.")


def judged() -> str:
    return _("There is an answer to your story.")
