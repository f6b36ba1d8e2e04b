"""A database of 100,000 claims, made with COPY: what the benchmark of the lists looks at.

One project of 5,000 articles whose claims stand at every stage, judged by twenty people, and beside it a second
project, which no page of the first may read. Ids and words come from a fixed seed: two runs make the same.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db import connection, models, transaction

from verification import models as tables
from verification.vocabulary import (
    ArticleState,
    BundleState,
    DateBasis,
    DatePrecision,
    EvidenceKind,
    Reason,
    ReleaseState,
    Rendering,
    Role,
    Settled,
    SkipReason,
    Speech,
    Stance,
    Strategy,
    Topic,
    Verdict,
)

SLUG, NOISE = "coast", "noise"
PLACES = 3
SHARES = {"resolved": 60, "awaiting": 5, "dropped": 2, "withdrawn": 3, "in_progress": 1, "open": 29}
FAILED, UNREAD = 400, 60
NOW = datetime(2026, 11, 1, 12, tzinfo=ZoneInfo("UTC"))
# From often to hardly ever: "harbour" stands in two statements of three, "lighthouse" in one of five hundred.
COMMON = [
    *("the", "port", "authority", "said", "that", "harbour", "ships", "reached", "quay", "on", "Monday", "and"),
    *("dockers", "denied", "it"),
]
WORDS = [f"{first}{second}{third}" for first in "bdfklmnr" for second in ("a", "e", "io", "ou") for third in "lmnrstv"]
RARE = "lighthouse"
VERDICTS = (
    (Verdict.SUPPORTED, Reason.FULLY, Stance.SUPPORTS),
    (Verdict.DISPUTED, Reason.CONTRADICTED, Stance.CONTRADICTS),
    (Verdict.UNVERIFIED, Reason.INSUFFICIENT_EVIDENCE, Stance.CONTEXT),
)


@dataclass(kw_only=True)
class Rows:
    """What one COPY after the other writes, by table; ids are given out here."""

    of: dict[type[models.Model], list[models.Model]] = field(default_factory=dict)

    def add(self, row: models.Model) -> Any:
        rows = self.of.setdefault(type(row), [])
        if row.pk is None:
            row.pk = len(rows) + 1
        rows.append(row)
        return row

    def write(self) -> None:
        for model, rows in self.of.items():
            copy(model, rows)


def copy(model: type[models.Model], rows: Iterable[models.Model]) -> None:
    """Writes rows with COPY, every column as the model would save it, and moves the sequence of the ids on."""
    fields = model._meta.concrete_fields
    names = ", ".join(f'"{column.column}"' for column in fields)
    with connection.cursor() as cursor:
        with cursor.cursor.copy(f'COPY "{model._meta.db_table}" ({names}) FROM STDIN') as pipe:
            for row in rows:
                last = row.pk
                pipe.write_row(
                    [column.get_db_prep_save(column.pre_save(row, add=True), connection) for column in fields]
                )
        cursor.execute("SELECT pg_get_serial_sequence(%s, 'id')", [model._meta.db_table])
        cursor.execute("SELECT setval(%s, %s)", [cursor.fetchone()[0], last])


def fill(*, claims: int = 100_000, articles: int = 5_000) -> None:
    """Fills an empty database; about a minute."""
    if tables.Project.objects.exists():
        raise SystemExit("This database holds projects: give the benchmark one of its own in DATABASE_URL.")
    dice = random.Random(7)
    rows = Rows()
    people = [rows.add(person(number)) for number in range(25)]
    for slug, size, members in ((SLUG, 1.0, people[:20]), (NOISE, 0.2, people[20:])):
        project = rows.add(tables.Project(slug=slug, name=f"The {slug}", language="en", places=PLACES, created_at=NOW))
        _Campaign(rows, dice, project, members).fill(claims=int(claims * size), articles=int(articles * size))
    # Triggers look at each row and at what stands already: what is written here is right by the way it is made.
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL session_replication_role = replica")
        rows.write()
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def person(number: int) -> tables.User:
    """Annotators first; those from 16 on have the other roles, and the last of each project administers."""
    is_admin = number in (19, 24)
    return tables.User(username=f"annotator{number + 1}", is_superuser=is_admin, is_staff=is_admin, password="!")


class _Campaign:
    def __init__(self, rows: Rows, dice: random.Random, project: tables.Project, members: list[tables.User]) -> None:
        self.rows, self.dice, self.project = rows, dice, project
        self.annotators = members[: max(len(members) - 4, 3)]
        self.adjudicator, self.curator = members[-2], members[-1]
        roles = [Role.ANNOTATOR] * len(self.annotators) + [Role.ADJUDICATOR, Role.RESEARCHER] * 2
        for user, role in zip(members, roles, strict=False):
            self._member(user, role)
        self._member(self.adjudicator, Role.ADJUDICATOR)
        for role in (Role.CURATOR, Role.RESEARCHER):
            self._member(self.curator, role)
        self.guideline = rows.add(
            tables.Guideline(project=project, version=1, text="Look for evidence.", created_at=NOW)
        )
        self.party = rows.add(tables.Party(project=project, name=f"Port authority of {project}"))

    def _member(self, user: tables.User, role: Role) -> None:
        held = [(one.user_id, one.project_id, one.role) for one in self.rows.of.get(tables.Membership, [])]  # type: ignore[attr-defined]
        if (user.pk, self.project.pk, role) not in held:
            self.rows.add(tables.Membership(user=user, project=self.project, role=role, created_at=NOW))

    def fill(self, *, claims: int, articles: int) -> None:
        per_article = claims // articles
        stages = list(self._stages(claims))
        for number in range(articles):
            article, run = self._article(number)
            for at in range(per_article):
                self._claim(article, run, at, stages[number * per_article + at])
        for number in range(int(FAILED * articles / 5000)):
            self._failed(number)
        for number in range(int(UNREAD * articles / 5000)):
            self._unread(number)
        for number in range(100):
            self._upload(number)
        for number in range(20):
            self._release(number)
        for number in range(30):
            self.rows.add(
                tables.Token(
                    user=self.curator, name=f"token {number}", digest=_hash(self.project, number), created_at=NOW
                )
            )

    def _stages(self, claims: int) -> Iterator[str]:
        names = [name for name, share in SHARES.items() for _ in range(claims * share // 100)]
        self.dice.shuffle(names)
        yield from names
        yield from ["open"] * (claims - len(names))

    def _sentence(self) -> str:
        words = [self.dice.choice(WORDS) for _ in range(6)]
        words += [word for word in COMMON if self.dice.random() < 0.66]
        if self.dice.random() < 0.002:
            words.append(RARE)
        return " ".join(words).capitalize() + "."

    def _article(self, number: int) -> tuple[tables.Article, tables.ExtractionRun]:
        sentences = 400 if number % 20 == 0 else 40
        text = " ".join(self._sentence() for _ in range(sentences))
        article = self.rows.add(
            tables.Article(
                project=self.project,
                title=f"Report {number}: {self._sentence()}",
                text=text,
                sha256=_hash(text),
                normaliser_version="1",
                language="en",
                state=ArticleState.DONE,
                queued_at=NOW,
                attempts=1,
            )
        )
        self.rows.add(
            tables.Publication(
                article=article,
                url=f"https://harbour-news.example/{article.pk}",
                outlet="Harbour News",
                published_on=date(2026, 10, 1),
                published_precision=DatePrecision.DAY,
                published_basis=DateBasis.METADATA,
            )
        )
        run = tables.ExtractionRun(
            article=article, engine="rules", version="1", parameters_hash="0" * 64, started_at=NOW, finished_at=NOW
        )
        self._happened("article.received", article, self.curator)
        return article, self.rows.add(run)

    def _claim(self, article: tables.Article, run: tables.ExtractionRun, at: int, stage: str) -> None:
        text = article.text or ""
        start = at * 40
        ends = {
            "resolved": {"filled_at": NOW, "resolved_at": NOW},
            "awaiting": {"filled_at": NOW},
            "dropped": {"dropped_at": NOW},
            "withdrawn": {"withdrawn_at": NOW, "withdrawn_by": self.curator, "withdrawn_why": "Twice."},
        }
        statement = self._sentence()
        claim = self.rows.add(
            tables.Claim(
                project=self.project,
                article=article,
                start=start,
                end=start + 40,
                quote=text[start : start + 40],
                prefix="",
                suffix="",
                statement=statement,
                topics=self.dice.sample([topic.value for topic in Topic], 1 + (at % 2)),
                check_worthiness=round(self.dice.random(), 2),
                worthiness_reasons=["names a place and a day"],
                origin_run=run,
                places=PLACES,
                public_id=_hash(article.pk, start, statement)[:32],
                **ends.get(stage, {}),
            )
        )
        self.rows.add(
            tables.Attribution(
                claim=claim,
                position=0,
                name="the port authority",
                surface="the port authority",
                cue="said",
                speech=Speech.INDIRECT,
                rendering=Rendering.PARAPHRASED,
            )
        )
        self._judged(claim, stage)

    def _judged(self, claim: tables.Claim, stage: str) -> None:
        # The first annotators are the keen ones.
        people = sorted(self.annotators, key=lambda user: self.dice.random() * (1 + user.pk / 10))[:PLACES]
        if stage in ("resolved", "awaiting", "withdrawn"):
            alike = self.dice.randrange(3)
            given = [alike, alike, alike if stage == "resolved" else (alike + 1) % 3]
            judgements = [self._judge(claim, user, slot, VERDICTS[given[slot]]) for slot, user in enumerate(people)]
            if stage == "resolved":
                self._resolve(claim, judgements, *VERDICTS[alike][:2])
        elif stage == "dropped":
            for slot, user in enumerate(people[:2]):
                self._place(claim, user, slot, skipped_at=NOW, skip_reason=SkipReason.NOT_A_CLAIM)
        elif stage == "in_progress":
            if self.dice.random() < 0.5:
                self._judge(claim, people[0], 0, VERDICTS[0])
            else:
                self._draft(self._place(claim, people[0], 0))
        elif self.dice.random() < 0.05:
            self._draft(self._place(claim, people[0], 0, lapsed_at=NOW))

    def _place(self, claim: tables.Claim, user: tables.User, slot: int, **ended: Any) -> tables.Annotation:
        started = NOW - timedelta(days=self.dice.random() * 300)
        place: tables.Annotation = self.rows.add(
            tables.Annotation(
                project=self.project,
                claim=claim,
                person=user,
                slot=slot + 1,
                started_at=started,
                active_at=started + timedelta(minutes=5),
                aided=True,
                shown_engine="rules 1",
                strategy=Strategy.CHECK_WORTHINESS,
                **ended,
            )
        )
        self._happened("annotation.started", place, user)
        return place

    def _draft(self, place: tables.Annotation, **submitted: Any) -> tables.Judgement:
        drafted: tables.Judgement = self.rows.add(
            tables.Judgement(
                project=self.project,
                annotation=place,
                started_at=place.started_at,
                saved_at=place.active_at,
                **submitted,
            )
        )
        return drafted

    def _judge(self, claim: tables.Claim, user: tables.User, slot: int, said: Any) -> tables.Judgement:
        verdict, reason, stance = said
        place = self._place(claim, user, slot, submitted_at=NOW)
        judgement = self._draft(
            place,
            submitted_at=NOW,
            verdict=verdict,
            reason=reason,
            rationale="As the harbour log shows.",
            guideline=self.guideline,
            active_seconds=90,
        )
        self.rows.add(
            tables.Evidence(
                project=self.project,
                judgement=judgement,
                position=0,
                stance=stance,
                kind=EvidenceKind.LINK,
                url=f"https://archive.example/{judgement.pk}",
                quote="The first ship docked at noon.",
                party=self.party,
            )
        )
        if judgement.pk % 4 == 0:
            self.rows.add(
                tables.Search(
                    project=self.project,
                    judgement=judgement,
                    position=0,
                    where="the register",
                    query="arrivals",
                    outcome="one",
                )
            )
        self._happened("judgement.submitted", judgement, user)
        return judgement

    def _resolve(self, claim: tables.Claim, judgements: list[tables.Judgement], verdict: Any, reason: Any) -> None:
        resolution = self.rows.add(
            tables.Resolution(
                project=self.project,
                claim=claim,
                settled=Settled.CONSENSUS,
                verdict=verdict,
                reason=reason,
                created_at=NOW,
                valid_as_of=NOW.date(),
                evidence_cutoff=NOW.date(),
            )
        )
        rests_on = tables.Resolution.judgements.through
        for judgement in judgements:
            self.rows.add(rests_on(resolution_id=resolution.pk, judgement_id=judgement.pk))
        self._happened("claim.resolved", claim, None)

    def _failed(self, number: int) -> None:
        article = tables.Article(
            project=self.project,
            title=f"Scan {number}",
            state=ArticleState.FAILED,
            failure="The file holds no text: it is a scan. Run text recognition over it and send it again.",
            attempts=1,
        )
        self.rows.add(article)

    def _unread(self, number: int) -> None:
        self.rows.add(tables.Article(project=self.project, title=f"Sent {number}", queued_at=NOW))

    def _upload(self, number: int) -> None:
        upload = self.rows.add(tables.Upload(project=self.project, by=self.curator, created_at=NOW))
        self.rows.add(
            tables.Bundle(
                upload=upload, name=f"{number}.csv", content=b"title,text\n", sha256=_hash(number),
                state=BundleState.DONE, parts=0,
            )
        )  # fmt: skip

    def _release(self, number: int) -> None:
        files = {"files": [], "counts": {"claims": number}}
        self.rows.add(
            tables.Release(
                project=self.project, requested_at=NOW, requested_by=self.curator, state=ReleaseState.DONE,
                finished_at=NOW, manifest=files,
            )
        )  # fmt: skip

    def _happened(self, kind: str, subject: models.Model, by: tables.User | None) -> None:
        self.rows.add(
            tables.AuditEvent(
                at=NOW,
                kind=kind,
                actor=by.pk if by else None,
                project=self.project.pk,
                subject=subject._meta.model_name or "",
                subject_id=subject.pk,
            )
        )


def _hash(*parts: object) -> str:
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()
