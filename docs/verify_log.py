"""
Verify decision logs without the program that wrote them. Read this file, keep it, use it.

    python verify_log.py DIRECTORY [--key KEY|FILE]... [--checkpoint FILE]... [--head sha256:...]...

Needs Python 3.11 and, for signatures, the package `cryptography`. It shares no code with
`candor log verify`; docs/log-proof.md says what is checked and why. Nobody may be writing.
Exit status: 0 sound, 1 a problem, 2 could not check, 3 sound but anchored by nothing.
"""

import argparse
import json
import re
import sys
from base64 import b64decode, b64encode
from hashlib import sha256
from pathlib import Path

KINDS = """access boot coverage_gap decision erase escalation escalation_ack escalation_failed
escalation_sent failure heartbeat policy policy_rejected recovery retain session_close session_open
sign_off turn_close turn_open""".split()
LINE_MAX = 64 * 1024  # bytes, newline included
FILES, FOLDERS = {"checkpoint", "checkpoints", "cosigned", "lock"}, {"evidence", "files", "tile"}


def sha(*parts):
    return sha256(b"".join(parts)).digest()


def is_hash(text):
    return isinstance(text, str) and bool(re.fullmatch("sha256:[0-9a-f]{64}", text))


class Key:
    """A public key of a log (type 1) or of a witness (type 4): NAME+ID+BASE64."""

    def __init__(self, text):
        self.name, self.id, material = text.split("+", 2)
        raw = b64decode(material, validate=True)
        if sha(self.name.encode(), b"\n", raw)[:4].hex() != self.id or len(raw) != 33:
            raise ValueError("is no public key")
        self.kind, self.public = raw[0], raw[1:]

    def holds(self, text, body):
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

        if self.kind == 4:  # C2SP tlog-cosignature: eight bytes of time are signed too
            text = b"cosignature/v1\ntime %d\n" % int.from_bytes(body[:8]) + text
            body = body[8:]
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(body, text)
            return True
        except InvalidSignature:
            return False


class Checkpoint:
    """A signed note: origin, number of records, root; an empty line; signatures."""

    def __init__(self, note):
        text, _, tail = note.rpartition(b"\n\n")
        self.origin, size, root, *more = text.decode().split("\n")
        self.text, self.size, self.signatures = text + b"\n", int(size), []
        self.root = b64decode(root, validate=True)
        same = (str(self.size), b64encode(self.root).decode(), 32) == (size, root, len(self.root))
        if not same or self.size < 0 or not all([self.origin, *more]) or not tail.endswith(b"\n"):
            raise ValueError("is no checkpoint")
        for line in tail.decode()[:-1].split("\n"):
            match = re.fullmatch("\u2014 ([^\\s+]+) ([A-Za-z0-9+/]+=*)", line)
            body = b64decode(match[2], validate=True) if match else b""
            if len(body) < 5 or b64encode(body).decode() != match[2] or not match[1].isprintable():
                raise ValueError("has a line that is no signature")
            self.signatures.append((match[1], body[:4].hex(), body[4:]))

    def by(self, keys, bad):
        """Return those of *keys* that signed it; a false signature of one of them is told."""
        found = [(key, s) for s in self.signatures for key in keys if (key.name, key.id) == s[:2]]
        for key, _ in (false := [one for one in found if not one[0].holds(self.text, one[1][2])]):
            bad(f"the signature by {key.name} over {self.size} records is not that of its key")
        return set() if false else {key for key, _ in found}


class Tree:
    """RFC 6962, section 2.1: whole subtrees from the left, each with its number of leaves."""

    def __init__(self):
        self.size, self.peaks = 0, []

    def add(self, digest):
        self.size, leaves = self.size + 1, 1
        while self.peaks and self.peaks[-1][0] == leaves:
            digest, leaves = sha(b"\x01", self.peaks.pop()[1], digest), 2 * leaves
        self.peaks.append((leaves, digest))

    def root(self):
        hashes = [digest for _, digest in self.peaks]
        while len(hashes) > 1:
            hashes[-2:] = [sha(b"\x01", *hashes[-2:])]
        return hashes[0] if hashes else sha()


class Log:
    """One log, read once from front to end."""

    def __init__(self, folder, keys, kept, heads):
        self.folder, self.keys, self.kept, self.heads = folder, keys, kept, heads
        self.problems, self.unchecked, self.origin, self.boot = [], "", "", ""
        self.records = self.seq = self.mono = self.anchored = 0
        self.prev, self.met, self.declared, self.notes = "0" * 64, set(), [], []
        self.tree, self.roots, self.files, self.policies = Tree(), {0: sha()}, set(), {}
        self.bad = self.problems.append
        try:
            self.read()
        except OSError as error:
            self.unchecked = str(error)
        self.unchecked = self.unchecked or ("" if self.records else "it holds no record")

    def read(self):
        for name in ("checkpoints", "cosigned", "checkpoint"):
            path = self.folder / name
            data = path.read_bytes() + b"\n" * (name == "checkpoint") if path.exists() else b""
            blocks = data.split(b"\n\n")
            if blocks.pop() or len(blocks) % 2:
                self.bad(f"{name}: its end is no whole checkpoint")
            for text, tail in zip(blocks[::2], blocks[1::2], strict=False):
                try:
                    self.notes.append((name, Checkpoint(text + b"\n\n" + tail + b"\n")))
                except ValueError as error:
                    self.bad(f"{name}: a note {error}")
        self.sizes = {one.size for one in self.kept} | {one.size for _, one in self.notes}
        found = segments(self.folder)
        if [number for number, _ in found] != list(range(1, len(found) + 1)):
            self.bad("a segment is missing")
        for path in self.folder.iterdir():
            known = path in [one for _, one in found]
            no_file = (known or path.name in FILES) and not path.is_file()
            if no_file or path.is_symlink() or (path.name in FOLDERS and not path.is_dir()):
                self.bad(f"{path}: not what a log has under this name")
            elif path.name.startswith("seg-") and not known:
                self.bad(f"{path}: looks like a segment and is none")
        for _, path in found:
            with path.open("rb") as file:
                line = b""
                for number, line in enumerate(file, start=1):
                    self.line(f"{path.name}:{number}", line)
            if not line and path != found[-1][1]:
                self.bad(f"{path.name}: an empty segment that is not the last one")
        self.check_files()
        self.check_notes()

    def line(self, where, line):
        if not line.endswith(b"\n") or len(line) > LINE_MAX:
            self.bad(f"{where}: no whole record")
            return
        line, before = line[:-1], self.prev
        digest = sha(b"\x00", line)
        self.prev = digest.hex()
        self.tree.add(digest)
        if self.tree.size in self.sizes:
            self.roots[self.tree.size] = self.tree.root()
        try:
            record = parse(line)
            if record["seq"] != self.seq or record["prev"] != before:
                self.bad(f"{where}: it does not follow the line before")
            self.seq = record["seq"]
            self.look(where, record, record["kind"])
        except NotImplementedError as error:
            self.unchecked = f"{where}: {error}"
        except (ValueError, RecursionError) as error:
            self.bad(f"{where}: {error}")
        self.seq += 1

    def look(self, where, record, kind):
        self.records += 1
        if (head := f"sha256:{self.prev}") in self.heads:
            self.met.add(head)
            self.anchored = self.records
        if record["boot"] != self.boot:
            if kind == "boot":
                self.origin = self.origin or str(record.get("origin"))
            if kind != "boot" or record.get("origin") != self.origin:
                self.bad(f"{where}: a run that does not begin with a boot record of this log")
        elif kind == "boot" or record["mono"] < self.mono:
            self.bad(f"{where}: a second boot record in a run, or a clock that went back")
        self.boot, self.mono = record["boot"], record["mono"]
        if kind == "boot" and "key" in record:
            self.declared.append(Key(str(record["key"])))
        for holder in (record, record.get("cut")):
            if isinstance(holder, dict) and is_hash(holder.get("file")):
                self.files.add(holder["file"])
        policy = record["policy"] if isinstance(record.get("policy"), dict) else {}
        if kind == "policy":
            text, known = record.get("text"), policy.get("hash")
            actual = f"sha256:{sha(text.encode()).hex()}" if isinstance(text, str) else None
            if not is_hash(known) or (actual or record.get("file")) != known:
                self.bad(f"{where}: the text of the policy does not have its hash")
            self.policies[str(record["seq"])] = known
        elif "at" in policy and self.policies.get(str(policy["at"]), self) != policy.get("hash"):
            self.bad(f"{where}: names a policy that was not recorded before it")

    def check_files(self):
        found = {f"sha256:{path.name}": path for path in self.folder.glob("files/*")}
        for name, path in found.items():
            if path.suffix != ".draft" and f"sha256:{sha(path.read_bytes()).hex()}" != name:
                self.bad(f"{path}: it does not have the content that it is named by")
        for name in self.files - set(found):
            self.bad(f"the attached file {name} is missing")

    def check_notes(self):
        mine = [key for key in self.keys if key.kind == 1 and key.name == self.origin]
        known = [*mine, *(key for key in self.keys if key.kind == 4)]
        signers, signed = set(), "checkpoints" in [name for name, _ in self.notes]
        kept = [("kept", one) for one in self.kept if one.origin == self.origin]
        for name, one in [*self.notes, *kept]:
            if one.origin != self.origin or self.roots.get(one.size) != one.root:
                self.bad(f"{name}: a checkpoint over {one.size} records that are not those here")
            elif name == "kept":
                self.anchored = max(self.anchored, one.size)
            else:
                by = one.by(known if mine else known + self.declared, self.bad)
                signers |= by
                self.anchored = max(self.anchored, one.size * bool(by & set(known)))
        if (mine or self.declared) and not signed:
            self.bad("there is no checkpoint, though the log is signed")
        elif mine and not signers & set(mine):
            self.bad("no checkpoint that fits is signed by the key that you gave")


def segments(folder):
    found = [(re.fullmatch(r"seg-([0-9]{6,})\.jsonl", one.name), one) for one in folder.iterdir()]
    return sorted((int(match[1]), path) for match, path in found if match)


def parse(line):
    record = json.loads(line)
    version = record.get("v") if isinstance(record, dict) else None
    if type(version) is int and version > 1:
        raise NotImplementedError(f"a record of format {version}; this file reads format 1")
    again = json.dumps(record, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    if type(version) is not int or again.encode() != line or not plain(record):
        raise ValueError("no record in canonical form")
    texts = all(isinstance(record.get(key), str) for key in ("kind", "prev", "id", "boot"))
    counts = all(type(record.get(key)) is int and record[key] >= 0 for key in ("seq", "ts", "mono"))
    if not texts or not counts or version != 1 or record["kind"] not in KINDS:
        raise ValueError("its header is wrong, or its kind unknown")
    return record


def plain(value):
    if isinstance(value, dict):
        return all(key.isascii() and plain(item) for key, item in value.items())
    if isinstance(value, list):
        return all(map(plain, value))
    return not isinstance(value, float) and (not isinstance(value, int) or abs(value) < 2**53)


def verify(directory, keys, kept, heads):
    below = [path for path in directory.rglob("*") if path.is_dir() and not path.is_symlink()]
    inside = [path for path in below if not FOLDERS & set(path.relative_to(directory).parts)]
    logs = [Log(one, keys, kept, heads) for one in (directory, *sorted(inside)) if segments(one)]
    if not logs or not all(map(is_hash, heads)):
        raise OSError(f"{directory}: no decision log there, or a hash that is none")
    names, met = [log.origin for log in logs], set().union(*(log.met for log in logs))
    wanted = {key.name for key in keys if key.kind == 1} | {one.origin for one in kept}
    beside = [f"no log here is called {name}" for name in sorted(wanted - set(names))]
    beside += [f"two logs are called {name}" for name in {*names} if name and names.count(name) > 1]
    beside += [f"no record has the hash {head}" for head in heads if head not in met]
    for folder in {directory, *inside} - {log.folder for log in logs}:
        beside += [f"{path}: a link" for path in folder.iterdir() if path.is_symlink()]
    for log in logs:
        print(f"{log.origin or log.folder}: {log.records} records, {log.anchored} anchored")
        print(f"  head   sha256:{log.prev}", *log.problems, *log.unchecked.splitlines(), sep="\n  ")
    print(*beside, sep="\n", end="\n" if beside else "")
    if beside or any(log.problems for log in logs):
        return 1
    sound = 0 if all(log.anchored == log.records for log in logs) else 3
    return 2 if any(log.unchecked for log in logs) else sound


def main():
    (words := argparse.ArgumentParser()).add_argument("directory", type=Path)
    for name in ("--key", "--checkpoint", "--head"):
        words.add_argument(name, action="append", default=[])
    given = words.parse_args()
    try:
        read = [Path(one).read_text() if Path(one).is_file() else one for one in given.key]
        kept = [Checkpoint(Path(one).read_bytes()) for one in given.checkpoint]
        keys = [Key("".join(one.split()[-1:])) for one in read]  # of two lines the second
        code = verify(given.directory, keys, kept, given.head)
    except (OSError, ValueError, ImportError) as error:
        print(error)
        code = 2
    print("Result:", ("sound", "NOT SOUND", "could not be checked", "sound, not anchored")[code])
    return code


if __name__ == "__main__":
    sys.exit(main())
