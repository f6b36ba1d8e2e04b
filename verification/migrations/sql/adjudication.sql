-- Claims that wait for an adjudicator already get their place in the order (see `verification/urgency.py`), but for the
-- sources of their evidence, which the next change weighs: 4 for opposite verdicts, 3 for different ones, 2 for
-- different reasons.
UPDATE verification_claim c
SET urgency = round((said.apart + 0.999 * 0.7 * c.check_worthiness)::numeric, 6)
FROM (
    SELECT latest.claim_id,
        CASE
            WHEN bool_or(latest.verdict = 'supported') AND bool_or(latest.verdict = 'disputed') THEN 4
            WHEN count(DISTINCT latest.verdict) > 1 THEN 3
            WHEN count(DISTINCT latest.reason) > 1 THEN 2
            ELSE 0
        END AS apart
    FROM (
        SELECT DISTINCT ON (j.annotation_id) a.claim_id, j.verdict, j.reason
        FROM verification_claim w
        JOIN verification_annotation a ON a.claim_id = w.id AND a.round = 'independent'
        JOIN verification_judgement j ON j.annotation_id = a.id AND j.submitted_at IS NOT NULL
        WHERE w.filled_at IS NOT NULL AND w.resolved_at IS NULL AND w.withdrawn_at IS NULL AND w.dropped_at IS NULL
        ORDER BY j.annotation_id, j.revision DESC
    ) latest
    GROUP BY latest.claim_id
) said
WHERE said.claim_id = c.id;

DROP TRIGGER resolution_is_superseded_never_edited ON verification_resolution;

CREATE TRIGGER resolution_is_superseded_never_edited
    BEFORE UPDATE ON verification_resolution
    FOR EACH ROW
    WHEN (OLD.superseded_at IS NOT NULL
        OR (NEW.claim_id, NEW.settled, NEW.verdict, NEW.reason, NEW.rationale, NEW.disagreement, NEW.adjudicator_id,
            NEW.created_at, NEW.valid_as_of, NEW.evidence_cutoff)
        IS DISTINCT FROM (OLD.claim_id, OLD.settled, OLD.verdict, OLD.reason, OLD.rationale, OLD.disagreement,
            OLD.adjudicator_id, OLD.created_at, OLD.valid_as_of, OLD.evidence_cutoff))
    EXECUTE FUNCTION attest_refuse();
