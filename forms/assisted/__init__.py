"""Help for callers and visitors: the same form, and a receipt that is printed, texted or read out."""
