"""Measure the page checks: public cases with labels, made pages with and without faults, and how long it takes."""
