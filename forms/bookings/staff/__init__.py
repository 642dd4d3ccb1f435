"""Where staff keep the calendars: opening times, many times at once, closed days, who is booked."""
