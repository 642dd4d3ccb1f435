"""Who is heard: answers by ward, and what people say about themselves, as counts alone."""
