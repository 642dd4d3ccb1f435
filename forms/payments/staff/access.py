"""Who may do what with payments."""

VIEW = "onlineforms.view_payment"
REFUND = "onlineforms.refund_payment"
