-- The articles whose title or text answers the query, by the index article_words alone. Any other way takes apart the
-- text of every article that it passes, two milliseconds each, which the planner expects to cost next to nothing.
-- The settings hold inside this function; they also keep it from being merged into the query that calls it.
CREATE FUNCTION attest_articles_saying(query tsquery) RETURNS SETOF bigint
LANGUAGE sql STABLE ROWS 500
SET enable_seqscan = off
SET enable_indexscan = off
AS $$
    SELECT id FROM verification_article
    WHERE to_tsvector(
        'simple'::regconfig,
        COALESCE(
            translate(
                COALESCE(title, '') || COALESCE(' ' || COALESCE(left(text, 100000), ''), ''),
                'يىك',
                'ییک'
            ),
            ''
        )
    ) @@ query
$$;
