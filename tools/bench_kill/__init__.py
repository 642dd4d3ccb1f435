"""``make bench-kill``: web and worker are killed at random moments while residents send forms; nothing may be lost."""
