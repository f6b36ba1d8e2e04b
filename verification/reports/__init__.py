"""Agreement and progress of a project: queries in, columns and dataclasses out. Workers ask here, never a request."""
