-- When a place was first submitted, and when its person was last active there, follow from the judgement that is
-- frozen: the database writes them down with it.
CREATE FUNCTION attest_note_submission() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE verification_annotation
        SET submitted_at = coalesce(submitted_at, NEW.submitted_at), active_at = NEW.submitted_at
        WHERE id = NEW.annotation_id;
    RETURN NULL;
END
$$;

CREATE TRIGGER submission_is_noted_on_its_place
    AFTER UPDATE OF submitted_at ON verification_judgement
    FOR EACH ROW WHEN (OLD.submitted_at IS NULL AND NEW.submitted_at IS NOT NULL)
    EXECUTE FUNCTION attest_note_submission();
