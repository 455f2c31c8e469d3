"""Maps as shapes that can be recoloured: one for each area, named."""
