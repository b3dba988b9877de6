"""One module for each page. A view reads the request, asks the register, hands the answer to a template."""
