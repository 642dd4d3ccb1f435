"""Our own user model, made before the first migration so that it can grow."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):  # type: ignore[django-manager-missing] # wagtail's abstract models point here untyped
    """A member of staff. Residents have no account."""
