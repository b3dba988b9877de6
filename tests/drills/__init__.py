"""Drills: a site of its own is attacked, filled, cut and killed, and what readers saw meanwhile is printed as figures.

Where the product once was worse, or another way stands beside ours, the same is done to that, for comparison. Tests say
whether the site stands; drills say how well. `make drill` runs all of them, `make drill DRILL=slow` one.
"""
