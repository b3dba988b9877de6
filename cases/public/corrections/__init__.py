"""The form by which readers tell us what is wrong: what may stand in it, and where it may be sent from."""
