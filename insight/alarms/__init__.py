"""Falls in satisfaction, found early and answered by a person."""
