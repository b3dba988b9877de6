"""Accounts of staff: what proves who somebody is, their sessions, what stops them, and the log of all that."""
