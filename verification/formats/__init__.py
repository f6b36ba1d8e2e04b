"""What a release looks like on disk: its records, its files, its manifest. Knows no database."""
