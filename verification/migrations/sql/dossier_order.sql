-- In which dossier a claim is follows from its memberships, and how soon the dossier comes from its claims: the claim's
-- row says both itself (`in_dossier`, `dossier_worth`), for an index of the queue, and the database keeps them. A score
-- never changes once its claim is made, so that memberships alone move anything.

CREATE FUNCTION attest_order_dossiers(changed bigint[], of_dossiers bigint[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    touched bigint[];
BEGIN
    touched := ARRAY(
        SELECT unnest(changed)
        UNION
        SELECT m.claim_id FROM verification_dossierclaim m
        WHERE m.dossier_id = ANY(of_dossiers) AND m.removed_at IS NULL
    );
    -- In one order, whoever else locks claims.
    PERFORM FROM verification_claim c WHERE c.id = ANY(touched) ORDER BY c.id FOR NO KEY UPDATE;
    UPDATE verification_claim c SET in_dossier = now_is.dossier, dossier_worth = now_is.worth
    FROM (
        SELECT t.id, coalesce(m.dossier_id, 0) AS dossier, coalesce(worths.worth, -1) AS worth
        FROM unnest(touched) AS t(id)
        LEFT JOIN verification_dossierclaim m ON m.claim_id = t.id AND m.removed_at IS NULL
        LEFT JOIN (
            SELECT held.dossier_id, max(best.check_worthiness) AS worth
            FROM verification_dossierclaim held JOIN verification_claim best ON best.id = held.claim_id
            WHERE held.removed_at IS NULL AND held.dossier_id IN (
                SELECT mine.dossier_id FROM verification_dossierclaim mine
                WHERE mine.claim_id = ANY(touched) AND mine.removed_at IS NULL
            )
            GROUP BY held.dossier_id
        ) worths ON worths.dossier_id = m.dossier_id
    ) now_is
    WHERE c.id = now_is.id AND (c.in_dossier, c.dossier_worth) IS DISTINCT FROM (now_is.dossier, now_is.worth);
END
$$;

CREATE FUNCTION attest_order_dossiers_of_rows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM attest_order_dossiers(
        ARRAY(SELECT DISTINCT claim_id FROM changed), ARRAY(SELECT DISTINCT dossier_id FROM changed)
    );
    RETURN NULL;
END
$$;

-- Once a statement: a merging moves up to as many claims as a dossier holds.
CREATE TRIGGER dossier_claims_put_in_order
    AFTER INSERT ON verification_dossierclaim REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION attest_order_dossiers_of_rows();

CREATE TRIGGER dossier_claims_taken_out_of_order
    AFTER UPDATE ON verification_dossierclaim REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION attest_order_dossiers_of_rows();

CREATE TRIGGER dossier_claims_erased_from_order
    AFTER DELETE ON verification_dossierclaim REFERENCING OLD TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION attest_order_dossiers_of_rows();

SELECT attest_order_dossiers(ARRAY[]::bigint[], ARRAY(SELECT id FROM verification_dossier));
