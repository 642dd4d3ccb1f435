"""Connectors, one module a supplier."""
