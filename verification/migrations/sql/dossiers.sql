-- A dossier holds claims of its own project, and goes with dossiers of its own project alone.

CREATE FUNCTION attest_dossier_of_the_claims_project() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM verification_claim c JOIN verification_dossier d ON d.project_id = c.project_id
        WHERE c.id = NEW.claim_id AND d.id = NEW.dossier_id
    ) THEN
        RAISE EXCEPTION 'A dossier holds claims of its own project alone.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'dossier_claim_is_of_the_dossiers_project',
                  TABLE = 'verification_dossierclaim';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER dossier_claim_is_of_the_dossiers_project
    BEFORE INSERT OR UPDATE OF dossier_id, claim_id ON verification_dossierclaim
    FOR EACH ROW EXECUTE FUNCTION attest_dossier_of_the_claims_project();

CREATE FUNCTION attest_dossiers_of_one_project() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (SELECT project_id FROM verification_dossier WHERE id = NEW.source_id)
        <> (SELECT project_id FROM verification_dossier WHERE id = NEW.target_id) THEN
        RAISE EXCEPTION 'Claims move between dossiers of one project alone.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'dossier_move_stays_in_one_project',
                  TABLE = 'verification_dossiermove';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER dossier_move_stays_in_one_project
    BEFORE INSERT OR UPDATE OF source_id, target_id ON verification_dossiermove
    FOR EACH ROW EXECUTE FUNCTION attest_dossiers_of_one_project();
