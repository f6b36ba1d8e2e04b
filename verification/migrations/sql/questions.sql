-- A question is asked once and answered once; neither changes afterwards.
CREATE TRIGGER question_is_of_the_project_of_its_claim
    BEFORE INSERT OR UPDATE OF project_id, annotation_id ON verification_question
    FOR EACH ROW EXECUTE FUNCTION attest_project_of_its_annotation();

CREATE TRIGGER question_is_answered_never_edited
    BEFORE UPDATE ON verification_question
    FOR EACH ROW
    WHEN (OLD.answered_at IS NOT NULL
        OR (NEW.annotation_id, NEW.judgement_id, NEW.asked_by_id, NEW.asked_at, NEW.text)
        IS DISTINCT FROM (OLD.annotation_id, OLD.judgement_id, OLD.asked_by_id, OLD.asked_at, OLD.text))
    EXECUTE FUNCTION attest_refuse();

CREATE TRIGGER question_is_never_removed
    BEFORE DELETE ON verification_question
    FOR EACH ROW EXECUTE FUNCTION attest_refuse();
