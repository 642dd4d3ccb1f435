"""What a service page costs: queries, milliseconds and bytes, at 100 and at 10,000 pages, beside plain Wagtail."""
