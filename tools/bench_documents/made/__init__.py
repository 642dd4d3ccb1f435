"""Files that the benchmark makes from standards alone where public ones are thin."""
