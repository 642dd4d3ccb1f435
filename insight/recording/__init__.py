"""How a fact becomes an event: envelope, schema, one transaction for the row and its roll-up."""
