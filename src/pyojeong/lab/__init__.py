"""LEARNS: data sets, training, measuring, exporting. Never imported by the product."""
