"""What residents tell again and again, found once a day and put before a person."""
