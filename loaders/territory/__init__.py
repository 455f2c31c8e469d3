"""What is known of one area, set against another: indicators, references, differences, places."""
