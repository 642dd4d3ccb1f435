"""The pages that a resident walks through. No page needs JavaScript."""
