"""How long a worker computes the agreement of 100,000 judgements, and where the time goes.

Run by hand, against a database of its own that is kept between runs (made, migrated and filled by the first one;
PostgreSQL must let the user switch triggers off, so use a scratch server):

    createdb agreement && export DATABASE_URL=postgresql:///agreement SECRET_KEY=$(openssl rand -hex 32)
    python3 -m tests.benchmarks.agreement

Sixteen people judge 34,000 claims three times each; two of ten judgements say something else than the first would.
The goal is 10 s for everything: reading, all coefficients with 1,000 resamples each, every part and pair. Seconds are
the processor's, so that a machine with other work says the same; the database's own come on top, in the clock's.
"""

from __future__ import annotations

import os
import resource
import time

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "annotate.settings")
django.setup()

from django.core.management import call_command  # noqa: E402 (needs what was set up above)
from django.db import connection, transaction  # noqa: E402

from tests.benchmarks.library import SLUG, fill  # noqa: E402
from verification.actions.agreement import request_agreement  # noqa: E402
from verification.agreement import figures  # noqa: E402
from verification.jobs import agreement  # noqa: E402
from verification.models import AgreementReport, Project, User  # noqa: E402
from verification.reports.agreement import counted  # noqa: E402
from verification.reports.progress import progress  # noqa: E402
from verification.vocabulary import ReportScope  # noqa: E402

CLAIMS, ARTICLES = 50_000, 2_500
GOAL = 10.0

# Two of ten say otherwise; three sources to a claim, of which each judgement cites one.
DIFFER = """
UPDATE verification_judgement AS judgement SET verdict = said.verdict,
    reason = CASE said.verdict WHEN 'supported' THEN 'fully' WHEN 'disputed' THEN 'contradicted'
        ELSE 'insufficient_evidence' END
FROM (
    SELECT id, (ARRAY['supported', 'disputed', 'unverified'])[1 + id % 3] AS verdict
    FROM verification_judgement WHERE submitted_at IS NOT NULL AND id * 7919 % 10 < 2
) AS said WHERE said.id = judgement.id;
UPDATE verification_evidence AS evidence
SET url = 'https://archive.example/' || (place.claim_id * 10 + evidence.id % 3)
FROM verification_judgement AS judgement JOIN verification_annotation AS place ON place.id = judgement.annotation_id
WHERE judgement.id = evidence.judgement_id;
UPDATE verification_annotation SET aided = id % 10 < 7;
"""


def main() -> None:
    call_command("migrate", verbosity=0)
    if not Project.objects.exists():
        fill(claims=CLAIMS, articles=ARTICLES)
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL session_replication_role = replica")
            cursor.execute(DIFFER)
    project = Project.objects.get(slug=SLUG)
    began = time.process_time()
    read = counted(project, scope=ReportScope.ALL, until=None)
    was_read = time.process_time()
    found = figures.report(read.whole, parts=read.parts, repeated=read.repeated)
    computed = time.process_time()
    progress(project, scope=ReportScope.ALL)
    print(f"{found['judgements']:,} judgements of {found['claims']:,} claims by {found['people']} people, ", end="")
    print(f"{len(found['pairs'])} pairs, {len(found['by']['article'])} articles")
    print(f"reading {was_read - began:.1f} s, figures {computed - was_read:.1f} s, ", end="")
    print(f"progress {time.process_time() - computed:.1f} s")
    AgreementReport.objects.filter(project=project).delete()
    report = request_agreement(project, by=User.objects.get(username="annotator20"))
    for what in ("computed", "nothing new"):
        began, on_the_clock = time.process_time(), time.perf_counter()
        agreement.run(report.pk)
        took = time.process_time() - began
        print(f"the whole job, {what}: {took:.1f} s (goal {GOAL:.0f} s), by the clock ", end="")
        print(f"{time.perf_counter() - on_the_clock:.1f} s")
        AgreementReport.objects.filter(pk=report.pk).update(state="requested")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
