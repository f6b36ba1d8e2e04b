"""Domain refusals. Each carries a sentence for the person who will read it, saying what to do."""


class Refusal(Exception):
    """Base of everything that Attest declines to do; `str()` is the sentence for the person."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class NotAllowed(Refusal):
    """This person may not do this."""


class NotTheirs(NotAllowed):
    """There is no such thing for this person: whether there is one for others is not told."""


class Invalid(Refusal):
    """What was given cannot be used; `fields` maps a field's name to what is wrong with it."""

    def __init__(self, message: str, *, fields: dict[str, list[str]] | None = None) -> None:
        super().__init__(message)
        self.fields = fields or {}


class NotStored(Invalid):
    """Some of the words of a draft cannot be kept as they are: nothing of them was, `fields` says which."""


class Conflict(Refusal):
    """The thing has moved on since the person looked at it."""


class PlaceTaken(Conflict):
    """The person's place on a claim lapsed and somebody else has it; the draft is kept."""


class TooLarge(Invalid):
    """More than the limit allows."""
