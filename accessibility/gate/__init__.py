"""The publish gate: one verdict, one choke point, and the few routes that can tell the author kindly."""
