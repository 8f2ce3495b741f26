"""To come."""

from sandbox.methods.request import Method

METHODS: dict[str, Method] = {}
