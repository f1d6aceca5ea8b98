"""STANDS UP: one photo becomes a 3D head with every ARKit movement, as GLB and on stage."""
