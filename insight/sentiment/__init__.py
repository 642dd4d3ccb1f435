"""How people felt, from what they wrote: a small linear model trained here. No Django."""
