"""One guarded turn, from the person's words to the record of its end."""
