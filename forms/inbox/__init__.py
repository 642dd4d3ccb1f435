"""Where staff read requests and move them on."""
