"""Runs an image's tar as a container would, without Docker: its own files, read-only, its user, nothing else in sight.

Usage: image.py TAR

Migrates, starts the service, waits until it is ready, ends it. Needs root, for its namespaces.
"""
import json
import os
import signal
import socket
import subprocess
import sys
import tarfile
import tempfile
import time
import urllib.request

READY_SECONDS = 180
# The service's own patience, README "On a server".
STOP_SECONDS = 60

# The host's network and names, a kernel's folders, a /tmp of its own; of what is left only /data can be written to.
INSIDE = """
mount --bind "$1" "$1"
mount --bind /etc/resolv.conf "$1/etc/resolv.conf"
mount --bind /etc/hosts "$1/etc/hosts"
mount -o remount,bind,ro "$1"
mount -t proc proc "$1/proc"
mount --bind /dev "$1/dev"
mount -t tmpfs -o mode=1777,noexec,nosuid,nodev tmpfs "$1/tmp"
mount --bind "$2" "$1/data"
cd "$1"
root=$1 user=$3 folder=$4
shift 4
# The service is the first process here, as it is in a container.
exec chroot --userspec="$user" "$root" /bin/sh -c 'cd "$0" && exec "$@"' "$folder" "$@"
"""


class Container:
    def __init__(self, tar, folder):
        self.root = os.path.join(folder, "root")
        self.data = os.path.join(folder, "data")
        os.mkdir(self.root)
        with tarfile.open(tar) as image:
            manifest = json.load(image.extractfile("manifest.json"))[0]
            self.config = json.load(image.extractfile(manifest["Config"]))["config"]
            for name in manifest["Layers"]:
                unpack = subprocess.Popen(
                    ["tar", "-xz", "--warning=no-unknown-keyword", "-C", self.root], stdin=subprocess.PIPE)
                unpack.stdin.write(image.extractfile(name).read())
                unpack.stdin.close()
                if unpack.wait():
                    sys.exit(f"{name} is no layer")
        # As Docker does for a new volume: with the rights of the folder it is put over.
        os.mkdir(self.data)
        os.chmod(self.data, os.stat(self.root + "/data").st_mode & 0o7777)
        for name in ("resolv.conf", "hosts"):
            open(f"{self.root}/etc/{name}", "a").close()

    def start(self, *arguments, **variables):
        environment = dict(variable.split("=", 1) for variable in self.config["Env"]) | variables
        # chroot and mount are the host's.
        environment["PATH"] += ":" + os.environ["PATH"]
        command = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-ec", INSIDE, "sh", self.root, self.data]
        command += [self.config["User"], self.config["WorkingDir"], *self.config["Entrypoint"], *arguments]
        return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def first_of(process):
    """The first process inside, as its parent outside sees it."""
    with open(f"/proc/{process.pid}/task/{process.pid}/children") as children:
        return int(children.read().split()[0])


def migrates(container):
    process = container.start("migrate")
    said, _ = process.communicate(timeout=READY_SECONDS)
    if process.returncode:
        sys.exit(f"migrate ended with {process.returncode}:\n{said}")
    print(said.strip())


def serves(container):
    with socket.socket() as free:
        free.bind(("", 0))
        port = free.getsockname()[1]
    started = time.monotonic()
    process = container.start(HTTP_PORT=str(port))
    try:
        ready = f"http://127.0.0.1:{port}/q/health/ready"
        while not answers(ready):
            if process.poll() is not None or time.monotonic() - started > READY_SECONDS:
                process.kill()
                sys.exit("The service did not get ready:\n" + process.stdout.read())
            time.sleep(0.2)
        service = first_of(process)
        user = os.stat(f"/proc/{service}").st_uid
        print(f"ready after {time.monotonic() - started:.1f} s as user {user}, read-only but for /data and /tmp")
        if f"{user}" != container.config["User"].split(":")[0]:
            sys.exit(f"The service runs as {user}.")
        os.kill(service, signal.SIGTERM)
        said, _ = process.communicate(timeout=STOP_SECONDS)
    finally:
        process.kill()
    if process.returncode != 128 + signal.SIGTERM or "stopped in" not in said:
        sys.exit(f"The service ended with {process.returncode}:\n{said}")
    if os.path.exists(container.data + "/postgres/postmaster.pid"):
        sys.exit("Postgres was not stopped:\n" + said)
    print("ended at SIGTERM, its Postgres before it")


def answers(address):
    try:
        with urllib.request.urlopen(address, timeout=2) as answer:
            return answer.status == 200
    except OSError:
        return False


with tempfile.TemporaryDirectory() as folder:
    os.chmod(folder, 0o755)
    container = Container(sys.argv[1], folder)
    migrates(container)
    serves(container)
