-- An alias names its party's project itself, so that one key means one party in a project. The database fills it in.
CREATE FUNCTION attest_project_of_its_party() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT project_id INTO NEW.project_id FROM verification_party WHERE id = NEW.party_id;
    RETURN NEW;
END
$$;

CREATE TRIGGER alias_has_the_project_of_its_party
    BEFORE INSERT OR UPDATE ON verification_alias
    FOR EACH ROW EXECUTE FUNCTION attest_project_of_its_party();
