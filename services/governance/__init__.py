"""Keeping pages true: who is reminded, what is overdue, what nobody uses, likes or finds."""
