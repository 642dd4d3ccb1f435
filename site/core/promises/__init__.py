"""The time promise: England's working days, and the words for them."""
