"""When each scheduled job last ran, and who is running it now."""

from django.db import models


class ScheduledJob(models.Model):
    """One row a registered job; the lease keeps two workers from running it at the same time."""

    name = models.CharField(max_length=100, primary_key=True)
    last_run_at = models.DateTimeField(null=True, blank=True)
    last_outcome = models.CharField(max_length=80, blank=True, help_text="'ok' or a code, never a text.")
    lease_until = models.DateTimeField(null=True, blank=True)
    lease_owner = models.CharField(max_length=64, blank=True)

    def __str__(self) -> str:
        return self.name
