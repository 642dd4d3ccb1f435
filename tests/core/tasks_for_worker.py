"""Tasks for the worker's test."""

from django_tasks import task


@task()
def note(text: str) -> str:
    """Return what it was given."""
    return text


@task()
def fail(text: str) -> None:
    """Raise what it was given."""
    raise ValueError(text)
