"""What columns, parameters and codes mean, for those who use the data or read the method."""
