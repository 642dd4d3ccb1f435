"""My requests: whoever proves a mailbox or a phone with a code sees what was sent with it, without a password."""
