CREATE TRIGGER comment_is_of_the_project_of_its_claim
    BEFORE INSERT OR UPDATE OF project_id, claim_id ON verification_comment
    FOR EACH ROW EXECUTE FUNCTION attest_project_of_its_claim();

CREATE TRIGGER notice_is_of_the_project_of_its_claim
    BEFORE INSERT OR UPDATE OF project_id, claim_id ON verification_notice
    FOR EACH ROW EXECUTE FUNCTION attest_project_of_its_claim();

-- Words are said once, or taken back for good.
CREATE TRIGGER comment_is_withdrawn_never_edited
    BEFORE UPDATE ON verification_comment
    FOR EACH ROW
    WHEN ((NEW.claim_id, NEW.by_id, NEW.at, NEW.reply_to_id)
        IS DISTINCT FROM (OLD.claim_id, OLD.by_id, OLD.at, OLD.reply_to_id)
        OR (NEW.text <> OLD.text AND NEW.withdrawn_at IS NULL)
        OR (OLD.withdrawn_at IS NOT NULL AND NEW.withdrawn_at IS DISTINCT FROM OLD.withdrawn_at))
    EXECUTE FUNCTION attest_refuse();
