"""The net under all that is published: nothing private shows on any public surface, in any form. See docs/leaks.md."""
