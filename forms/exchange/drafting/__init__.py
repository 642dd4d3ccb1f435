"""From a form document (Word, PDF) to a draft of an online form: guesses, each marked for the author to confirm."""
