"""Pages of the web that people name: links of evidence, and articles by their address. Workers retrieve them."""

from annotate.environment import read_networks, read_ports, read_service, read_whole, read_yes_no

RETRIEVAL = read_yes_no("RETRIEVAL", True)
RETRIEVAL_NETWORKS = read_networks("RETRIEVAL_NETWORKS")
RETRIEVAL_PORTS = read_ports("RETRIEVAL_PORTS", "80, 443")
RETRIEVAL_PROXY = read_service("RETRIEVAL_PROXY", example="http://proxy.example.org:3128", with_user=True)
RETRIEVAL_LIMIT_MB = read_whole("RETRIEVAL_LIMIT_MB", 5, least=1, most=100)
RETRIEVAL_SECONDS = read_whole("RETRIEVAL_SECONDS", 20, least=1, most=120)
RETRIEVAL_PAUSE_SECONDS = read_whole("RETRIEVAL_PAUSE_SECONDS", 2, least=0, most=60)
RETRIEVAL_AFTER_SUBMIT = read_yes_no("RETRIEVAL_AFTER_SUBMIT", True)
