"""Posts that come from a file: read, guessed at, looked over row by row, brought in."""
