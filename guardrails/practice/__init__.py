"""A log to practise on: invented conversations, judged by real detectors under a real policy."""
