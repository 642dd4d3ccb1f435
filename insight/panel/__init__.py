"""The Residents' Panel: people who want to be asked, drawn so that together they mirror the city."""
