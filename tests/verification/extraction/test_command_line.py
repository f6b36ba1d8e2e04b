"""`python -m verification.extraction`: offsets into the file's own text, whatever its line ends and marks."""

import json

import pytest

from verification.extraction.__main__ import main

ARTICLE = (
    "Harbour reopens\n\nThe port of Aldmouth reopened on Tuesday after 14 ships were repaired, Café owners said.\n"
)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "﻿" + text.replace("\n", "\r"),
        lambda text: text.replace("é", "é").replace("Tuesday", "Tues‮day"),
    ],
    ids=["plain", "crlf", "mark and cr", "decomposed and overrides"],
)
def test_quotes_are_slices_of_the_file(tmp_path, change):
    raw = change(ARTICLE)
    (tmp_path / "a.txt").write_bytes(raw.encode())
    assert main(["--out", str(tmp_path / "out"), str(tmp_path / "a.txt")]) == 0
    lines = (tmp_path / "out" / "a.txt.jsonl").read_text(encoding="utf-8").splitlines()
    assert lines
    for claim in map(json.loads, lines):
        assert raw[claim["start"] : claim["end"]] == claim["quote"]
        assert claim["quote"].startswith("The port of Aldmouth")
        assert claim["quote"].endswith("said.")
        assert [raw[s["start"] : s["end"]] for s in claim["chain"]] == [change("Café owners").lstrip("﻿")]


def test_a_bad_file_is_named_and_the_rest_goes_on(tmp_path, capsys):
    (tmp_path / "bad.txt").write_bytes(b"\xff\xfe\xfa")
    (tmp_path / "good.txt").write_text(ARTICLE, encoding="utf-8")
    files = [str(tmp_path / name) for name in ("bad.txt", "missing.txt", "good.txt")]
    assert main(["--out", str(tmp_path), *files]) == 1
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 2
    assert "bad.txt" in told[0]
    assert "missing.txt" in told[1]
    assert (tmp_path / "good.txt.jsonl").exists()
    assert not (tmp_path / "bad.txt.jsonl").exists()


def test_attributions_are_one_object_a_line_with_slices_of_the_text(tmp_path, capsys):
    texts = {"plain": ARTICLE, "crlf": ARTICLE.replace("\n", "\r\n"), "empty": ""}
    listed = tmp_path / "texts.jsonl"
    listed.write_text("".join(json.dumps({"doc": doc, "text": text}) + "\n" for doc, text in texts.items()))
    assert main(["--attributions", str(listed)]) == 0
    found = {row["doc"]: row["attributions"] for row in map(json.loads, capsys.readouterr().out.splitlines())}
    assert list(found) == list(texts)
    assert found["empty"] == []
    for doc in ("plain", "crlf"):
        (attribution,) = found[doc]
        said = {key: texts[doc][slice(*span)] for key, span in attribution.items()}
        assert said["source"] == "Café owners"
        assert said["cue"] == "said"
        assert said["content"].startswith("The port of Aldmouth reopened")


def test_a_file_is_asked_for(capsys):
    with pytest.raises(SystemExit):
        main([])
    assert "name the files" in capsys.readouterr().err
