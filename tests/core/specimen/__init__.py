"""One page that holds every component and every block, to look at the design before real pages exist."""
