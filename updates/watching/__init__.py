"""Notices what people may want to hear about. Each happening is told once, whoever notices it how often."""
