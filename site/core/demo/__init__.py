"""The demonstration site: each room loads its own content, in order, and a second run changes nothing."""
