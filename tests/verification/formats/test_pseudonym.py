from __future__ import annotations

import re

from verification.formats.pseudonym import pseudonym, pseudonym_key

KEY = pseudonym_key("a long secret of the installation")


def test_a_person_keeps_the_name_throughout_a_project() -> None:
    assert pseudonym(KEY, project=1, person=7) == pseudonym(KEY, project=1, person=7) == "p-pauajv3hvijpa5xq"


def test_the_name_is_short_and_fit_for_a_file_name() -> None:
    assert re.fullmatch(r"p-[a-z2-7]{16}", pseudonym(KEY, project=1, person=7))


def test_another_project_another_person_and_another_key_give_other_names() -> None:
    other_key = pseudonym_key("another secret")
    names = {
        pseudonym(KEY, project=1, person=7),
        pseudonym(KEY, project=7, person=1),
        pseudonym(KEY, project=1, person=8),
        pseudonym(KEY, project=11, person=7),
        pseudonym(KEY, project=1, person=17),
        pseudonym(other_key, project=1, person=7),
    }
    assert len(names) == 6


def test_the_key_does_not_hold_the_secret() -> None:
    assert b"secret" not in KEY
    assert len(KEY) == 32
