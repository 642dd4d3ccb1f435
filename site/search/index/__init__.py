"""What stands in the index, and how it is kept true."""
