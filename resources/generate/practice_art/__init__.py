"""How the sample shop's pictures are drawn: light, tables, pots, goods and the scenes of them."""
