"""Whether a disk is encrypted: what each system says, and what is made of it."""

import sys
from pathlib import Path

import pytest

from tipcoach.coach.doctor import examine
from tipcoach.coach.doctor.encryption import Encryption, ask, encryption, read_fdesetup

linux = pytest.mark.skipif(sys.platform == "win32", reason="links, as in /sys")


# -- Linux, in a tree made like /proc and /sys -------------------------------------------


class Machine:
    """`/proc/self/mountinfo` and `/sys` of a machine, as far as they are looked at."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._mounts: list[str] = []
        for folder in ("proc/self", "sys/dev/block", "sys/class/block", "sys/devices"):
            (root / folder).mkdir(parents=True)

    def mount(self, at: str, device: str, kind: str = "ext4", source: str = "/dev/x") -> None:
        self._mounts.append(f"36 35 {device} / {at} rw,noatime master:1 - {kind} {source} rw")
        text = "\n".join(["what is this", *self._mounts, ""])
        (self.root / "proc/self/mountinfo").write_text(text)

    def device(self, name: str, number: str, *on: Path, uuid: str = "") -> Path:
        """A device made of others, or of nothing; `uuid` as the device mapper gives it."""
        made = self.root / "sys/devices" / name
        (made / "slaves").mkdir(parents=True)
        for below in on:
            (made / "slaves" / below.name).symlink_to(below)
        if uuid:
            (made / "dm").mkdir()
            (made / "dm/uuid").write_text(f"{uuid}\n")
        self._link(made, number)
        return made

    def partition(self, disk: Path, name: str, number: str) -> Path:
        made = disk / name
        made.mkdir()
        (made / "partition").write_text("1\n")
        self._link(made, number)
        return made

    def _link(self, made: Path, number: str) -> None:
        (self.root / "sys/dev/block" / number).symlink_to(made)
        (self.root / "sys/class/block" / made.name).symlink_to(made)

    def says(self, folder: str = "/home/sam") -> Encryption:
        return encryption(Path(folder), root=self.root)


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    monkeypatch.setattr(sys, "platform", "linux")
    return Machine(tmp_path)


@linux
def test_a_volume_on_luks_on_a_partition_is_encrypted(machine: Machine) -> None:
    """As an installer lays it out."""
    partition = machine.partition(machine.device("sda", "8:0"), "sda3", "8:3")
    luks = machine.device("dm-0", "254:0", partition, uuid="CRYPT-LUKS2-3f1c-luks")
    machine.device("dm-1", "254:1", luks, uuid="LVM-abc")
    machine.mount("/", "254:1")
    found = machine.says()
    assert found.is_on is True
    assert "dm-0" in found.evidence
    assert "CRYPT-LUKS2" in found.evidence
    assert "3f1c" not in found.evidence


@linux
def test_a_bare_partition_is_not_known_to_be(machine: Machine) -> None:
    """The drive may do it by itself, and the host of a virtual machine may."""
    machine.partition(machine.device("sda", "8:0"), "sda1", "8:1")
    machine.mount("/", "8:1")
    found = machine.says()
    assert found.is_on is None
    assert "sda1, sda" in found.evidence


@linux
def test_a_mirror_with_one_half_encrypted_is_not_called_so(machine: Machine) -> None:
    luks = machine.device("dm-0", "254:0", machine.device("sda", "8:0"), uuid="CRYPT-LUKS2-a")
    machine.device("md0", "9:0", luks, machine.device("sdb", "8:16"))
    machine.mount("/", "9:0")
    found = machine.says()
    assert found.is_on is None
    assert "not all" in found.evidence


@linux
def test_the_disk_asked_is_the_one_that_holds_the_folder(machine: Machine) -> None:
    machine.device("sda", "8:0")
    machine.device("dm-0", "254:0", machine.device("sdb", "8:16"), uuid="CRYPT-LUKS1-a")
    machine.mount("/", "8:0")
    machine.mount("/home", "254:0")
    machine.mount("/home/sam\\040smith", "8:0")
    assert machine.says("/home/sam").is_on is True
    assert machine.says("/home/sam smith/x").is_on is None
    assert machine.says("/home2").is_on is None


@linux
def test_of_two_mounted_in_one_place_the_later_counts(machine: Machine) -> None:
    machine.device("sda", "8:0")
    machine.device("dm-0", "254:0", machine.device("sdb", "8:16"), uuid="CRYPT-LUKS1-a")
    machine.mount("/home", "8:0")
    machine.mount("/home", "254:0")
    assert machine.says().is_on is True


@linux
def test_a_file_system_that_names_no_device_by_number_is_found_by_its_name(
    machine: Machine,
) -> None:
    """As btrfs does."""
    machine.device("dm-0", "254:0", machine.device("sda", "8:0"), uuid="CRYPT-LUKS2-a")
    machine.mount("/", "0:31", "btrfs", "/dev/dm-0")
    assert machine.says().is_on is True


@linux
@pytest.mark.parametrize(
    "kind, is_on", [("ecryptfs", True), ("fuse.gocryptfs", True), ("nfs4", None), ("tmpfs", None)]
)
def test_what_is_no_disk_of_its_own(machine: Machine, kind: str, is_on: bool | None) -> None:
    machine.mount("/home/sam", "0:50", kind, "somewhere")
    found = machine.says()
    assert found.is_on is is_on
    assert kind in found.evidence


@linux
def test_a_machine_that_does_not_answer_is_not_guessed_at(machine: Machine) -> None:
    assert machine.says().is_on is None, "there is no list of disks"
    machine.mount("/elsewhere", "8:0")
    assert machine.says().is_on is None, "none holds the folder"


# -- macOS and Windows -------------------------------------------------------------------


@pytest.mark.parametrize(
    "said, is_on",
    [
        ("FileVault is On.\n", True),
        ("FileVault is Off.\n", False),
        ("FileVault is On.\nEncryption in progress: Percent completed = 10.2\n", None),
        ("FileVault is Off.\nDecryption in progress: Percent completed = 10.2\n", None),
        ("FileVault est activé.\n", None),
        ("Error: Unknown command.\n", None),
        ("", None),
    ],
)
def test_what_filevault_says_is_quoted_and_read(said: str, is_on: bool | None) -> None:
    found = read_fdesetup(said)
    assert found.is_on is is_on
    assert " ".join(said.split()) in found.evidence or not said


def test_on_a_mac_filevault_is_asked_for_its_own_disk_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    asked: list[str] = []

    def answer(command: object) -> str:
        asked.append(str(command))
        return "FileVault is On."

    assert encryption(Path("/Users/sam/Library"), answer).is_on is True
    assert encryption(Path("/Volumes/Stick/tipcoach"), answer).is_on is None
    assert len(asked) == 1


@pytest.mark.parametrize("system", ["win32", "freebsd14"])
def test_elsewhere_it_cannot_be_told(monkeypatch: pytest.MonkeyPatch, system: str) -> None:
    monkeypatch.setattr(sys, "platform", system)
    assert encryption(Path("/x")).is_on is None


def test_a_program_that_fails_says_nothing(tmp_path: Path) -> None:
    assert ask([sys.executable, "-c", "print('said')"]).strip() == "said"
    assert ask([str(tmp_path / "none")]) == ""
    assert ask([sys.executable, "-c", "import os; os.write(1, b'\\xff')"]) == "\ufffd"


def test_a_program_that_does_not_end_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tipcoach.coach.doctor.encryption.DEADLINE", 0.05)
    assert ask([sys.executable, "-c", "import threading; threading.Event().wait()"]) == ""


# -- what is made of it ------------------------------------------------------------------


@pytest.mark.parametrize("is_on, state", [(True, "fine"), (False, "wrong"), (None, "cannot-tell")])
def test_only_a_disk_known_not_to_be_encrypted_is_wrong(is_on: bool | None, state: str) -> None:
    (found,) = examine.about_disk(Encryption(is_on, "the evidence"))
    assert found.state.value == state
    assert "the evidence" in found.detail
    assert bool(found.to_do) is (is_on is not True)
