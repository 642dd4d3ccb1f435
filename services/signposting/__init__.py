"""Who helps with what, and where: teams of ours and partners, so that nobody is sent to the wrong door."""
