"""How staff bring a video in: the form that looks into the file, and the screens for its captions and words."""
