"""A file, address, feed or archive becomes Reports; no language work."""

from contested.model.report import Skip
from contested.read.inputs import count_inputs, read_inputs
from contested.read.options import ReadOptions

__all__ = ["ReadOptions", "Skip", "count_inputs", "read_inputs"]
