"""The pages of developments and of claims of cause."""
