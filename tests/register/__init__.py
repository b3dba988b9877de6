"""The public copy: columns, ledger, concurrent writers, search."""
