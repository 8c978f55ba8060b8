"""
A server that speaks as S3 does: that of `moto`, over real HTTP.

It keeps versions and refuses to remove what is locked. It does not check signatures.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

REGION = "eu-central-1"


class Store:
    """
    Buckets of one server.

    Attributes:
        url: Of the server.
        client: boto3's, for what a test does to it.
    """

    def __init__(self, url: str) -> None:
        import boto3

        self.url = url
        self.environ = {
            "AWS_ENDPOINT_URL_S3": url,
            "AWS_ACCESS_KEY_ID": "writer",
            "AWS_SECRET_ACCESS_KEY": "not-a-secret",
            "AWS_REGION": REGION,
        }
        self.client: Any = boto3.client(
            "s3",
            endpoint_url=url,
            region_name=REGION,
            aws_access_key_id="owner",
            aws_secret_access_key="not-a-secret",
        )

    def make(self, name: str, *, locking: bool = True) -> None:
        self.client.create_bucket(
            Bucket=name,
            ObjectLockEnabledForBucket=locking,
            CreateBucketConfiguration={"LocationConstraint": REGION},
        )

    def versions(self, name: str) -> list[tuple[str, str]]:
        found = self.client.list_object_versions(Bucket=name).get("Versions", [])
        return [(one["Key"], one["VersionId"]) for one in found]


@contextmanager
def serving() -> Iterator[Store]:
    """Serve on a port of this machine."""
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    try:
        host, port = server.get_host_and_port()
        yield Store(f"http://{host}:{port}")
    finally:
        server.stop()
