"""How staff sign in: password, second factor, recovery codes, and the lock after too many tries."""
