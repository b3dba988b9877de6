"""Files: the rows of the list in the formats partners load. One module for each format."""
