-- Rows that never change once they stand, and places that never exceed what a claim wants.

CREATE FUNCTION attest_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'refused on %: %', TG_TABLE_NAME, replace(TG_NAME, '_', ' ')
        USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
END
$$;

CREATE TRIGGER audit_event_is_append_only
    BEFORE UPDATE OR DELETE ON verification_auditevent
    FOR EACH ROW EXECUTE FUNCTION attest_refuse();

CREATE TRIGGER guideline_version_never_changes
    BEFORE UPDATE OR DELETE ON verification_guideline
    FOR EACH ROW EXECUTE FUNCTION attest_refuse();

CREATE TRIGGER original_file_never_changes
    BEFORE UPDATE ON verification_original
    FOR EACH ROW EXECUTE FUNCTION attest_refuse();

CREATE TRIGGER article_text_never_changes
    BEFORE UPDATE ON verification_article
    FOR EACH ROW
    WHEN (OLD.text IS NOT NULL AND (NEW.text, NEW.sha256, NEW.normaliser_version)
        IS DISTINCT FROM (OLD.text, OLD.sha256, OLD.normaliser_version))
    EXECUTE FUNCTION attest_refuse();

CREATE TRIGGER resolution_is_superseded_never_edited
    BEFORE UPDATE ON verification_resolution
    FOR EACH ROW
    WHEN (OLD.superseded_at IS NOT NULL
        OR (NEW.claim_id, NEW.settled, NEW.verdict, NEW.reason, NEW.rationale, NEW.adjudicator_id, NEW.created_at,
            NEW.valid_as_of, NEW.evidence_cutoff)
        IS DISTINCT FROM (OLD.claim_id, OLD.settled, OLD.verdict, OLD.reason, OLD.rationale, OLD.adjudicator_id,
            OLD.created_at, OLD.valid_as_of, OLD.evidence_cutoff))
    EXECUTE FUNCTION attest_refuse();

CREATE TRIGGER resolution_is_never_removed
    BEFORE DELETE ON verification_resolution
    FOR EACH ROW EXECUTE FUNCTION attest_refuse();

-- A judged claim keeps its words: it may be filled, dropped and withdrawn, nothing else.
CREATE FUNCTION attest_refuse_if_judged() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM verification_annotation a WHERE a.claim_id = OLD.id AND a.submitted_at IS NOT NULL) THEN
        RAISE EXCEPTION 'claim % has been judged: withdraw it and add another', OLD.id
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER claim_is_not_edited_once_judged
    BEFORE UPDATE ON verification_claim
    FOR EACH ROW
    WHEN ((NEW.project_id, NEW.article_id, NEW.start, NEW."end", NEW.quote, NEW.statement, NEW.target)
        IS DISTINCT FROM (OLD.project_id, OLD.article_id, OLD.start, OLD."end", OLD.quote, OLD.statement, OLD.target))
    EXECUTE FUNCTION attest_refuse_if_judged();

CREATE TRIGGER judgement_is_frozen_at_submit
    BEFORE UPDATE OR DELETE ON verification_judgement
    FOR EACH ROW WHEN (OLD.submitted_at IS NOT NULL)
    EXECUTE FUNCTION attest_refuse();

-- Evidence and searches freeze with their judgement. The share lock makes a submit that runs at the same time
-- wait, or this write see that it came too late.
CREATE FUNCTION attest_refuse_if_submitted() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    frozen timestamptz;
BEGIN
    SELECT submitted_at INTO frozen FROM verification_judgement
    WHERE id = CASE WHEN TG_OP = 'DELETE' THEN OLD.judgement_id ELSE NEW.judgement_id END
    FOR SHARE;
    IF frozen IS NOT NULL THEN
        RAISE EXCEPTION 'refused on %: its judgement is submitted', TG_TABLE_NAME
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END
$$;

CREATE TRIGGER evidence_is_frozen_with_its_judgement
    BEFORE INSERT OR UPDATE OR DELETE ON verification_evidence
    FOR EACH ROW EXECUTE FUNCTION attest_refuse_if_submitted();

CREATE TRIGGER search_is_frozen_with_its_judgement
    BEFORE INSERT OR UPDATE OR DELETE ON verification_search
    FOR EACH ROW EXECUTE FUNCTION attest_refuse_if_submitted();

-- A cited passage is of the claim's own project, and its quote is what stands there.
CREATE FUNCTION attest_check_passage() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    passage record;
BEGIN
    IF NEW.kind <> 'passage' THEN
        RETURN NEW;
    END IF;
    SELECT r.project_id = c.project_id AS same_project,
           substr(r.text, NEW.start + 1, NEW."end" - NEW.start) = NEW.quote AS same_words
    INTO passage
    FROM verification_article r, verification_judgement j
    JOIN verification_annotation a ON a.id = j.annotation_id
    JOIN verification_claim c ON c.id = a.claim_id
    WHERE r.id = NEW.article_id AND j.id = NEW.judgement_id;
    IF passage.same_project IS NOT TRUE THEN
        RAISE EXCEPTION 'the cited article is not of the claim''s project'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'evidence_passage_is_of_the_same_project';
    END IF;
    IF passage.same_words IS NOT TRUE THEN
        RAISE EXCEPTION 'the quote is not what stands at that place of the article'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'evidence_quote_is_what_the_passage_says';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER evidence_passage_is_quoted_right
    BEFORE INSERT OR UPDATE ON verification_evidence
    FOR EACH ROW EXECUTE FUNCTION attest_check_passage();

-- The unique slot refuses a second holder; this refuses a slot above what the claim wants. Together: never more
-- than N, whatever the application does.
CREATE FUNCTION attest_check_slot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.round = 'independent' AND NEW.lapsed_at IS NULL AND NEW.skipped_at IS NULL
        AND NEW.slot > (SELECT places FROM verification_claim WHERE id = NEW.claim_id)
    THEN
        RAISE EXCEPTION 'claim % has no place %', NEW.claim_id, NEW.slot
            USING ERRCODE = 'check_violation', CONSTRAINT = 'annotation_slot_is_within_the_places_of_its_claim';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER annotation_slot_is_within_the_places
    BEFORE INSERT OR UPDATE ON verification_annotation
    FOR EACH ROW EXECUTE FUNCTION attest_check_slot();

-- A claim that stands resolved takes no further judgement; it is reopened first.
CREATE FUNCTION attest_refuse_if_resolved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM verification_resolution r JOIN verification_annotation a ON a.claim_id = r.claim_id
        WHERE a.id = NEW.annotation_id AND r.superseded_at IS NULL
    ) THEN
        RAISE EXCEPTION 'the claim is resolved'
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER judgement_is_submitted_before_its_claim_is_resolved
    BEFORE UPDATE ON verification_judgement
    FOR EACH ROW WHEN (OLD.submitted_at IS NULL AND NEW.submitted_at IS NOT NULL)
    EXECUTE FUNCTION attest_refuse_if_resolved();
