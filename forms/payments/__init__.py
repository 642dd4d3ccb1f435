"""Payments: one interface for any provider. The amount comes from the form's version, the truth from the provider."""
