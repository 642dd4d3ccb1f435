"""What people may ask of us by law: to get what we hold about them, and to have it erased; and what time erases."""
