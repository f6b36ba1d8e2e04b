from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """Somebody who signs in. What they may do in a project is in their memberships."""

    class Meta(AbstractUser.Meta):
        # AbstractUser's own Meta is abstract; this one is the table.
        abstract = False
