"""The two ways to show a prompt: drawn (arrow keys, questionary) and plain (numbered lines, for screen readers)."""
