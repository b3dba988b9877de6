"""What the pages of one case, campaign or person add to its document: versions and their history, cases near it, how to
cite it."""
