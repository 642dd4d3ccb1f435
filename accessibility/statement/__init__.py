"""The accessibility statement: what machines found, what people add and sign, and the page that residents read."""
