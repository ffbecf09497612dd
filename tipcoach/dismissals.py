"""What an officer asked a lens not to say again, and the names they asked it to look out for.

Both files stay on this machine, readable by their owner alone, plain enough to be changed in
any editor.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tipcoach.errors import SettingsFault
from tipcoach.practice.lenses.notice import Lens, Notice
from tipcoach.practice.plaintext import clean_line
from tipcoach.settings import quoted, read_mapping

_HEAD = "# What you asked not to be told again. Delete a line, or this file, to be told again."
_NAMES_HEAD = (
    "# Streets, schemes and colleagues to look out for, one a line. Only you can read this."
)
_MEND = "Nothing else is touched. Mend the file or delete it."


@dataclass(frozen=True, slots=True)
class Dismissals:
    """The words, folded, that each lens is to leave alone."""

    words: Mapping[Lens, tuple[str, ...]] = field(default_factory=dict)

    def has(self, notice: Notice) -> bool:
        return _folded(notice.quote) in self.words.get(notice.lens, ())

    def and_also(self, notice: Notice) -> "Dismissals":
        """With the words of `notice`, which are its quote and nothing around it."""
        if self.has(notice):
            return self
        before = self.words.get(notice.lens, ())
        return Dismissals({**self.words, notice.lens: (*before, _folded(notice.quote))})

    def without(self, words: str) -> "Dismissals":
        """Without `words`, in every lens."""
        left = {
            lens: tuple(each for each in said if each != _folded(words))
            for lens, said in self.words.items()
        }
        return Dismissals({lens: said for lens, said in left.items() if said})


def read_dismissals(path: Path) -> Dismissals:
    """Those of a file; none where there is no file. Raises `SettingsFault`."""
    words: dict[Lens, tuple[str, ...]] = {}
    for name, said in read_mapping(path).items():
        if name not in list(Lens):
            raise SettingsFault(
                f"{path} has a lens that does not exist: {clean_line(name)}.", _MEND
            )
        if not isinstance(said, list) or not all(isinstance(each, str) for each in said):
            raise SettingsFault(f"{path}: {name} wants a list of words.", _MEND)
        words[Lens(name)] = tuple(map(_folded, said))
    return Dismissals(words)


def write_dismissals(dismissals: Dismissals) -> str:
    """The text of the file."""
    lines = [_HEAD]
    for lens, said in dismissals.words.items():
        lines.append(f"{lens.value}:")
        lines += [f"  - {quoted(each)}" for each in said]
    return "\n".join(lines) + "\n"


def read_names(path: Path) -> tuple[str, ...]:
    """The names of a file, one a line; none where there is no file. Raises `SettingsFault`."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError):
        raise SettingsFault(f"{path} is there and cannot be read.", _MEND) from None
    lines = (clean_line(line).strip() for line in text.splitlines())
    return tuple(dict.fromkeys(line for line in lines if line and not line.startswith("#")))


def write_names(names: Iterable[str]) -> str:
    """The text of the file."""
    return "\n".join([_NAMES_HEAD, *names]) + "\n"


def _folded(words: str) -> str:
    return " ".join(clean_line(words).casefold().split())
