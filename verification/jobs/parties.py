"""The parties of a project that the claimants of an article are: found by their names, made where they are new."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db import connection

from verification.extraction.candidate import Speaker
from verification.extraction.claimants import is_party, party_key
from verification.models import Alias, Party
from verification.vocabulary import PartyKind

LOCK = 740_613  # of new parties: two workers that meet the same new name do not both make it a party
LONGEST = 300


def parties_of(project_id: int, speakers: Iterable[Speaker]) -> dict[str, int]:
    """The party of each speaker that has a name, by the speaker's name; in a transaction of the caller's.

    People may name, describe and merge parties later: an alias that stands is never moved.
    """
    wanted: dict[str, Speaker] = {}
    keys: dict[str, str] = {}
    for speaker in speakers:
        if len(speaker.name) <= LONGEST and is_party(speaker.name, speaker.kind):
            key = party_key(speaker.name)
            if len(key) > LONGEST:
                continue  # letters that fold to several
            keys[speaker.name] = key
            if key not in wanted or wanted[key].kind is PartyKind.UNKNOWN:
                wanted[key] = speaker
    known = _known(project_id, wanted)
    if known.keys() != wanted.keys():
        lock_parties(project_id)
        known = _known(project_id, wanted)
        new = {key: wanted[key] for key in sorted(wanted.keys() - known.keys())}
        _make(project_id, new)
        known |= _known(project_id, new)
    return {name: known[key] for name, key in keys.items() if key in known}


def _known(project_id: int, wanted: Mapping[str, Speaker]) -> dict[str, int]:
    return dict(Alias.objects.filter(project=project_id, key__in=list(wanted)).values_list("key", "party_id"))


def lock_parties(project_id: int) -> None:
    """Until the end of the transaction nobody else makes parties of the project: whoever makes several takes it first,
    because two who make the same ones in different orders would wait for each other."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [LOCK, project_id])


def _make(project_id: int, new: Mapping[str, Speaker]) -> None:
    """Parties and their aliases in bulk; a party of that name that a person made is taken as it is."""
    Party.objects.bulk_create(
        [Party(project_id=project_id, name=speaker.name, kind=speaker.kind) for speaker in new.values()],
        ignore_conflicts=True,
        batch_size=500,
    )
    names = [speaker.name for speaker in new.values()]
    made = dict(Party.objects.filter(project=project_id, name__in=names).values_list("name", "id"))
    Alias.objects.bulk_create(
        [Alias(party_id=made[speaker.name], name=speaker.name, key=key) for key, speaker in new.items()],
        ignore_conflicts=True,
        batch_size=500,
    )
