"""From a model's answer to candidates: what stands in the article is kept, everything else is dropped and counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from verification.extraction.candidate import CONTEXT, Against, Candidate, Speaker
from verification.text.span import Span
from verification.vocabulary import Dispute, Modality, Rendering, Speech, Topic

from .grounding import Grounds, Words, overlap

UNNAMED = "unnamed"
LEAST_NAME = 1  # "he", "王"
WORTH = {
    1: (0.4, "a language model holds it to be background"),
    2: (0.6, "a language model holds it to be worth checking"),
    3: (0.85, "a language model holds it to be contested or of consequence"),
}
AGAINST = {
    Dispute.DENIED: "another passage denies it, a language model says",
    Dispute.UNVERIFIABLE: "another passage leaves it open, a language model says",
}
RENDERING = {
    Speech.DIRECT: Rendering.VERBATIM,
    Speech.INDIRECT: Rendering.PARAPHRASED,
    Speech.MIXED: Rendering.PARAPHRASED,
}


@dataclass(slots=True)
class Reading:
    """The claims of an article so far, none twice, and how many passages were dropped."""

    found: list[Candidate] = field(default_factory=list)
    dropped: int = 0

    def add(self, answer: Mapping[str, Any], *, text: str, grounds: Grounds, words: Words) -> None:
        """Takes up one answer, as `schema.read_answer` gives it, about the part of `text` that `grounds` is of."""
        self.dropped += answer["refused"]
        here: list[Span] = []
        for claim in answer["claims"]:
            span = grounds.find(claim["quote"], taken=here)
            if span is None:
                self.dropped += 1
                continue
            here.append(span)
            if any(overlap(span, Span(known.start, known.end)) for known in self.found):
                continue  # parts overlap, and models repeat themselves
            candidate = self._candidate(claim, span, text=text, grounds=grounds, words=words)
            if candidate is None:
                self.dropped += 1
            else:
                self.found.append(candidate)

    def _candidate(
        self, claim: Mapping[str, Any], span: Span, *, text: str, grounds: Grounds, words: Words
    ) -> Candidate | None:
        """The claim at `span`; None where none of those who are to have said it stands in the article."""
        chain = self._speakers(claim["speakers"], grounds=grounds, words=words)
        if claim["speakers"] and not chain:
            return None
        against = self._against(claim["against"], span, grounds=grounds)
        quote = span.slice(text)
        worth, why = WORTH[claim["worth"]]
        said = " ".join(claim["statement"].split())
        statement = said if words.carry(said) else quote
        return Candidate(
            start=span.start,
            end=span.end,
            quote=quote,
            prefix=text[max(0, span.start - CONTEXT) : span.start],
            suffix=text[span.end : span.end + CONTEXT],
            statement=statement,
            claimant=chain[-1].name if chain else None,
            chain=chain,
            modality=Modality(claim["modality"]),
            check_worthiness=worth,
            reasons=(why, *(passage.reason for passage in against)),
            topics=tuple(dict.fromkeys(map(Topic, claim["topics"]))),
            dispute=Dispute(claim["dispute"]),
            against=against,
            ambiguities=tuple(
                f"“{' '.join(word.split())}” is not clear, a language model says."
                for word in dict.fromkeys(claim["unclear"])
                if word in statement
            ),
        )

    def _speakers(self, said: Sequence[Mapping[str, Any]], *, grounds: Grounds, words: Words) -> tuple[Speaker, ...]:
        found: list[Speaker] = []
        for one in said:
            stands = grounds.find(one["words"], least=LEAST_NAME)
            surface = " ".join(one["words"].split()) if stands else ""
            name = " ".join(one["name"].split())
            if name.lower() == UNNAMED:
                name = UNNAMED
            elif not words.name(name):
                name = surface  # a name that the article does not have is the model's own
            if not name:
                self.dropped += 1
                continue
            cue = " ".join(one["cue"].split())
            speech = Speech(one["speech"])
            found.append(
                Speaker(
                    name=name,
                    surface=surface or name,
                    start=stands.start if stands else None,
                    end=stands.end if stands else None,
                    speech=speech,
                    rendering=RENDERING[speech],
                    cue=cue if grounds.find(cue, least=LEAST_NAME) else None,
                )
            )
        return tuple(found)

    def _against(self, said: Sequence[Mapping[str, Any]], claim: Span, *, grounds: Grounds) -> tuple[Against, ...]:
        found: dict[Span, Against] = {}
        for one in said:
            span = grounds.find(one["quote"])
            if span is None:
                self.dropped += 1
            elif not overlap(span, claim):
                found[span] = Against(start=span.start, end=span.end, reason=AGAINST[Dispute(one["kind"])])
        return tuple(found.values())
