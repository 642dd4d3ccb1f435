"""What staff look at: sentences, tables and bars, read from roll-ups only, however many events there are."""
