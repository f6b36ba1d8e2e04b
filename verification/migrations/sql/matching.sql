-- What is found across articles stays within a project: no code has to think of it, and none can get it wrong.

CREATE TRIGGER claim_key_is_of_the_project_of_its_claim
    BEFORE INSERT OR UPDATE OF project_id, claim_id ON verification_claimkey
    FOR EACH ROW EXECUTE FUNCTION attest_project_of_its_claim();

CREATE FUNCTION attest_project_of_both_claims() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT project_id INTO NEW.project_id FROM verification_claim WHERE id = NEW.claim_id;
    IF NOT EXISTS (SELECT 1 FROM verification_claim WHERE id = NEW.other_id AND project_id = NEW.project_id) THEN
        RAISE EXCEPTION 'A link is between claims of one project.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'claim_link_stays_in_one_project',
                  TABLE = 'verification_claimlink';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER claim_link_stays_in_one_project
    BEFORE INSERT OR UPDATE OF project_id, claim_id, other_id ON verification_claimlink
    FOR EACH ROW EXECUTE FUNCTION attest_project_of_both_claims();

CREATE FUNCTION attest_passage_of_the_claims_project() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM verification_claim c JOIN verification_article a ON a.project_id = c.project_id
        WHERE c.id = NEW.claim_id AND a.id = NEW.article_id
    ) THEN
        RAISE EXCEPTION 'A passage bears on claims of its own project alone.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'bearing_passage_is_of_the_claims_project',
                  TABLE = 'verification_bearing';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER bearing_passage_is_of_the_claims_project
    BEFORE INSERT OR UPDATE OF claim_id, article_id ON verification_bearing
    FOR EACH ROW EXECUTE FUNCTION attest_passage_of_the_claims_project();

-- Articles that were done before there was matching: the sweep hands them out, oldest first, when nothing else waits.
INSERT INTO verification_matching (article_id, state, queued_at, attempts)
    SELECT id, 'waiting', received_at, 0 FROM verification_article WHERE state = 'done';
