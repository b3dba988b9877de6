"""The project package: settings, URLs, the web entry point, the embedded database. No features."""
