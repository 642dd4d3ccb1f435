"""What residents see: the question on each page, the question after a form, and the comment page."""
