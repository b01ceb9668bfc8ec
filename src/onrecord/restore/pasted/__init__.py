"""What was pasted into running text: pointed at, read closely, bounded and weighed."""
