"""When: the times a report tells, and which of them is an event's."""
