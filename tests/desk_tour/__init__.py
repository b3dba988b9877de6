"""How many keys the desk takes: entries typed in Chromium by key presses alone. `make desk-tour` runs it."""
