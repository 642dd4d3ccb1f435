"""Answers that staff write down: after a call or at the counter, and from a pile of paper."""
