"""What happens when a form is sent: one submission, one receipt, one delivery a connector."""
