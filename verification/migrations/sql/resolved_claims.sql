-- A claim is resolved exactly while a resolution stands. The claim's row says so itself (`resolved_at`), for the
-- indexes that hold each stage, and the database keeps it: no code has to think of it, and none can forget.

UPDATE verification_claim c SET resolved_at = r.created_at
FROM verification_resolution r
WHERE r.claim_id = c.id AND r.superseded_at IS NULL;

CREATE FUNCTION attest_mark_resolved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE verification_claim
    SET resolved_at = CASE WHEN NEW.superseded_at IS NULL THEN NEW.created_at END
    WHERE id = NEW.claim_id;
    RETURN NULL;
END
$$;

CREATE TRIGGER resolution_marks_its_claim_as_resolved
    AFTER INSERT ON verification_resolution
    FOR EACH ROW WHEN (NEW.superseded_at IS NULL)
    EXECUTE FUNCTION attest_mark_resolved();

CREATE TRIGGER resolution_once_superseded_marks_its_claim_as_unresolved
    AFTER UPDATE ON verification_resolution
    FOR EACH ROW WHEN (OLD.superseded_at IS NULL AND NEW.superseded_at IS NOT NULL)
    EXECUTE FUNCTION attest_mark_resolved();

CREATE FUNCTION attest_check_resolved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.resolved_at IS NOT NULL) <> EXISTS (
        SELECT 1 FROM verification_resolution r WHERE r.claim_id = NEW.id AND r.superseded_at IS NULL
    ) THEN
        RAISE EXCEPTION 'claim % is resolved exactly while a resolution stands', NEW.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'claim_is_resolved_exactly_while_a_resolution_stands';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER claim_is_added_unresolved
    BEFORE INSERT ON verification_claim
    FOR EACH ROW WHEN (NEW.resolved_at IS NOT NULL)
    EXECUTE FUNCTION attest_check_resolved();

CREATE TRIGGER claim_is_resolved_exactly_while_a_resolution_stands
    BEFORE UPDATE ON verification_claim
    FOR EACH ROW WHEN (NEW.resolved_at IS DISTINCT FROM OLD.resolved_at)
    EXECUTE FUNCTION attest_check_resolved();
