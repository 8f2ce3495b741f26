"""Deaths and troubles at every boundary are for `make crash`: seconds each, and a thousand."""

from tests.crash.life import FULL

collect_ignore_glob = [] if FULL else ["test_*.py"]
