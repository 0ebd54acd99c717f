"""How this computer, the accounts on X and the calls stand, for the owner."""
