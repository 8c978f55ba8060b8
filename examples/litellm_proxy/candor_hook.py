"""What `config.yaml` names: the guard as a callback of the proxy."""

import os

from guardrails import FileLog, Guard
from guardrails.gateway.litellm_hook import CandorHook

hook = CandorHook(Guard("companion", FileLog(os.environ["CANDOR_LOG"])))
