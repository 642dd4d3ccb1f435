"""Events on their way to a warehouse of somebody's own: in order, once, through the outbox."""
