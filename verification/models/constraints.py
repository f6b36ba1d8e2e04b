"""Rules that several tables share, as database constraints."""

from enum import StrEnum

from django.db.models import CheckConstraint, Q

from verification.vocabulary import REASONS


def choices(enum: type[StrEnum]) -> list[tuple[str, str]]:
    """The enum as Django's choices; the label is the value in words."""
    return [(member.value, member.value.replace("_", " ")) for member in enum]


def one_of(field: str, enum: type[StrEnum], *, name: str) -> CheckConstraint:
    """Refuses any value of `field` that the vocabulary does not know (null passes)."""
    return CheckConstraint(
        condition=Q(**{f"{field}__in": [member.value for member in enum]}) | Q(**{f"{field}__isnull": True}),
        name=name,
    )


def together(*fields: str, name: str) -> CheckConstraint:
    """Refuses rows in which some of `fields` are set and others are not."""
    none_set = Q(**{f"{field}__isnull": True for field in fields})
    all_set = Q(**{f"{field}__isnull": False for field in fields})
    return CheckConstraint(condition=none_set | all_set, name=name)


def reason_fits_verdict(unless: Q) -> Q:
    """Holds where the reason is one of the verdict's own, or where `unless` does."""
    for verdict, reasons in REASONS.items():
        unless |= Q(verdict=verdict, reason__in=[reason.value for reason in reasons])
    return unless
