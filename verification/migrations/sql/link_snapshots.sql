-- A snapshot is of the project of the claim, and says for good what was found: what came of it never changes.
CREATE TRIGGER link_snapshot_is_of_the_project_of_its_claim
    BEFORE INSERT OR UPDATE OF project_id, annotation_id ON verification_linksnapshot
    FOR EACH ROW EXECUTE FUNCTION attest_project_of_its_annotation();

CREATE TRIGGER link_snapshot_is_never_edited_once_finished
    BEFORE UPDATE ON verification_linksnapshot
    FOR EACH ROW WHEN (OLD.state <> 'waiting')
    EXECUTE FUNCTION attest_refuse();
