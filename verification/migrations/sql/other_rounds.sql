-- Places of rounds other than the independent one.

-- Whoever has had a place of any round on a claim has had it: its row says so, as lists and the queue ask for it.
DROP TRIGGER place_is_noted_on_its_claim ON verification_annotation;
CREATE TRIGGER place_is_noted_on_its_claim
    AFTER INSERT ON verification_annotation
    FOR EACH ROW EXECUTE FUNCTION attest_note_place();

-- A claim that stands resolved takes no further judgement, but for somebody's second look at it, which settles nothing.
CREATE OR REPLACE FUNCTION attest_refuse_if_resolved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM verification_resolution r JOIN verification_annotation a ON a.claim_id = r.claim_id
        WHERE a.id = NEW.annotation_id AND r.superseded_at IS NULL AND a.round <> 'repeat'
    ) THEN
        RAISE EXCEPTION 'the claim is resolved'
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
    END IF;
    RETURN NEW;
END
$$;
