"""What makes the website comfortable for one reader: settings that only their browser keeps, and an offline page."""
