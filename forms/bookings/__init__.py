"""Times to book: residents pick one in a form, change or cancel it by a link; staff keep the calendars."""
