"""For readers whose language has no pages here: how to translate, how to get an interpreter, and sign language."""
