"""What the command line and the auditor's screen print."""
