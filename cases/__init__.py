"""The one app: private record, the door, the public register and its site."""
