"""The order of the stages on one screen."""
