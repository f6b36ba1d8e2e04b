-- The hard rules on judgements and their evidence, in the one place where they live.
--
-- judgement_refusals(id) names every rule that a judgement does not meet yet, for drafts and frozen ones alike.
-- The pages and the API turn the names into sentences (verification/policies.py); a deferred constraint trigger
-- refuses to commit a submitted judgement for which the list is not empty.

-- An address as far as it matters for telling whether two links are the same page.
CREATE FUNCTION attest_plain_address(address text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT rtrim(
        regexp_replace(
            regexp_replace(lower(split_part(btrim(address), '#', 1)), '^[a-z]+://(www\.|m\.)?', ''),
            '([?&])(utm_[a-z]+|fbclid|gclid)=[^&]*', '\1', 'g'
        ),
        '/?&'
    )
$$;

-- Hashed, because an index row is limited and an address is not.
CREATE INDEX publication_plain_address ON verification_publication (md5(attest_plain_address(url)));

-- The article itself, what it corrects and what corrects it.
CREATE FUNCTION attest_article_family(article bigint) RETURNS SETOF bigint LANGUAGE sql STABLE AS $$
    WITH RECURSIVE family(id) AS (
        SELECT article
        UNION
        SELECT CASE WHEN a.id = f.id THEN a.corrects_id ELSE a.id END
        FROM family f JOIN verification_article a ON a.corrects_id = f.id OR a.id = f.id
        WHERE a.corrects_id IS NOT NULL
    )
    SELECT id FROM family
$$;

-- Whether a piece of evidence comes from outside the article that the claim was found in.
CREATE FUNCTION attest_is_outside(evidence_id bigint) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT CASE
        WHEN c.article_id IS NULL THEN true
        WHEN e.kind = 'passage' THEN e.article_id NOT IN (SELECT attest_article_family(c.article_id))
        WHEN e.kind = 'link' THEN NOT EXISTS (
            SELECT 1 FROM verification_publication p
            WHERE p.article_id IN (SELECT attest_article_family(c.article_id))
              AND attest_plain_address(p.url) = attest_plain_address(e.url)
        )
        ELSE true
    END
    FROM verification_evidence e
    JOIN verification_judgement j ON j.id = e.judgement_id
    JOIN verification_annotation a ON a.id = j.annotation_id
    JOIN verification_claim c ON c.id = a.claim_id
    WHERE e.id = evidence_id
$$;

CREATE FUNCTION attest_judgement_refusals(judgement bigint) RETURNS text[] LANGUAGE plpgsql STABLE AS $$
DECLARE
    j record;
    found record;
    refusals text[] := '{}';
BEGIN
    SELECT jd.verdict, jd.reason, jd.rationale, c.target,
           (SELECT count(*) FROM verification_attribution t WHERE t.claim_id = c.id) AS speakers
    INTO j
    FROM verification_judgement jd
    JOIN verification_annotation a ON a.id = jd.annotation_id
    JOIN verification_claim c ON c.id = a.claim_id
    WHERE jd.id = judgement;

    IF j.verdict IS NULL THEN
        refusals := refusals || 'verdict_is_given'::text;
    ELSIF j.reason IS NULL THEN
        refusals := refusals || 'reason_is_given'::text;
    END IF;

    -- Of an attribution claim with one speaker the claim's own article is proof enough that it was said; of a
    -- longer chain it shows only what the outermost speaker said.
    SELECT
        count(*) AS items,
        bool_or(stance = 'contradicts') AS contradicts,
        bool_or(stance = 'supports') AS supports,
        bool_or(stance = 'context') AS context,
        bool_or(stance = 'unverifiable') AS unverifiable,
        bool_or(stance = 'contradicts' AND outweighed IS NULL) AS unweighed_contradiction,
        bool_or(
            stance = 'supports' AND outweighed IS NULL
            AND (attest_is_outside(id) OR (j.target = 'attribution' AND j.speakers <= 1))
            AND (source_type <> 'claimant_side' OR against_interest)
        ) AS independent_support,
        bool_or(
            stance = 'contradicts' AND outweighed IS NULL AND attest_is_outside(id)
            AND (source_type NOT IN ('party', 'claimant_side') OR against_interest)
        ) AS independent_contradiction,
        bool_or(stance IS NULL) AS no_stance,
        bool_or(kind = 'link' AND url !~* '^https?://[^/[:space:]]') AS unusable_link
    INTO found
    FROM verification_evidence WHERE judgement_id = judgement;

    IF found.no_stance THEN
        refusals := refusals || 'evidence_has_a_stance'::text;
    END IF;
    IF found.unusable_link THEN
        refusals := refusals || 'links_have_an_address'::text;
    END IF;

    IF j.verdict = 'supported' THEN
        IF found.independent_support IS NOT TRUE THEN
            refusals := refusals || 'supported_rests_on_independent_support'::text;
        END IF;
        IF found.unweighed_contradiction THEN
            refusals := refusals || 'supported_says_why_contradictions_are_outweighed'::text;
        END IF;
    ELSIF j.reason = 'contradicted' AND found.independent_contradiction IS NOT TRUE THEN
        refusals := refusals || 'contradicted_rests_on_an_independent_contradiction'::text;
    ELSIF j.reason = 'conflicting_sources' AND found.contradicts IS NOT TRUE THEN
        refusals := refusals || 'conflicting_sources_names_a_contradiction'::text;
    ELSIF j.reason = 'misleading_context' AND (found.contradicts OR found.context) IS NOT TRUE THEN
        refusals := refusals || 'misleading_context_names_a_contradiction_or_context'::text;
    ELSIF j.reason = 'attribution_denied' THEN
        IF found.contradicts IS NOT TRUE THEN
            refusals := refusals || 'attribution_denied_names_the_denial'::text;
        END IF;
        IF j.target <> 'attribution' THEN
            refusals := refusals || 'attribution_denied_is_of_an_attribution_claim'::text;
        END IF;
    ELSIF j.reason = 'no_evidence_found' THEN
        IF NOT EXISTS (
            SELECT 1 FROM verification_search s WHERE s.judgement_id = judgement
              AND btrim(s."where") <> '' AND btrim(s.query) <> '' AND btrim(s.outcome) <> ''
        ) THEN
            refusals := refusals || 'no_evidence_found_names_a_search'::text;
        END IF;
        IF found.supports OR found.contradicts THEN
            refusals := refusals || 'no_evidence_found_has_no_support_or_contradiction'::text;
        END IF;
    ELSIF j.reason = 'insufficient_evidence' AND found.items = 0 THEN
        refusals := refusals || 'insufficient_evidence_shows_an_item'::text;
    ELSIF j.reason = 'source_says_unverifiable' AND found.unverifiable IS NOT TRUE THEN
        refusals := refusals || 'source_says_unverifiable_shows_that_source'::text;
    ELSIF j.reason = 'ambiguous_claim' AND btrim(j.rationale) = '' THEN
        refusals := refusals || 'ambiguous_claim_says_what_is_ambiguous'::text;
    END IF;

    RETURN refusals;
END
$$;

CREATE FUNCTION attest_check_submitted_judgement() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    refusals text[];
BEGIN
    IF NEW.submitted_at IS NULL THEN
        RETURN NULL;
    END IF;
    refusals := attest_judgement_refusals(NEW.id);
    IF cardinality(refusals) > 0 THEN
        RAISE EXCEPTION 'judgement % may not be submitted: %', NEW.id, array_to_string(refusals, ', ')
            USING ERRCODE = 'check_violation', CONSTRAINT = refusals[1];
    END IF;
    IF NOT EXISTS (
        SELECT 1 FROM verification_annotation a WHERE a.id = NEW.annotation_id AND a.submitted_at IS NOT NULL
    ) THEN
        RAISE EXCEPTION 'judgement % is submitted but its annotation is not', NEW.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'judgement_is_submitted_with_its_annotation';
    END IF;
    RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER judgement_meets_the_evidence_rules
    AFTER INSERT OR UPDATE ON verification_judgement
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION attest_check_submitted_judgement();
