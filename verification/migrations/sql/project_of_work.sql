-- Each row of the work on a claim names the claim's project itself, so that the newest rows of one project are found
-- without walking past those of its neighbours. The database fills it in and keeps it: whatever is given is replaced,
-- no code has to think of it, and none can get it wrong.

-- A claim stays where it is: what was done on it would be in another project than the claim.
CREATE TRIGGER claim_stays_in_its_project
    BEFORE UPDATE ON verification_claim
    FOR EACH ROW WHEN (NEW.project_id IS DISTINCT FROM OLD.project_id)
    EXECUTE FUNCTION attest_refuse();

-- What was submitted is frozen; this adds to it what it said all along.
ALTER TABLE verification_annotation DISABLE TRIGGER USER;
ALTER TABLE verification_resolution DISABLE TRIGGER USER;
ALTER TABLE verification_judgement DISABLE TRIGGER USER;
ALTER TABLE verification_evidence DISABLE TRIGGER USER;
ALTER TABLE verification_search DISABLE TRIGGER USER;

UPDATE verification_annotation a SET project_id = c.project_id FROM verification_claim c WHERE c.id = a.claim_id;
UPDATE verification_resolution r SET project_id = c.project_id FROM verification_claim c WHERE c.id = r.claim_id;
UPDATE verification_judgement j SET project_id = a.project_id
    FROM verification_annotation a WHERE a.id = j.annotation_id;
UPDATE verification_evidence e SET project_id = j.project_id
    FROM verification_judgement j WHERE j.id = e.judgement_id;
UPDATE verification_search s SET project_id = j.project_id
    FROM verification_judgement j WHERE j.id = s.judgement_id;

ALTER TABLE verification_annotation ENABLE TRIGGER USER;
ALTER TABLE verification_resolution ENABLE TRIGGER USER;
ALTER TABLE verification_judgement ENABLE TRIGGER USER;
ALTER TABLE verification_evidence ENABLE TRIGGER USER;
ALTER TABLE verification_search ENABLE TRIGGER USER;

CREATE FUNCTION attest_project_of_its_claim() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT project_id INTO NEW.project_id FROM verification_claim WHERE id = NEW.claim_id;
    RETURN NEW;
END
$$;

CREATE FUNCTION attest_project_of_its_annotation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT project_id INTO NEW.project_id FROM verification_annotation WHERE id = NEW.annotation_id;
    RETURN NEW;
END
$$;

CREATE FUNCTION attest_project_of_its_judgement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT project_id INTO NEW.project_id FROM verification_judgement WHERE id = NEW.judgement_id;
    RETURN NEW;
END
$$;

CREATE TRIGGER annotation_is_of_the_project_of_its_claim
    BEFORE INSERT OR UPDATE OF project_id, claim_id ON verification_annotation
    FOR EACH ROW EXECUTE FUNCTION attest_project_of_its_claim();

CREATE TRIGGER resolution_is_of_the_project_of_its_claim
    BEFORE INSERT OR UPDATE OF project_id, claim_id ON verification_resolution
    FOR EACH ROW EXECUTE FUNCTION attest_project_of_its_claim();

CREATE TRIGGER judgement_is_of_the_project_of_its_claim
    BEFORE INSERT OR UPDATE OF project_id, annotation_id ON verification_judgement
    FOR EACH ROW EXECUTE FUNCTION attest_project_of_its_annotation();

CREATE TRIGGER evidence_is_of_the_project_of_its_claim
    BEFORE INSERT OR UPDATE OF project_id, judgement_id ON verification_evidence
    FOR EACH ROW EXECUTE FUNCTION attest_project_of_its_judgement();

CREATE TRIGGER search_is_of_the_project_of_its_claim
    BEFORE INSERT OR UPDATE OF project_id, judgement_id ON verification_search
    FOR EACH ROW EXECUTE FUNCTION attest_project_of_its_judgement();
