-- Judgements that agree resolve a claim at the moment when the last of them fills it. Written down one after the other,
-- the claim's row went into every index of its table twice.
CREATE OR REPLACE FUNCTION attest_mark_resolved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE verification_claim SET
        resolved_at = CASE WHEN NEW.superseded_at IS NULL THEN NEW.created_at END,
        filled_at = CASE WHEN NEW.settled = 'consensus' THEN coalesce(filled_at, NEW.created_at) ELSE filled_at END
        WHERE id = NEW.claim_id;
    RETURN NULL;
END
$$;
