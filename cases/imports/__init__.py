"""Lists that others keep, brought in: read, mapped, judged row by row, and entered by the rules of the desk."""
