"""What other systems tell: registers of complaints, requests and enquiries, and contact volumes."""
