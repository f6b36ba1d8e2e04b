-- What waits for whoever a claim was assigned to follows from the claim and its places, and so does whether the claim
-- is kept for them: both are noted on the rows themselves, for the indexes of the queue, and the database keeps them.

CREATE FUNCTION attest_wants(c verification_claim, person bigint) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT c.filled_at IS NULL AND c.dropped_at IS NULL AND c.resolved_at IS NULL AND c.withdrawn_at IS NULL
        AND c.set_aside_at IS NULL AND NOT c.taken_by @> ARRAY[person]
$$;

CREATE FUNCTION attest_assign() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT c.project_id, attest_wants(c, NEW.person_id) INTO NEW.project_id, NEW.is_waiting
        FROM verification_claim c WHERE c.id = NEW.claim_id;
    RETURN NEW;
END
$$;

CREATE TRIGGER assignment_waits_while_its_claim_does
    BEFORE INSERT ON verification_assignment FOR EACH ROW EXECUTE FUNCTION attest_assign();

-- A claim is reserved while those whom it is kept for are as many as it wants judgements. Whoever gave it back is none
-- of them: else nobody would ever judge it.
CREATE FUNCTION attest_reserve(claim bigint) RETURNS void LANGUAGE sql AS $$
    UPDATE verification_claim c SET is_reserved = NOT c.is_reserved
    WHERE c.id = claim AND c.is_reserved IS DISTINCT FROM (c.places <= (
        SELECT count(*) FROM verification_assignment s
        WHERE s.claim_id = c.id AND s.keeps AND NOT EXISTS (
            SELECT FROM verification_annotation a
            WHERE a.claim_id = c.id AND a.person_id = s.person_id AND a.round = 'independent'
                AND a.skipped_at IS NOT NULL
        )
    ))
$$;

CREATE FUNCTION attest_assignments_of_claim() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE verification_assignment s SET is_waiting = NOT is_waiting
        WHERE s.claim_id = NEW.id AND s.is_waiting IS DISTINCT FROM attest_wants(NEW, s.person_id);
    IF NEW.places IS DISTINCT FROM OLD.places THEN
        PERFORM attest_reserve(NEW.id);
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER assignments_follow_their_claim
    AFTER UPDATE ON verification_claim
    FOR EACH ROW WHEN (
        (OLD.filled_at, OLD.dropped_at, OLD.resolved_at, OLD.withdrawn_at, OLD.set_aside_at, OLD.taken_by, OLD.places)
        IS DISTINCT FROM
        (NEW.filled_at, NEW.dropped_at, NEW.resolved_at, NEW.withdrawn_at, NEW.set_aside_at, NEW.taken_by, NEW.places)
    )
    EXECUTE FUNCTION attest_assignments_of_claim();

CREATE FUNCTION attest_reserve_of_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM attest_reserve(coalesce(NEW.claim_id, OLD.claim_id));
    RETURN NULL;
END
$$;

CREATE TRIGGER assignment_reserves_its_claim
    AFTER INSERT OR DELETE OR UPDATE OF keeps ON verification_assignment
    FOR EACH ROW EXECUTE FUNCTION attest_reserve_of_row();

CREATE TRIGGER skipped_place_gives_its_claim_to_others
    AFTER UPDATE OF skipped_at ON verification_annotation
    FOR EACH ROW WHEN (OLD.skipped_at IS DISTINCT FROM NEW.skipped_at)
    EXECUTE FUNCTION attest_reserve_of_row();
