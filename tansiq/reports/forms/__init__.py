"""What is typed about calls and reports."""
