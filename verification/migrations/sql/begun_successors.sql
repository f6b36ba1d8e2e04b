-- As before, and a claim that was begun before it was found to be the same as an earlier one is not reserved: it gets
-- no verdict from elsewhere, so that its places are to be filled like those of any other.
CREATE OR REPLACE FUNCTION attest_reserve(claim bigint) RETURNS void LANGUAGE sql AS $$
    UPDATE verification_claim c SET is_reserved = NOT c.is_reserved
    WHERE c.id = claim AND c.is_reserved IS DISTINCT FROM (c.places <= (
        SELECT count(DISTINCT s.person_id) FROM verification_assignment s
        WHERE s.claim_id = c.id AND s.keeps AND NOT EXISTS (
            SELECT FROM verification_annotation a
            WHERE a.claim_id = c.id AND a.person_id = s.person_id AND a.round = 'independent'
                AND a.skipped_at IS NOT NULL
        )
    ) OR (c.begun_at IS NULL AND EXISTS (
        SELECT FROM verification_succession w
        WHERE w.successor_id = c.id AND w.outcome = 'same' AND w.parted_at IS NULL
    )))
$$;

SELECT attest_reserve(c.id) FROM verification_claim c
WHERE c.is_reserved AND c.begun_at IS NOT NULL
    AND EXISTS (SELECT FROM verification_succession w WHERE w.successor_id = c.id);
