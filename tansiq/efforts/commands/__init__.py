"""What is done about measures: defining them, aiming, telling figures apart, and setting and attesting milestones."""
