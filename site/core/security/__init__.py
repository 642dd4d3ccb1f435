"""Headers, content security policies, input guards and log redaction."""
