"""What everybody may see: satisfaction by channel, service and month, with its data."""
