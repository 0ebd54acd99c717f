"""How this computer, the accounts on X and the calls stand: facts without sentences."""
