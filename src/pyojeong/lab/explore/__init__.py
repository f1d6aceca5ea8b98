"""SEES: any data set as one HTML page. Measuring, drawing and the page are apart; nothing here trains a model."""
