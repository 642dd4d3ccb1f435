"""Sentences that residents read on the pages of this room, in the active language."""
