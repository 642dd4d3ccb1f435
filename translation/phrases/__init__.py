"""The words of the website itself, in the translators' desk: buttons, messages, headings. They need no release."""
