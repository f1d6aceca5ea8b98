"""The photographed face measured: mesh, traits, brows, glasses, lip seam."""
