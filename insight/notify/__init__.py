"""Telling those who asked what was done about what they said: one message, then their address is gone."""
