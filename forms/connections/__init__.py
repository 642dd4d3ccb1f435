"""The admin's screens for receivers of requests: write them down, try them, see their health, send again."""
