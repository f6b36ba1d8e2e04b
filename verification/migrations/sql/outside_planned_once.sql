-- The same question in PL/pgSQL, which keeps its plan: planned anew at each judgement, it took longer than all the rest
-- of the rules.
CREATE OR REPLACE FUNCTION attest_is_outside(evidence_id bigint) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (
        SELECT CASE
            WHEN c.article_id IS NULL THEN true
            WHEN e.kind = 'passage' THEN e.article_id NOT IN (SELECT attest_article_family(c.article_id))
            WHEN e.kind = 'link' THEN NOT EXISTS (
                SELECT 1 FROM verification_publication p
                WHERE md5(attest_plain_address(p.url)) = md5(attest_plain_address(e.url))
                  AND attest_plain_address(p.url) = attest_plain_address(e.url)
                  AND p.article_id IN (SELECT attest_article_family(c.article_id))
            )
            ELSE true
        END
        FROM verification_evidence e
        JOIN verification_judgement j ON j.id = e.judgement_id
        JOIN verification_annotation a ON a.id = j.annotation_id
        JOIN verification_claim c ON c.id = a.claim_id
        WHERE e.id = evidence_id
    );
END
$$;
