"""Who has agreed to a policy, and to letting its rules act for more or fewer people."""
