"""What `teladan verify` found: whether the trail is whole, and which rows say other than it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.texts import words
from bot.texts.language import _


def whole(entries: int, code: str) -> str:
    return _("The audit trail is whole: {count} entries. Code of the newest one: {code}").format(
        count=words.number(entries), code=code
    )


def whole_to_anchors(entries: int, anchors: int, code: str) -> str:
    return _(
        "The audit trail is whole and fits {anchors} anchors: {count} entries. "
        "Code of the newest one: {code}"
    ).format(count=words.number(entries), anchors=words.number(anchors), code=code)


def empty() -> str:
    return _("The audit trail is whole: it has no entries yet.")


def broken(fault: str, number: int, since: date | None) -> str:
    """Where the trail breaks, by a code of `bot.rules.audit.Fault`, and on which day first."""
    said = _BROKEN[fault].format(number=words.number(number))
    if since is None:
        return said
    return said + " " + _("The first broken day: {day}.").format(day=words.day(since))


_BROKEN = {
    "missing": _("The audit trail is broken: entry {number} is missing or not in its place."),
    "changed": _(
        "The audit trail is broken: entry {number} is not as it was written "
        "(or SECRET_KEY is another one)."
    ),
    "facts_changed": _("The audit trail is broken: the facts of entry {number} were changed."),
    "facts_gone": _(
        "The audit trail is broken: the facts of entry {number} are gone without a recorded "
        "erasure."
    ),
    "stray_facts": _(
        "The audit trail is broken: there are facts of entry {number}, but no such entry."
    ),
    "not_as_anchored": _(
        "The audit trail is broken: entry {number} does not fit its anchor; it or one before it "
        "was written anew."
    ),
    "cut_off": _(
        "The audit trail is broken: it was cut off, from entry {number} on nothing is there."
    ),
}


def agrees() -> str:
    return _("Every rating, decision, role and account in the database agrees with the trail.")


def replayed(checked: int, wrong: Sequence[int]) -> str:
    """How many published results were computed again, and which came out otherwise."""
    if not wrong:
        told = _("Every published result computes to what was told: {count}.")
        return told.format(count=words.number(checked))
    return _(
        "Published results that do not compute to what was told: {wrong} of {count}. "
        "Their numbers: {numbers}."
    ).format(
        wrong=words.number(len(wrong)),
        count=words.number(checked),
        numbers=", ".join(map(str, wrong[:50])),
    )


def disagreements(number: int) -> str:
    return _("What does not agree with the audit trail: {count}. Ask the inspectorate.").format(
        count=words.number(number)
    )


def people_unlisted() -> str:
    return _(
        "Units, superiors and roles cannot be checked yet: the next teladan import writes them "
        "into the trail."
    )


def finding(kind: str, fault: str, about: str, key: str, entry: int | None) -> str:
    """One row, by codes of `storage.agreement`; `key` is an indicator, or whose mandate it is."""
    what = _ROWS[kind].format(number=about, part=key)
    return _FOUND[fault].format(what=what, entry=words.number(entry or 0))


_ROWS = {
    "rating": _("the level of {part} in appraisal form {number}"),
    "appraisal": _("the sending of appraisal form {number}"),
    "result": _("the result of a quarter, number {number}"),
    "decision": _("the decision on achievement {number} (turn {part})"),
    "achievement": _("the state of achievement {number}"),
    "proposal": _("award proposal {number}"),
    "verdict": _("the decision on award proposal {number}"),
    "award": _("award {number}"),
    "year_signature": _("signature under yearly report {number}"),
    "year_forward": _("superior's signature under yearly report {number}"),
    "year": _("judgement of yearly report {number}"),
    "scheme": _("version {number} of the rating scheme"),
    "scheme_change": _("the decision on scheme change {number}"),
    "period": _("the state of quarter {number}"),
    "publication": _("publication {number}"),
    "supplement": _("late result {number}"),
    "receipt": _("receipt {number} of a result"),
    "handover": _("hand-over {number} of a result"),
    "correction": _("the correction of result {number} (edition {part})"),
    "answer": _("ticket {number} of a colleague"),
    "release": _("what colleagues said about employee {number} ({part})"),
    "objection": _("objection {number}"),
    "exhibit": _("the files of objection {number}"),
    "explanation": _("the word of employee {part} on objection {number}"),
    "reviewer": _("the reviewer named for objection {number}"),
    "objection_end": _("the end of objection {number}"),
    "proposed_correction": _("the proposal of correction {number}"),
    "confirmation": _("the confirmation of correction {number}"),
    "wording": _("the agreement on planned result wording {number}"),
    "report": _("quarterly report {number}"),
    "contribution": _("what achievement {number} adds to a planned result"),
    "talk": _("talk {number}"),
    "action_item": _("step {number} of a forum record"),
    "poll": _("poll {number} of a forum"),
    "service_note": _("note of service {number}"),
    "holidays": _("days off put in {number}"),
    "move": _("change {number} of the hierarchy"),
    "consent": _("what followed award {number}"),
    "mentoring": _("mentoring pair {number}"),
    "application": _("training application {number}"),
    "attendance": _("attendance noted on training application {number}"),
    "training_result": _("the result of training application {number}"),
    "asked_training": _("the correction {number} of a training result"),
    "confirmed_training": _("the decision on correction {number} of a training result"),
    "hours": _("the hours counted of learning {number}"),
    "allocation": _("division of training seats {number}"),
    "survey_release": _("published satisfaction index {number}"),
    "survey_point": _("improvement {number} of a service"),
    "survey": _("the survey that entered quarter {number} (unit {part})"),
    "broadcast": _("broadcast {number}"),
    "standing": _("the unit, superior or roles of employee {number}"),
    "mandate": _("the mandate for employee {number}, held by employee {part}"),
    "account": _("Telegram account {number}"),
    "certificate": _("certificate {number}"),
    "revocation": _("proposal {number} to take a certificate back"),
    "revoked": _("the decision on taking a certificate back, number {number}"),
    "story": _("the release of the story of certificate {number}"),
    "signing_key": _("signing key {number}"),
    "nomination": _("nomination {number}"),
    "vote": _("vote {number} in a round of awards"),
    "round": _("award round {number}"),
    "drill": _("drill answer {number}"),
    "organisation": _("predikat of an organisation, number {number}"),
    "departure": _("the reason for keeping a distribution, number {number}"),
    "sitting": _("what sitting {number} of the evaluation team came to"),
    "view": _("view {number} of a team member"),
    "return": _("return {number} of an appraisal form"),
    "adjustment": _("the proposal of adjustment {number}"),
    "adjusted": _("the decision on adjustment {number}"),
    "step": _("step {number} from a talk"),
    "presence": _("presence at a forum, number {number}"),
    "forum_record": _("forum record {number}"),
    "thanks": _("thanks {number}"),
    "survey_day": _("the survey answers of {number}"),
    "survey_case": _("the decision on survey case {number}"),
    "career_fact": _("career fact {number}"),
    "career_decision": _("career decision {number}"),
    "profiling": _("the objection of employee {number} to the nine boxes"),
    "personal_request": _("personal data request {number}"),
    "personal_consent": _("consent {number}"),
    "breach": _("personal data breach {number}"),
    "erasure": _("erasure of personal data {number}"),
    "group": _("the connection of group {number} with its unit"),
}
_FOUND = {
    "unrecorded": _("Not recorded: {what} is not in the audit trail."),
    "differs": _("Changed: {what} is not as entry {entry} says."),
    "gone": _("Gone: {what} is not there (any more), though entry {entry} records it."),
}


def bad_code(typed: str) -> str:
    return _(
        "{code} is not the code of an anchor, or it was mistyped. Type it as it stands on the "
        "page."
    ).format(code=typed)


def two_codes(number: int) -> str:
    return _("Two different codes of entry {number} were given; one of them is mistyped.").format(
        number=words.number(number)
    )


def walked(done: int, of: int) -> str:
    return _("Entries checked: {done} of {of}").format(
        done=words.number(done), of=words.number(of)
    )
