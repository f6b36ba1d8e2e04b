-- What became of claims in corrected versions of their articles.

CREATE TRIGGER succession_is_of_the_project_of_its_claim
    BEFORE INSERT OR UPDATE OF project_id, claim_id ON verification_succession
    FOR EACH ROW EXECUTE FUNCTION attest_project_of_its_claim();

-- A claim is reserved while those whom it is kept for are as many as it wants judgements, and while it has the verdict
-- of an earlier one in the same words, or waits for it.
CREATE OR REPLACE FUNCTION attest_reserve(claim bigint) RETURNS void LANGUAGE sql AS $$
    UPDATE verification_claim c SET is_reserved = NOT c.is_reserved
    WHERE c.id = claim AND c.is_reserved IS DISTINCT FROM (c.places <= (
        SELECT count(*) FROM verification_assignment s
        WHERE s.claim_id = c.id AND s.keeps AND NOT EXISTS (
            SELECT FROM verification_annotation a
            WHERE a.claim_id = c.id AND a.person_id = s.person_id AND a.round = 'independent'
                AND a.skipped_at IS NOT NULL
        )
    ) OR EXISTS (
        SELECT FROM verification_succession w
        WHERE w.successor_id = c.id AND w.outcome = 'same' AND w.parted_at IS NULL
    ))
$$;

CREATE FUNCTION attest_reserve_successor() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM attest_reserve(NEW.successor_id);
    RETURN NULL;
END
$$;

CREATE TRIGGER succession_reserves_its_successor
    AFTER INSERT OR UPDATE OF parted_at ON verification_succession
    FOR EACH ROW WHEN (NEW.outcome = 'same')
    EXECUTE FUNCTION attest_reserve_successor();

DROP TRIGGER resolution_is_superseded_never_edited ON verification_resolution;

CREATE TRIGGER resolution_is_superseded_never_edited
    BEFORE UPDATE ON verification_resolution
    FOR EACH ROW
    WHEN (OLD.superseded_at IS NOT NULL
        OR (NEW.claim_id, NEW.settled, NEW.verdict, NEW.reason, NEW.rationale, NEW.disagreement, NEW.adjudicator_id,
            NEW.carried_from_id, NEW.created_at, NEW.valid_as_of, NEW.evidence_cutoff)
        IS DISTINCT FROM (OLD.claim_id, OLD.settled, OLD.verdict, OLD.reason, OLD.rationale, OLD.disagreement,
            OLD.adjudicator_id, OLD.carried_from_id, OLD.created_at, OLD.valid_as_of, OLD.evidence_cutoff))
    EXECUTE FUNCTION attest_refuse();
