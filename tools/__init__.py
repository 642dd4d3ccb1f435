"""Set-up, serving and packaging of a working copy. Standard library only: it runs before anything is installed."""
