-- A claim of a list is of the claim's project.
CREATE TRIGGER reread_claim_is_of_the_project_of_its_claim
    BEFORE INSERT OR UPDATE OF project_id, claim_id ON verification_rereadclaim
    FOR EACH ROW EXECUTE FUNCTION attest_project_of_its_claim();
