"""One module a kind of receiver."""
