-- By two index probes for each member: one join under both conditions read every article there is, at every save.
CREATE OR REPLACE FUNCTION attest_article_family(article bigint) RETURNS SETOF bigint LANGUAGE sql STABLE AS $$
    WITH RECURSIVE family(id) AS (
        SELECT article
        UNION
        SELECT kin.id
        FROM family f
        CROSS JOIN LATERAL (
            SELECT a.corrects_id AS id FROM verification_article a WHERE a.id = f.id AND a.corrects_id IS NOT NULL
            UNION ALL
            SELECT a.id FROM verification_article a WHERE a.corrects_id = f.id
        ) kin
    )
    SELECT id FROM family
$$;

-- By the index of addresses: without it every publication's address was taken apart, at every save.
CREATE OR REPLACE FUNCTION attest_is_outside(evidence_id bigint) RETURNS boolean LANGUAGE sql STABLE AS $$
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
$$;
