"""What belongs together among what is stored: texts that are nearly the same."""
