"""How lists of words are written down."""


def words(listed: str) -> frozenset[str]:
    """The words of a list that is written with spaces between them."""
    return frozenset(listed.split())


def phrases(listed: str) -> tuple[str, ...]:
    """The phrases of a list that is written one to a line."""
    return tuple(line.strip() for line in listed.splitlines() if line.strip())
