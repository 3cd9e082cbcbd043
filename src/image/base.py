"""Makes the image's base of Debian packages, where no image registry can be asked: a Java runtime and what it needs.

Usage: base.py TAR

Nothing is installed and nothing needs root: the packages are downloaded, checked by apt, and their files put into one layer
of a tar as `docker save` writes them. The same packages give the same bytes.
"""
import base64
import hashlib
import io
import json
import os
import re
import struct
import subprocess
import sys
import tarfile
import tempfile

PACKAGES = [
    "base-files",  # /etc/os-release, the licences, /tmp
    "ca-certificates",  # whom the service trusts when it calls Telegram
    "dash",  # initdb starts its server through /bin/sh
    "libc6",
    "libgcc-s1",
    "libstdc++6",  # Postgres's ICU
    "tzdata",
    "zlib1g",
    "openjdk-17-jre-headless",
    # What Java's pictures and letters load: reports and QR codes.
    "fonts-dejavu-core",
    "fontconfig-config",
    "libbrotli1",
    "libexpat1",
    "libfontconfig1",
    "libfreetype6",
    "libglib2.0-0",
    "libgraphite2-3",
    "libharfbuzz0b",
    "libjpeg62-turbo",
    "liblcms2-2",
    "libpcre2-8-0",
    "libpng16-16",
    "libuuid1",
]
# Read by nobody in a container; licences stay.
LEFT_OUT = re.compile(
    r"usr/share/(doc/(?!.*/copyright$).|man/|locale/|lintian/|bug/|menu/|perl5/|debconf/|apport/|gcc/|gdb/)"
    r"|usr/lib/jvm/[^/]+/(man/|docs|lib/server/classes_nocoops\.jsa)"
    r"|usr/s?bin/update-ca-certificates"
)
# Debian's folders of old, which are links since its release 12.
MERGED = ["bin", "lib", "lib64", "sbin"]
# So that nothing in the layer is older than what tools take for a mistake.
MODIFIED = 1
NAMES = b"hosts: files dns\npasswd: files\ngroup: files\n"
JVM = "/usr/lib/jvm/java-17-openjdk-amd64"


class Layer:
    """Files by their path; a later one takes the place of an earlier one."""

    def __init__(self):
        self.entries = {}

    def add(self, entry, content=b""):
        entry.name = merged(entry.name)
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = ""
        entry.mtime = MODIFIED
        # Nobody becomes somebody else in this image.
        entry.mode &= 0o1777
        entry.pax_headers = {}
        self.entries[entry.name] = (entry, content)

    def folder(self, path, mode=0o755):
        entry = tarfile.TarInfo(path)
        entry.type, entry.mode = tarfile.DIRTYPE, mode
        self.add(entry)

    def file(self, path, content):
        entry = tarfile.TarInfo(path)
        entry.mode, entry.size = 0o644, len(content)
        self.add(entry, content)

    def link(self, path, to):
        entry = tarfile.TarInfo(path)
        entry.type, entry.linkname, entry.mode = tarfile.SYMTYPE, to, 0o777
        self.add(entry)

    def package(self, deb):
        """Its files, and what it is, where scanners of images without a package manager look."""
        files = subprocess.run(["dpkg-deb", "--fsys-tarfile", deb], check=True, capture_output=True).stdout
        with tarfile.open(fileobj=io.BytesIO(files)) as tar:
            for entry in tar:
                path = merged(entry.name)
                if not path or path in MERGED or LEFT_OUT.match(path):
                    continue
                if entry.islnk():
                    entry.linkname = merged(entry.linkname)
                self.add(entry, tar.extractfile(entry).read() if entry.isreg() else b"")
        control = subprocess.run(["dpkg-deb", "--field", deb], check=True, capture_output=True).stdout
        name = re.search(rb"^Package: (.*)$", control, re.M).group(1).decode()
        self.file(f"var/lib/dpkg/status.d/{name}", control)

    def certificates(self):
        """Those of Debian's list, joined for programs and once more as Java reads them."""
        pems = [
            content
            for name, (_, content) in sorted(self.entries.items())
            if name.startswith("usr/share/ca-certificates/") and name.endswith(".crt")
        ]
        self.file("etc/ssl/certs/ca-certificates.crt", b"".join(pems))
        self.file("etc/ssl/certs/java/cacerts", trust_store(pems))

    def bytes(self):
        """Sorted, folders that no package brings included."""
        for path in list(self.entries):
            while path := os.path.dirname(path):
                if path not in self.entries:
                    self.folder(path)
        out = io.BytesIO()
        with tarfile.open(fileobj=out, mode="w", format=tarfile.GNU_FORMAT) as tar:
            # A hard link comes after the file it names.
            for _, (entry, content) in sorted(self.entries.items(), key=lambda item: (item[1][0].islnk(), item[0])):
                tar.addfile(entry, io.BytesIO(content))
        return out.getvalue()


def merged(path):
    path = path.removeprefix("./").strip("/")
    if path == ".":
        return ""
    return f"usr/{path}" if path.split("/")[0] in MERGED and "/" in path else path


def trust_store(pems):
    """A Java key store (JKS) of certificates, with no date in it: keytool would write today's."""
    def text(value):
        return struct.pack(">H", len(value)) + value

    store = struct.pack(">III", 0xFEEDFEED, 2, len(pems))
    for number, pem in enumerate(pems):
        der = base64.b64decode(b"".join(line for line in pem.split(b"\n") if b"-----" not in line))
        store += struct.pack(">I", 2) + text(b"debian-%d" % number) + struct.pack(">q", 0)
        store += text(b"X.509") + struct.pack(">I", len(der)) + der
    seal = "changeit".encode("utf-16-be") + b"Mighty Aphrodite"
    return store + hashlib.sha1(seal + store).digest()


def download(folder):
    # apt downloads as a user of its own, who has to reach the folder.
    os.chmod(folder, 0o755)
    ended = subprocess.run(["apt-get", "download", "-q", *PACKAGES], cwd=folder, capture_output=True, text=True)
    if ended.returncode:
        sys.exit("Debian's packages did not come (is this Debian, and was `apt-get update` run?):\n" + ended.stderr)
    return [os.path.join(folder, name) for name in sorted(os.listdir(folder))]


def layer_of(debs):
    layer = Layer()
    for deb in debs:
        layer.package(deb)
    for name in MERGED:
        layer.link(name, f"usr/{name}")
    layer.folder("tmp", 0o1777)
    layer.link("usr/bin/java", f"{JVM}/bin/java")
    layer.file("etc/nsswitch.conf", NAMES)
    layer.certificates()
    return layer.bytes()


def saved(path, layer):
    config = json.dumps(
        {
            "architecture": "amd64",
            "os": "linux",
            "created": "1970-01-01T00:00:01Z",
            "config": {
                "Env": [
                    "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
                    f"JAVA_HOME={JVM}",
                    "LANG=C.UTF-8",
                ]
            },
            "rootfs": {"type": "layers", "diff_ids": ["sha256:" + hashlib.sha256(layer).hexdigest()]},
            "history": [{"created": "1970-01-01T00:00:01Z", "created_by": "src/image/base.py"}],
        },
        sort_keys=True,
    ).encode()
    manifest = json.dumps([{"Config": "config.json", "RepoTags": None, "Layers": ["layer.tar"]}]).encode()
    with tarfile.open(path, "w", format=tarfile.GNU_FORMAT) as tar:
        for name, content in (("manifest.json", manifest), ("config.json", config), ("layer.tar", layer)):
            entry = tarfile.TarInfo(name)
            entry.size, entry.mode, entry.mtime = len(content), 0o644, MODIFIED
            tar.addfile(entry, io.BytesIO(content))


def main(path):
    with tempfile.TemporaryDirectory() as folder:
        layer = layer_of(download(folder))
    os.makedirs(os.path.dirname(os.path.abspath(path)), exist_ok=True)
    saved(path, layer)
    print(f"{path}: {len(layer) // 1_000_000} MB")


if len(sys.argv) != 2:
    sys.exit("Usage: base.py TAR")
main(sys.argv[1])
