"""What a form document asks, read inside the sealed process: lines, fields, tick boxes and tables in reading order."""
