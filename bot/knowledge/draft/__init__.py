"""From an article to a knowledge folder that a person can go on with; its text stays outside."""
