"""What onrecord measures of itself, one folder a task."""
