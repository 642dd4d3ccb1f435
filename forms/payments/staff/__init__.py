"""Where staff see payments and give money back, and administrators keep the accounts."""
