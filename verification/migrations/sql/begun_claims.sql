-- Who has had a place on a claim, and since when there has been one, follow from its places: the claim's row says so
-- itself (`begun_at`, `taken_by`), for the indexes of the queue, and the database keeps it.

UPDATE verification_claim c SET begun_at = a.begun_at, taken_by = a.taken_by
FROM (
    SELECT claim_id, min(started_at) AS begun_at, array_agg(DISTINCT person_id ORDER BY person_id) AS taken_by
    FROM verification_annotation WHERE round = 'independent' GROUP BY claim_id
) a
WHERE a.claim_id = c.id;

CREATE FUNCTION attest_note_place() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE verification_claim SET
        begun_at = coalesce(begun_at, NEW.started_at),
        taken_by = ARRAY(SELECT DISTINCT person FROM unnest(taken_by || NEW.person_id::bigint) AS person ORDER BY person)
        WHERE id = NEW.claim_id;
    RETURN NULL;
END
$$;

CREATE TRIGGER place_is_noted_on_its_claim
    AFTER INSERT ON verification_annotation
    FOR EACH ROW WHEN (NEW.round = 'independent')
    EXECUTE FUNCTION attest_note_place();
