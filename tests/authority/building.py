"""Makes the world: one object of every kind, in the states in which something may be done."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta

from sqlmodel import Session, select

from bot.actions import appraisals, reports, schemes
from bot.actions.achievements import attaching, rating, sending
from bot.actions.appraisals.forms import open_form
from bot.actions.awards import certify
from bot.actions.awards.kinds import KIND
from bot.actions.certificates import Ground, issue
from bot.actions.expectations import agreeing, proposing, tying
from bot.actions.expectations import filling as planning_results
from bot.actions.forums import drafts as planning
from bot.actions.forums import summaries
from bot.actions.joining.claims import number_of
from bot.actions.me import Me
from bot.actions.peers.asking import asked_from
from bot.actions.spans import packed
from bot.rules.achievements import Step, Verdict
from bot.rules.appraisals import asked_of
from bot.rules.attendance import code_at
from bot.rules.certificates import CertificateKind
from bot.rules.schemes import Source
from bot.rules.stamps import stamp
from storage import (
    absences,
    achievements,
    adjustments,
    awards,
    certificates,
    claims,
    corrections,
    entry_codes,
    evidence,
    exhibits,
    expectations,
    factors,
    objections,
    organisation,
    outbox,
    peers,
    periods,
    proposals,
    publication,
    questions,
    receipts,
    results,
    returns,
    revocations,
    scheme_changes,
    sittings,
    superior_reports,
    supplements,
    turns,
)
from storage import appraisals as forms
from storage.accounts import active_of
from storage.appraisals import Appraisal, Rating, ratings
from storage.appraisals import sent_about as list_forms
from storage.awards import Award, AwardRound, nominations, rounds
from storage.database import Database
from storage.forums import Forum, draft_of
from storage.organisation import OrganisationResult
from storage.outbox import Kind, Letter, State
from storage.periods import Period
from storage.proposals import Proposal
from storage.results import Result
from storage.scheme_changes import SchemeChange
from tests.achievements import submit, tell
from tests.authority.broadcasting import broadcast
from tests.authority.courses import teach
from tests.authority.desking import keep_desk
from tests.authority.growing import (
    ask_about_data,
    decide_career,
    mentor_together,
    note_service,
    put_in_holidays,
    talk_together,
    tell_stories,
    thank,
)
from tests.authority.handing import hand_over
from tests.authority.listening import listen
from tests.authority.meeting import keep_record, look_back
from tests.authority.people import OTHERS, settle_all
from tests.authority.surveying import ask_the_public
from tests.authority.world import World
from tests.authority.years import write_years
from tests.cast import DECIDERS
from tests.factors import KEY, code, prove
from tests.kit import Office
from tests.quarter import CALIBRATION, RATING, STEPS, moves_to, period_id
from tests.schemes import changed

REASON = "Memangkas waktu layanan dari tiga hari menjadi satu hari."
SECRET = "ab" * 32


def build(office: Office, database: Database) -> World:
    """The third quarter of 2026 in calibration, with something of everything."""
    cast = settle_all(office, database)
    world = World(cast, database)
    moves_to(cast, date(2026, 8, 12))
    moves_to(cast, RATING)
    world.at["period"] = period_id(database)
    world.at["open_period"] = period_id(database, 4)
    world.at["scheme"] = 1
    world.at["counted_unit"] = cast.units["Layanan"]
    with database.transaction() as session:
        _appraise(world, session)
    moves_to(cast, CALIBRATION)
    for make in (
        _assess,
        _calibrate,
        _plan_quarter,
        _achieve,
        _meet,
        _honour,
        _join,
        _be_away,
        _protect,
        _change_scheme,
        _publish,
        write_years,
        _ask,
        _object,
        talk_together,
        teach,
        mentor_together,
        thank,
        note_service,
        tell_stories,
        decide_career,
        put_in_holidays,
        ask_about_data,
        keep_desk,
        broadcast,
        listen,
        ask_the_public,
    ):
        with database.transaction() as session:
            make(world, session)
    world.keep()
    return world


def _appraise(world: World, session: Session) -> None:
    """Everybody of Budi is rated but Yosef, whose form is filled."""
    period, budi = world.at["period"], world.me(session, "budi")
    for key in ("sari", "dedi", "yosef"):
        appraisals.start(session, budi, period, world.cast.ids[key])
        number = world.at["form"] = _form(session, world.cast.ids[key])
        for step in range(1, STEPS + 1):
            appraisals.rate(session, budi, number, step, 5 if key == "sari" else 4)
        if key != "yosef":
            appraisals.send(session, budi, number)
    form = open_form(session, budi, world.at["form"])
    first = form.ratings[form.at(1).key]
    first.proposed = first.level
    session.add(first)


def _assess(world: World, session: Session) -> None:
    """Wayan's form about Sari is filled, with one departure explained."""
    wayan, about = world.me(session, "wayan"), world.cast.ids["sari"]
    number = world.at["team_form"] = appraisals.team.begin_team(
        session, wayan, world.at["period"], about
    )
    for step in range(1, 5):
        appraisals.rate(session, wayan, number, step, 4)
    form = open_form(session, wayan, number)
    second = form.ratings[form.at(2).key]
    second.proposed, second.reason = 1, REASON
    session.add(second)


def _calibrate(world: World, session: Session) -> None:
    """Nina has a result; Sari's is found too high; Dedi's adjustment waits for the head."""
    ids, at, now = world.cast.ids, world.at, world.cast.sari.office.clock.now()
    period, wayan = at["period"], ids["wayan"]
    found = {key: results.of(session, period, ids[key]) for key in ("sari", "dedi")}
    sari, dedi = found["sari"], found["dedi"]
    assert sari is not None
    assert dedi is not None
    copied = sari.model_dump(exclude={"id", "employee_id"})
    results.add(session, Result(**copied, employee_id=ids["nina"]))
    for key in ("sari", "dedi"):
        sitting = sittings.begin(
            session, period, ids[key], second=False, by=wayan, now=now, due_on=CALIBRATION
        )
        assert sitting is not None
        assert sitting.id is not None
        at["sitting"] = sitting.id
        sittings.give(session, sitting.id, wayan, "high", REASON, now)
        sittings.close(session, sitting.id, now, 0, 1, 0)
    form = next(one for one in list_forms(session, period, ids["sari"]))
    at["return"] = returns.draft(session, form.id or 0, period, ids["sari"], wayan, REASON, now)
    chosen = {"levels": "produktivitas=3", "reason": REASON}
    at["adjusting"] = adjustments.begin(
        session, period, ids["sari"], (sari.id or 0, 1), wayan, now
    )
    adjustments.renew(session, at["adjusting"], chosen)
    at["adjustment"] = adjustments.begin(
        session, period, ids["dedi"], (dedi.id or 0, 1), wayan, now
    )
    said = {
        "total_before": dedi.total, "predikat_before": dedi.predikat, "total_after": "96.00",
        "predikat_after": "baik",
    }  # fmt: skip
    assert adjustments.propose(session, at["adjustment"], {**chosen, **said})
    adjustments.draft_refusal(session, at["adjustment"], ids["kepala"], REASON)
    row = OrganisationResult(
        period_id=period, scope_id=0, predikat="baik", basis=REASON, set_by=ids["kepala"],
        set_at=now,
    )  # fmt: skip
    organisation.add(session, row)


def _form(session: Session, employee_id: int) -> int:
    found = select(Appraisal.id).where(Appraisal.employee_id == employee_id)
    return session.exec(found).one() or 0


def _achieve(world: World, session: Session) -> None:
    sari, budi, at = world.me(session, "sari"), world.me(session, "budi"), world.at
    at["approved_turn"] = submit(session, sari, title="Sudah disetujui")
    rating.mark(session, budi, at["approved_turn"], "inovasi", 4)
    rating.decide(session, budi, at["approved_turn"], Verdict.APPROVE)
    at["turn"] = submit(session, sari, title="Sudah dikirim")
    rating.mark(session, budi, at["turn"], "inovasi", 4)
    rating.put_note(session, budi, at["turn"], "Mohon dilengkapi dengan foto.")
    at["away_turn"] = submit(session, world.me(session, "nina"), title="Atasan sedang cuti")
    at["draft"] = tell(session, sari, title="Masih draf")
    attaching.attach_text(session, sari, at["draft"], "https://contoh.go.id/bukti")
    said = {"title": "Bagus", "story": "Bagus sekali, tetapi lampirkan SK", "step": Step.TITLE}
    for name, key in (("remark", "budi"), ("remark_above", "kepala")):
        at[name] = achievements.start(session, world.cast.ids[key], sari.now, **said)
    for name in ("approved", "", "away"):
        turn = turns.get(session, at[f"{name}_turn" if name else "turn"])
        assert turn is not None
        at[name or "submitted"] = turn.achievement_id
    draft = achievements.lock(session, at["draft"])
    assert draft is not None
    at["version"], at["item"] = draft.version, evidence.of(session, at["draft"])[0].id


def _plan_quarter(world: World, session: Session) -> None:
    """Sari's planned results: agreed, agreed and being changed, waiting, and a draft."""
    sari, budi, at = world.me(session, "sari"), world.me(session, "budi"), world.at
    numbers = [_planned(session, sari, at["open_period"]) for _ in range(4)]
    for number in numbers[:2]:
        proposing.propose(session, sari, number)
        agreeing.agree(session, budi, number)
    proposing.propose(session, sari, numbers[2])
    at["plan_waiting"], at["plan_draft"] = numbers[2:]
    agreed = [expectations.wording(session, number) for number in numbers[:2]]
    at["planned"], at["plan_changing"] = (one[0].id or 0 for one in agreed if one)
    proposing.change(session, sari, at["plan_changing"])
    at["counting"] = tell(session, sari, title="Berkas tuntas")
    tying.put_amount(session, sari, at["counting"], at["planned"], 12)


def _planned(session: Session, me: Me, period: int) -> int:
    """A complete draft; its number."""
    number = int(planning_results.begin(session, me, period).args[0])
    planning_results.put_text(session, me, number, "Izin usaha mikro selesai dalam tiga hari.")
    planning_results.put_indicator(session, me, number, "produktivitas")
    planning_results.put_target(session, me, number, "40 berkas")
    planning_results.put_counting(session, me, number, "total_more")
    return number


def _meet(world: World, session: Session) -> None:
    budi, now = world.me(session, "budi"), world.cast.sari.office.clock.now()
    planning.begin(session, budi)
    _plan(session, budi, now + timedelta(minutes=10))
    draft = draft_of(session, budi.employee_id)
    assert draft is not None
    world.at["forum"] = draft.id
    summaries.send(session, budi, draft.id or 0)
    sent = session.get(Forum, draft.id, populate_existing=True)
    assert sent is not None
    sent.new_start, sent.said_start = now + timedelta(days=3), now + timedelta(days=4)
    sent.reason, sent.secret = "Berhalangan", SECRET
    sent.series_id, sent.rhythm, sent.times = sent.id, "weekly", 2
    keep_record(world, session, draft.id or 0)
    world.at["question"] = questions.ask(session, draft.id or 0, REASON, world.cast.ids["sari"])
    session.add(sent)
    session.flush()
    look_back(world, session, sent)
    planning.begin(session, budi)
    world.at["coming"] = _plan(session, budi, now + timedelta(days=2))


def _plan(session: Session, host: Me, start: datetime) -> int:
    draft = draft_of(session, host.employee_id)
    assert draft is not None
    draft.kind, draft.topic, draft.audience = "workshop", "Berbagi praktik", "unit"
    draft.units, draft.place, draft.capacity = str(host.unit_id), "Aula", 0
    draft.starts_at, draft.minutes = start, 60
    draft.ends_at = start + timedelta(minutes=60)
    session.add(draft)
    session.flush()
    return draft.id or 0


def _honour(world: World, session: Session) -> None:
    ids, at, now = world.cast.ids, world.at, world.cast.sari.office.clock.now()
    common = {"kind": KIND, "period_id": at["period"], "written_at": now}

    def propose(scope: int, about: str, state: str) -> int:
        row = Proposal(
            **common, scope_id=scope, employee_id=ids[about], proposer_id=ids["wayan"],
            reason=REASON, state=state, proposed_at=now,
        )  # fmt: skip
        session.add(row)
        session.flush()
        return row.id or 0

    at["scope"] = world.cast.units["Layanan"]
    at["proposed"] = propose(at["scope"], "sari", proposals.WAITING)
    at["proposal"] = propose(0, "sari", proposals.DRAFT)
    given = propose(world.cast.units["Jayapura"], "dedi", proposals.APPROVED)
    proposals.draft_rejection(session, at["proposed"], ids["kepala"], REASON)
    number = awards.next_number(session, 2026)
    award = Award(
        kind="lainnya", year=2026, number=number, period_id=at["period"], scope_id=0,
        employee_id=ids["dedi"], proposal_id=given, given_by=ids["kepala"], given_at=now,
    )  # fmt: skip
    session.add(award)
    session.flush()
    at["award"] = award.id
    certify(session, award, ids["kepala"], now)
    certificate = certificates.of_object(session, certificates.AWARD, award.id or 0)
    assert certificate is not None
    at["certificate"] = certificate.id
    _revoke(world, session)
    _run_rounds(world, session)


def _revoke(world: World, session: Session) -> None:
    """Maya has written why one certificate should go, and handed over that of another one."""
    ids, at, now = world.cast.ids, world.at, world.cast.sari.office.clock.now()
    kind, day = CertificateKind.TRAINING, now.date()
    ground = Ground(kind, 1, ids["dedi"], ids["kepala"], "Pelatihan", day, day.year)
    trained = issue(session, ground, ids["kepala"], now)
    drafted = revocations.draft(session, at["certificate"], ids["maya"], REASON)
    waiting = revocations.draft(session, trained.id or 0, ids["maya"], REASON)
    revocations.propose(session, waiting, now)
    at["revocation_draft"], at["revocation"] = drafted, waiting


def _run_rounds(world: World, session: Session) -> None:
    """Rounds in each state; Wayan has a nomination drafted in one and sent in another."""
    ids, at, now = world.cast.ids, world.at, world.cast.sari.office.clock.now()
    wanted = (
        ("nominating", "open_period", "pegawai_teladan", rounds.NOMINATING),
        ("nominated", "open_period", "kolaborator", rounds.NOMINATING),
        ("voting", "period", "inovator", rounds.VOTING),
        ("comparing", "period", "pelayanan_terbaik", rounds.COMPARING),
    )
    for name, period, kind, state in wanted:
        day = now.date() + timedelta(60)
        one = AwardRound(
            kind=kind, period_id=at[period], state=state, opened_at=now, nominate_until=day,
            vote_until=day,
        )  # fmt: skip
        session.add(one)
        session.flush()
        at[name] = one.id or 0
        if state != rounds.NOMINATING:
            rounds.enter(session, at[name], {ids[who]: "100 100 -" for who in ("sari", "dedi")})
        else:
            nominations.draft(session, at[name], ids["sari"], ids["wayan"], REASON, now)
    sent = nominations.of_nominator(session, at["nominated"], ids["wayan"])
    assert sent is not None
    nominations.move(session, sent.id or 0, nominations.DRAFT, nominations.SENT, now)
    _refuse(world, session)


def _refuse(world: World, session: Session) -> None:
    """A head refused one candidate; Wayan has written why the round should end with nobody."""
    ids, at, now = world.cast.ids, world.at, world.cast.sari.office.clock.now()
    outcome = {"first": [ids["sari"]], "by": "points", "circle": [], "gaps": []}
    one = AwardRound(
        kind="kolaborator", period_id=at["period"], state=rounds.CLOSED, opened_at=now,
        nominate_until=now.date(), vote_until=now.date(), closed_at=now,
        outcome=json.dumps(outcome), end_reason=REASON, end_by=ids["wayan"],
    )  # fmt: skip
    session.add(one)
    session.add(
        Proposal(
            kind="kolaborator", period_id=at["period"], employee_id=ids["dedi"],
            proposer_id=ids["wayan"], reason=REASON, state=proposals.REJECTED, written_at=now,
            proposed_at=now, decided_by=ids["kepala"], decided_at=now, answer=REASON,
        )
    )  # fmt: skip
    session.flush()
    at["refusing"] = one.id or 0


def _join(world: World, session: Session) -> None:
    ids, at, now = world.cast.ids, world.at, world.cast.sari.office.clock.now()
    later = now + timedelta(days=3)
    code = entry_codes.issue(session, ids["bagas"], "kode-bagas", None, now, later)
    entry_codes.spend(session, code, now)
    at["claim"] = claims.claim(session, OTHERS["bagas"][0], ids["bagas"], code, None, now)
    told = claims.get(session, at["claim"])
    assert told is not None
    at["digits"] = int(number_of(session, told))
    at["invitation"] = entry_codes.issue(
        session, ids["dedi"], "kode-dedi", ids["maya"], now, later
    )
    superior_reports.make(session, ids["sari"], ids["budi"], "Seharusnya Bu Wayan.", now)
    mine = superior_reports.open_of(session, ids["sari"])
    assert mine is not None
    at["report"] = mine.id
    taken = entry_codes.issue(session, ids["ipah"], "kode-ipah", None, now, later)
    before = active_of(session, ids["ipah"])
    assert before is not None
    at["change"] = claims.claim(session, 555, ids["ipah"], taken, before.id, now)
    outbox.put(session, "hanging", Kind.DECISION, "awards.won", now, to=ids["sari"])
    letter = session.exec(select(Letter).where(Letter.key == "hanging")).one()
    letter.state = State.FAILED
    session.add(letter)
    at["letter"] = letter.id


def _protect(world: World, session: Session) -> None:
    """Whoever decides has typed a code; the head is about to change to another phone."""
    ids, at, now = world.cast.ids, world.at, world.cast.sari.office.clock.now()
    for key in (*DECIDERS, "tuti"):
        prove(session, ids[key], now)
    used = factors.in_use(session, ids["kepala"])
    assert used is not None
    at["factor"] = used.id
    factors.make(session, ids["kepala"], KEY, now)
    at["totp"] = code(now)


def _be_away(world: World, session: Session) -> None:
    ids, at = world.cast.ids, world.at
    today = world.cast.sari.office.clock.now().astimezone(UTC).date()
    last, start = today + timedelta(days=9), today - timedelta(days=1)
    absences.add_absence(session, ids["hadi"], start, last, "annual", ids["maya"])
    absences.add_absence(session, ids["sari"], start, last, "annual", ids["maya"])
    absences.add_mandate(session, ids["budi"], ids["gita"], "plt", start, last, ids["maya"])
    session.flush()
    at["leave"] = absences.absences_of(session, ids["sari"], today)[0].id
    at["mandate"] = absences.mandates_of(session, ids["budi"], today)[0].id
    at["code"] = code_at(bytes.fromhex(SECRET), world.cast.sari.office.clock.now())
    at["reason"] = REASON
    at["since"], at["until"] = packed(last + timedelta(days=5)), packed(last + timedelta(days=6))
    sending.reassign(session, world.cast.sari.office.clock.now())
    reports.write(session, world.me(session, "sari"), at["open_period"], REASON)


def _change_scheme(world: World, session: Session) -> None:
    """Maya's change waits, with a reason the head is about to give; Rina has a draft."""
    ids, now = world.cast.ids, world.cast.sari.office.clock.now()
    for name, key in (("scheme_change", "maya"), ("scheme_draft", "rina")):
        change = SchemeChange(author_id=ids[key], base_id=1, body=changed(), made_at=now)
        world.at[name] = scheme_changes.add(session, change)
    scheme_changes.give(session, world.at["scheme_change"], now)
    scheme_changes.draft_answer(session, world.at["scheme_change"], ids["kepala"], REASON)


def _publish(world: World, session: Session) -> None:
    """Sari's result of the quarter before, published and not received; the next one waits."""
    ids, at, now = world.cast.ids, world.at, world.cast.sari.office.clock.now()
    rated = periods.get(session, at["period"])
    result = results.of(session, at["period"], ids["sari"])
    assert rated is not None
    assert result is not None
    days = {"opens_on": date(2026, 4, 1), "publish_on": date(2026, 7, 24)}
    until = dict.fromkeys(("submit_until", "rate_until", "calibrate_until"), date(2026, 7, 19))
    before = {**rated.model_dump(exclude={"id"}), **days, **until, "quarter": 2}
    before["state"] = periods.PUBLISHED
    periods.add(session, Period(**before))
    published = periods.of_quarter(session, 2026, 2)
    assert published is not None
    assert published.id is not None
    at["published"] = published.id
    copied = result.model_dump(exclude={"id", "period_id"})
    results.add(session, Result(**copied, period_id=published.id))
    release = publication.sign(session, published.id, ids["kepala"], now, 1, 0, None)
    assert release is not None
    publication.finish(session, release.id or 0, now)
    receipts.issue(session, published.id, ids["sari"], 1, now)
    row = receipts.of(session, published.id, ids["sari"], 1)
    assert row is not None
    at["receipt"] = row.id
    publication.draft_reason(session, at["period"], ids["kepala"], REASON)
    _leave_out(world, session, published)


def _leave_out(world: World, session: Session, published: Period) -> None:
    """Dedi's form of that quarter came when it was published; his result waits."""
    about, budi, period_id = world.cast.ids["dedi"], world.cast.ids["budi"], published.id or 0
    now = world.cast.sari.office.clock.now()
    form = forms.begin(session, period_id, about, Source.SUPERIOR, budi, budi, now)
    assert form.id is not None
    for asked in asked_of(schemes.of_period(session, published), Source.SUPERIOR):
        forms.rate(
            session,
            Rating(appraisal_id=form.id, indicator=asked.key, level=4, at=now, by_id=budi),
        )
    forms.send(session, form.id, budi, now)
    supplements.propose(session, period_id, about, now)
    row = supplements.of(session, period_id, about)
    assert row is not None
    supplements.explain(session, row.id or 0, REASON)


def _ask(world: World, session: Session) -> None:
    """Sari is asked about Dedi in a period that is being rated; she has answered everything."""
    ids, at, now = world.cast.ids, world.at, world.cast.sari.office.clock.now()
    rated = periods.get(session, at["period"])
    assert rated is not None
    other = {**rated.model_dump(exclude={"id"}), "quarter": 1, "state": periods.RATING}
    periods.add(session, Period(**other))
    asking = periods.of_quarter(session, 2026, 1)
    assert asking is not None
    at["asking"] = asking.id
    peers.draws.begin(session, asking.id or 0, "benih", now)
    row = {"period_id": asking.id, "side": peers.Side.PEER.value, "way": "lot"}
    peers.draws.add_many(session, [{**row, "about_id": ids["dedi"], "rater_id": ids["sari"]}])
    peers.draws.note(session, asking.id or 0, drawn_at=now)
    [ticket] = peers.tickets.of_rater(session, asking.id or 0, ids["sari"])
    at["ticket"] = ticket.id
    asked = asked_from(schemes.of_period(session, asking), ticket.side)
    said = peers.Said({one.key: 4 for one in asked}, "Selalu membantu.")
    peers.drafts.write(session, ticket.id or 0, said)
    levels = "akuntabel:3,4,5"
    for side, about in ((peers.Side.PEER, "sari"), (peers.Side.UPWARD, "budi")):
        let = {"period_id": at["published"], "side": side.value, "employee_id": ids[about]}
        told = {"answers": 3, "levels": levels, "withheld": "", "closed_at": now}
        peers.releases.put(session, [{**let, **told}], [{**let, "sentence": REASON}])
    peers.replies.write(session, at["published"], ids["sari"], REASON)
    at["reply_seen"] = stamp(REASON)


def _object(world: World, session: Session) -> None:
    """Objections of that quarter: filed, answered, ripe, without a reviewer, a draft."""
    ids, at, now = world.cast.ids, world.at, world.cast.sari.office.clock.now()
    rated = periods.get(session, at["published"])
    assert rated is not None
    periods.add(
        session, Period(**{**rated.model_dump(exclude={"id"}), "year": 2024, "quarter": 4})
    )
    objected = periods.of_quarter(session, 2024, 4)
    assert objected is not None
    at["objected"] = objected.id
    release = publication.sign(session, objected.id or 0, ids["kepala"], now, 5, 0, None)
    assert release is not None
    publication.finish(session, release.id or 0, now)
    people = {
        "objection": ("sari", "sari"), "objection_answer": ("yosef", "dedi"),
        "objection_ripe": ("dedi", "dedi"), "objection_unnamed": ("nina", ""),
        "objection_draft": ("hadi", ""),
    }  # fmt: skip
    for name, (key, like) in people.items():
        at[name] = _objected(world, session, key, like)
    objections.draft_word(session, at["objection"], ids["budi"], REASON)
    objections.say(session, at["objection_answer"], ids["budi"], REASON, now)
    objections.change(session, at["objection_ripe"], hearing_until=date(2026, 10, 1))
    objections.draft_verdict(session, at["objection_ripe"], ids["kepala"], reason=REASON)
    _exhibit(world, session)
    _correct(world, session)
    hand_over(world, session)


def _exhibit(world: World, session: Session) -> None:
    """A file beside the draft, and one beside what was filed."""
    now = world.cast.sari.office.clock.now()
    for name in ("objection", "objection_draft"):
        row = {"objection_id": world.at[name], "key": name, "kind": "photo", "file_id": "f1"}
        kept = {"name": "", "text": "", "size": 9, "state": "kept", "fetch_at": None}
        exhibits.add(session, {**row, **kept, "added_at": now, "sha256": "ab" * 32})
        world.at["exhibit"] = exhibits.of(session, world.at[name])[0].id


def _correct(world: World, session: Session) -> None:
    """Maya's correction of Ipah's result waits, that of Gita's is a draft."""
    ids, at, now = world.cast.ids, world.at, world.cast.sari.office.clock.now()
    for name, key in (("correction", "ipah"), ("correction_draft", "gita")):
        result = _resulted(world, session, key, "dedi")
        row = corrections.draft(session, result, ids["maya"], now)
        at[name] = row.id
        at["correctable"] = result.id
        corrections.write(session, row.id or 0, levels="produktivitas=5", reason=REASON)
    corrections.propose(session, at["correction"], now)
    corrections.draft_answer(session, at["correction"], ids["kepala"], REASON)


def _resulted(world: World, session: Session, key: str, like: str) -> Result:
    """A result and a superior's form like those of somebody else, in the quarter objected to."""
    ids, at = world.cast.ids, world.at
    whose = {"period_id": at["objected"], "employee_id": ids[key]}
    model = results.of(session, at["period"], ids[like or "dedi"])
    assert model is not None
    copied = model.model_dump(exclude={"id", *whose})
    results.add(session, Result(**copied, **whose))
    if like:
        (form,) = list_forms(session, at["period"], ids[like])
        copy = Appraisal(**form.model_dump(exclude={"id", *whose}), **whose)
        session.add(copy)
        session.flush()
        for one in ratings(session, form.id or 0).values():
            values = one.model_dump(exclude={"appraisal_id"})
            session.add(Rating(**values, appraisal_id=copy.id or 0))
        session.flush()
    result = results.of(session, at["objected"], ids[key])
    assert result is not None
    return result


def _objected(world: World, session: Session, key: str, like: str) -> int:
    """An objection to a result that is like somebody else's."""
    ids, now = world.cast.ids, world.cast.sari.office.clock.now()
    result = _resulted(world, session, key, like)
    row = objections.begin(session, result, now)
    number = row.id or 0
    objections.write(session, number, indicators="produktivitas", reasons=REASON)
    if key == "hadi":
        return number
    until = {"hearing_until": date(2026, 10, 21), "decision_until": date(2026, 10, 28)}
    objections.file(session, number, filed_at=now, **until)
    objections.ask(session, number, ids[key], "employee")
    if like:
        objections.ask(session, number, ids["budi"], "superior")
    return number
