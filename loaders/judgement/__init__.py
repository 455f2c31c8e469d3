"""What a statistician would ask of a table that keeps the contract, by itself and beside what is published."""
