-- Somebody may have a claim by name and by their teams: they are one person to keep it for.
CREATE OR REPLACE FUNCTION attest_reserve(claim bigint) RETURNS void LANGUAGE sql AS $$
    UPDATE verification_claim c SET is_reserved = NOT c.is_reserved
    WHERE c.id = claim AND c.is_reserved IS DISTINCT FROM (c.places <= (
        SELECT count(DISTINCT s.person_id) FROM verification_assignment s
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

-- Once for all that a statement gives or takes: a claim that a team is given has a row for each of its members.
DROP TRIGGER assignment_reserves_its_claim ON verification_assignment;

CREATE FUNCTION attest_reserve_of_rows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM attest_reserve(claim_id) FROM (SELECT DISTINCT claim_id FROM moved WHERE keeps ORDER BY claim_id) c;
    RETURN NULL;
END
$$;

CREATE TRIGGER given_assignments_reserve_their_claims
    AFTER INSERT ON verification_assignment REFERENCING NEW TABLE AS moved
    FOR EACH STATEMENT EXECUTE FUNCTION attest_reserve_of_rows();

CREATE TRIGGER assignments_taken_back_give_their_claims_to_others
    AFTER DELETE ON verification_assignment REFERENCING OLD TABLE AS moved
    FOR EACH STATEMENT EXECUTE FUNCTION attest_reserve_of_rows();

CREATE TRIGGER changed_assignment_reserves_its_claim
    AFTER UPDATE OF keeps ON verification_assignment
    FOR EACH ROW WHEN (OLD.keeps IS DISTINCT FROM NEW.keeps) EXECUTE FUNCTION attest_reserve_of_row();
