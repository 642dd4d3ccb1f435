"""What staff do: tell people about a page, write newsletters, see how many follow what."""
