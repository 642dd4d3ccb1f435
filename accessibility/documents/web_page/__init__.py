"""From a Word file to the blocks of a web page, inside the sealed process, with a count of what stays behind."""
