"""What staff see: a page's own feedback for its authors, and the table of all pages and forms."""
