"""
Verify decision logs (docs/log-proof.md) that nobody is writing; it reads no RFC 3161 time stamps.
    python verify_log.py DIRECTORY [--key KEY|FILE]... [--checkpoint FILE]... [--head sha256:...]...
Python 3.11, `cryptography`, `zstandard`. Exit: 0 sound, 1 problem, 2 unchecked, 3 not anchored.
"""

import argparse
import json
import re
from base64 import b64decode, b64encode
from hashlib import sha256 as sha
from io import BytesIO
from pathlib import Path

KINDS = """access boot coverage_gap decision erase escalation escalation_ack escalation_failed
escalation_sent failure heartbeat pause policy policy_rejected recovery retain right session_close
session_open sign_off ticket turn_close turn_open""".split()
HEAD = [*zip("v seq ts mono kind prev id boot".split(), [int] * 4 + [str] * 4, strict=True)]
LINE_MAX, NOTES = 64 * 1024, ("checkpoints", "cosigned", "checkpoint")  # bytes with newline
is_hash = re.compile("sha256:[0-9a-f]{64}").fullmatch
FILES, FOLDERS = {"lock", "removed", *NOTES}, {"evidence", "files", "stamps", "tile"}


class Key:  # a public key of a log (type 1) or of a witness (type 4): NAME+ID+BASE64
    def __init__(self, text, where="a key"):
        match = re.fullmatch(r"([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})", text)
        self.name, self.id, material = match.groups() if match else ("", "", "")
        raw, named = b64decode(material), where.partition("+")[0]
        if sha(self.name.encode() + b"\n" + raw).hexdigest()[:8] != self.id:
            raise ValueError(f"{named}: no public key (NAME+ID+BASE64, as a file .pub has)")
        self.kind, self.public = raw[0], raw[1:]

    def holds(self, text, body):
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

        if self.kind == 4:  # C2SP tlog-cosignature: eight bytes of time are signed too
            text, body = b"cosignature/v1\ntime %d\n" % int.from_bytes(body[:8]) + text, body[8:]
        try:
            return Ed25519PublicKey.from_public_bytes(self.public).verify(body, text) is None
        except InvalidSignature:
            return False


class Checkpoint:  # a signed note: origin, number of records, root; an empty line; signatures
    def __init__(self, note):
        text, _, tail = note.rpartition(b"\n\n")
        self.origin, size, root, *self.more = text.decode().split("\n")
        self.text, self.size, self.signatures = text + b"\n", int(size), []
        self.root = b64decode(root, validate=True)
        same = (str(self.size), b64encode(self.root).decode(), 32) == (size, root, len(self.root))
        right = [same, self.size >= 0, self.origin, *self.more, tail.endswith(b"\n")]
        for line in tail.decode()[:-1].split("\n"):
            match = re.fullmatch("\u2014 ([^\\s+]+) ([A-Za-z0-9+/]+=*)", line) or ["", "", ""]
            body = b64decode(match[2], validate=True)
            right += [len(body) > 4, b64encode(body).decode() == match[2], match[1].isprintable()]
            self.signatures.append((match[1], body[:4].hex(), body[4:]))
        if not all(right) or re.search(rb"[\0-\t\v-\x1f]", note):
            raise ValueError("no checkpoint")

    def by(self, keys, need):  # those of *keys* that signed it; none if a signature is false
        found = [(key, s) for s in self.signatures for key in keys if (key.name, key.id) == s[:2]]
        true = all(key.holds(self.text, signature[2]) for key, signature in found)
        need(true, f"a signature over {self.size} records is false")
        return {key for key, _ in found if true}


class Log:  # one log, read once from front to end
    def __init__(self, folder, keys, kept, heads):
        self.folder, self.keys, self.kept, self.heads = folder, keys, kept, heads
        self.unchecked, self.origin, self.boot, self.prev, self.roots = "", "", "", "0" * 64, {}
        self.records = self.size = self.seq = self.mono = self.anchored = self.removed = 0
        self.problems, self.stated, self.notes, self.peaks, self.retain = [], [], [], [], {}
        self.met, self.files, self.earlier, self.policies, self.told = set(), set(), set(), {}, []
        self.need = lambda right, told: self.problems.extend(["problem  " + told] * (not right))
        begun = {*folder.glob("seg-*")}
        try:
            self.read()
        except (OSError, ImportError, NotImplementedError) as error:
            self.unchecked = str(error)
        except (ValueError, RecursionError, LookupError, TypeError, AttributeError) as error:
            self.need(False, f"{error}; it was read no further")
        if begun != {*folder.glob("seg-*")}:
            self.problems, self.unchecked = [], "it is being written: its files changed meanwhile"
        self.unchecked = self.unchecked or ("" if self.records else "it holds no record")

    def read(self):
        for path in (one for how in ("*", "files/*", "tile/**/*") for one in self.folder.glob(how)):
            if path.is_fifo() or path.is_char_device():  # whoever opens it waits, or reads for ever
                raise OSError(f"{path}: a pipe or a device, and no file")
        for path in filter(Path.exists, (self.folder / name for name in NOTES)):
            try:
                self.notes.extend((path.name, c) for c in checkpoints(path, path.name == NOTES[2]))
            except ValueError as error:
                self.need(False, str(error))
        self.sizes = {one.size for _, one in self.notes} | {one.size for one in self.kept}
        found = segments(self.folder)
        self.gone, self.roots[0] = found[0][0] - 1, sha().digest()  # `gone` in front were removed
        self.need([n - self.gone for n, _ in found] == [*range(1, len(found) + 1)], "segments lack")
        for path, name in ((one, one.name) for one in self.folder.iterdir()):
            right = path in [one for _, one in found] or not name.startswith("seg-")
            right &= path.is_dir() if name in FOLDERS else path.is_file() or name not in FILES
            self.need(right and not path.is_symlink(), f"{path}: not a log's under this name")
        if self.gone:  # the file `removed` holds the leaves of their records
            self.removed = self.seq = self.parse(next(lines(found[0][1]), b""))["seq"]
            self.sizes.add(self.removed)
            path, size = self.folder / "removed", self.removed * 32
            data = path.read_bytes()[:size] if path.is_file() else b""
            self.need(len(data) == size, "the hashes of removed records are missing")
            for at in range(0, len(data) - 31, 32):
                self.leaf(data[at : at + 32])
        for _, path in found:
            number, line = 0, b""
            for number, line in enumerate(lines(path), start=1):
                if line.endswith(b"\n"):
                    self.line(f"{path.name}:{number}", line)
            self.need(line[-1:] in b"\n", f"{path.name}:{number}: half a record at its end (torn)")
            self.need(line or path == found[-1][1], f"{path.name}: empty, and not the last one")
        self.check()

    def leaf(self, digest):
        self.prev, self.size, count = digest.hex(), self.size + 1, 1
        if (head := f"sha256:{self.prev}") in self.heads:
            self.met, self.anchored = self.met | {head}, self.size
        while self.peaks and self.peaks[-1][0] == count:  # the tree of RFC 6962, section 2.1
            digest, count = sha(b"\x01" + self.peaks.pop()[1] + digest).digest(), 2 * count
        self.peaks.append((count, digest))
        if self.size in self.sizes:
            *rest, root = [one for _, one in self.peaks]
            while rest:
                root = sha(b"\x01" + rest.pop() + root).digest()
            self.roots[self.size] = root

    def line(self, where, line):
        try:
            record = self.parse(line)
            follows = (record["seq"], record["prev"]) == (self.seq, self.prev)
            self.need(follows, f"{where}: it does not follow the line before")
            self.seq = record["seq"]
            self.look(where, record, record["kind"])
        except NotImplementedError as error:
            self.unchecked = f"{where}: {error}"
        except (ValueError, RecursionError) as error:
            self.need(False, f"{where}: {error}")
        self.seq += 1
        self.leaf(sha(b"\x00" + line[:-1]).digest())

    def look(self, where, record, kind):
        begun, self.records = self.gone and not self.records, self.records + 1
        if record["boot"] == self.boot:
            self.need(kind != "boot" and record["mono"] >= self.mono, f"{where}: a clock goes back")
        elif kind == "boot":
            self.origin = self.origin or str(record.get("origin"))
            self.need(record.get("origin") == self.origin, f"{where}: a run of another log")
        else:
            self.need(begun, f"{where}: a run that does not begin with a boot record")
        self.boot, self.mono = record["boot"], record["mono"]
        self.stated += [Key(str(record["key"]))] if kind == "boot" and "key" in record else []
        self.retain = record if kind == "retain" else self.retain
        holders = [one for one in (record, record.get("cut")) if isinstance(one, dict)]
        self.files |= {one["file"] for one in holders if is_hash(str(one.get("file")))}
        policy = record["policy"] if isinstance(record.get("policy"), dict) else {}
        at, known, text = policy.get("at"), policy.get("hash"), record.get("text")
        if kind == "policy":
            actual = f"sha256:{sha(text.encode()).hexdigest()}" if isinstance(text, str) else None
            same = is_hash(str(known)) and (actual or record.get("file")) == known
            self.need(same, f"{where}: the text of the policy does not have its hash")
            self.policies[str(record["seq"])] = known
        elif "at" in policy and self.policies.get(str(at), self) != known:
            earlier = isinstance(at, int) and 0 <= at < self.removed and is_hash(str(known))
            self.need(earlier, f"{where}: names a policy that was not recorded before it")
            self.earlier |= {(at, known)} if earlier else set()

    def check(self):
        last, stop = (self.retain.get(key, (0, -1))[1] for key in ("segments", "seqs"))
        left = stop + 1 - self.removed  # records that were to go, and are still there
        told = self.gone <= last and (left > 0 if self.gone < last else left == 0)
        told &= bool(left) or self.retain.get("root") == f"sha256:{self.roots[self.removed].hex()}"
        self.need(told or not self.gone, "records were removed, and not as a retain record says")
        kept = {(one["at"], one["hash"]) for one in self.retain.get("policies", ())}
        self.need(self.earlier <= kept, "a policy was removed that later records name")
        self.files |= {name for _, name in kept if is_hash(str(name))}
        self.origin = self.origin or str(self.retain.get("origin", ""))
        found = {f"sha256:{path.name}": path for path in self.folder.glob("files/*")}
        for name, path in found.items():
            same = path.suffix == ".draft" or f"sha256:{sha(path.read_bytes()).hexdigest()}" == name
            self.need(same, f"{path}: it does not have the content that it is named by")
        self.need(not (lack := self.files - {*found}), f"attached files are missing: {lack}")
        mine = [key for key in self.keys if key.kind == 1 and key.name == self.origin]
        eyes = [key for key in self.keys if key.kind == 4]
        self.notes *= bool(self.origin or not self.size)  # nobody knows whose they are
        signed, heirs = NOTES[0] in [n for n, _ in self.notes], {}
        kept = [("kept", one) for one in self.kept if one.origin == self.origin]
        for name, one in sorted([*self.notes, *kept], key=lambda note: note[1].size):
            fits = one.origin == self.origin and self.roots.get(one.size) == one.root
            self.need(fits, f"{name}: its checkpoint over {one.size} records does not fit")
            by = one.by([*mine, *eyes, *(self.stated * (not mine))], self.need) if fits else set()
            vouched = fits and (name == "kept" or bool(by & {*mine, *eyes}))
            self.met, self.anchored = self.met | by, max(self.anchored, one.size * vouched)
            old = {key for key in by if key.kind == 1}
            self.need(all(heirs.get(k, [one.size])[0] >= one.size for k in old), f"{name}: old key")
            for text in [line[9:] for line in one.more if old and line.startswith("next-key ")]:
                right = ((new := Key(text)).name, new.kind) == (self.origin, 1)  # the next key
                right &= all(heirs.setdefault(key, (one.size, text))[1] == text for key in old)
                self.need(right, f"{name}: names a key that is none of this log, or a second one")
                mine += [new] * bool(right and old & {*mine})
        text = "note     the newest checkpoint is by none of the keys you gave or those they name"
        self.told += [text] * bool(signed and mine and fits and not by & {*mine})
        self.need(signed or not (mine or self.stated), "the checkpoints of a signed log are gone")
        self.need(not mine or self.met & set(mine), "no checkpoint is signed by the key you gave")

    def parse(self, line):
        record = json.loads(line)
        version = record.get("v") if isinstance(record, dict) else None
        if type(version) is int and version > 1:
            raise NotImplementedError(f"a record of format {version}; this file reads format 1")
        again = json.dumps(record, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        right = version == 1 and again.encode() + b"\n" == line and len(line) <= LINE_MAX
        right = right and all(type(v := record.get(k)) is t and v >= t() for k, t in HEAD)
        if not right or not self.plain(record) or record["kind"] not in KINDS:
            raise ValueError("no whole record in canonical form, or its header is wrong")
        return record

    def plain(self, value):
        if isinstance(value, dict | list):
            keys, items = (value, value.values()) if isinstance(value, dict) else ((), value)
            return all(map(str.isascii, keys)) and all(map(self.plain, items))
        return not isinstance(value, float) and (not isinstance(value, int) or abs(value) < 2**53)


def checkpoints(path, open_ended):  # an empty line stands after each, or after all but the last
    *blocks, rest = (path.read_bytes() + b"\n" * open_ended).split(b"\n\n")
    try:
        for pair in zip(blocks[::2] + [b""] * bool(rest), blocks[1::2], strict=True):
            yield Checkpoint(b"%b\n\n%b\n" % pair)
    except ValueError as error:
        raise ValueError(f"{path}: half a checkpoint, or none") from error


def segments(folder):
    found = [(re.fullmatch(r"seg-([0-9]{6,})\.jsonl(\.zst)?", p.name), p) for p in folder.iterdir()]
    return sorted((int(match[1]), path) for match, path in found if match)


def lines(path):
    with path.open("rb") as file:
        if path.suffix != ".zst":
            return (yield from file)
        from zstandard import ZstdDecompressor, ZstdError

        try:  # one frame that states its size
            yield from BytesIO(ZstdDecompressor().decompress(file.read(), allow_extra_data=False))
        except ZstdError as error:
            raise ValueError(f"{path}: it cannot be decompressed") from error


def verify(directory, keys, kept, heads):
    inside = [path for path in directory.rglob("*") if path.is_dir() and not path.is_symlink()]
    inside = [path for path in inside if not FOLDERS & set(path.relative_to(directory).parts)]
    logs = [Log(one, keys, kept, heads) for one in (directory, *sorted(inside)) if segments(one)]
    if not logs or not all(map(is_hash, heads)):
        raise OSError(f"{directory}: no decision log there, or a hash that is none")
    names, met = [log.origin for log in logs], set().union(*(log.met for log in logs))
    wanted = {key.name for key in keys if key.kind == 1} | {one.origin for one in kept}
    whole = not any(log.unchecked for log in logs)  # what is lacking may be what was not read
    beside = [f"no log here is called {name}" for name in sorted(wanted - set(names)) if whole]
    beside += [f"two logs are called {name}" for name in {*names} if name and names.count(name) > 1]
    beside += [f"no record has the hash {head}" for head in heads if whole and head not in met]
    for folder in {directory, *inside} - {log.folder for log in logs}:
        beside += [f"{path}: a link" for path in folder.iterdir() if path.is_symlink()]
    for log in logs:
        print(f"{log.origin or log.folder}: {log.records} records, {log.anchored} anchored")
        about = [f"  head   sha256:{log.prev}", *log.told, *log.problems]
        print(*about, *log.unchecked.splitlines(), sep="\n  ")
    print("".join(f"problem  {one}\n" for one in beside), end="")
    codes = [2 if log.unchecked else 3 * (log.anchored != log.size) for log in logs]
    codes += [3 * (key.kind == 4 and key not in met) for key in keys]  # seen by no witness
    return 1 if beside or any(log.problems for log in logs) else 2 if 2 in codes else max(codes)


def main():
    (words := argparse.ArgumentParser()).add_argument("directory", type=Path)
    for name in ("--key", "--checkpoint", "--head"):
        words.add_argument(name, action="append", default=[])
    given = words.parse_args()
    try:
        raw = {k: Path(k).read_text(errors="ignore") if Path(k).is_file() else k for k in given.key}
        files = [(path, path.read_bytes()[-2:] != b"\n\n") for path in map(Path, given.checkpoint)]
        kept = [one for file in files for one in checkpoints(*file)]
        keys = [Key("".join(one.split()[-1:]), k) for k, one in raw.items()]  # the last line
        code = verify(given.directory, keys, kept, given.head)
    except (OSError, ValueError, ImportError) as error:
        code = print(error) or 2
    print("Result:", ("sound", "NOT SOUND", "could not be checked", "sound, not anchored")[code])
    return code


if __name__ == "__main__":
    raise SystemExit(main())
