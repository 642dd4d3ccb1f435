"""Mail, text messages and letters: sealed outbox rows, and suppliers behind one interface."""
