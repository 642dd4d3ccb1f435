"""Make a how-to video from the running demo: a real browser does what a story says, and speech synthesis tells it."""
