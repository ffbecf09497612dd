"""Where things live, worked out from the environment alone, and the user's own choices.

Nothing here makes a folder or writes a file: asking where something is must not change
anything.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from pathlib import Path

from tipcoach.errors import SettingsFault
from tipcoach.plain_settings import read_plain
from tipcoach.practice.lenses.notice import Lens
from tipcoach.practice.plaintext import clean_line
from tipcoach.practice.visit import Channel, Form

HOME_VARIABLE = "TIPCOACH_HOME"


@dataclass(frozen=True, slots=True)
class Places:
    """Every place on disk. Drafts stay on this machine; the journal may be moved."""

    data: Path
    config: Path
    cache: Path

    @property
    def journal(self) -> Path:
        return self.data / "journal"

    @property
    def drafts(self) -> Path:
        return self.data / "drafts"

    @property
    def editing(self) -> Path:
        """Where an answer is while it is open in the officer's own editor."""
        return self.data / "editing"

    @property
    def open_writes(self) -> Path:
        return self.data / "open-writes.txt"

    @property
    def gists(self) -> Path:
        """What is noted of a large journal, to be quick; it may always be deleted."""
        return self.cache / "gists.db"

    @property
    def settings(self) -> Path:
        return self.config / "settings.yaml"

    @property
    def keys(self) -> Path:
        """The keys of one's own."""
        return self.config / "keys.yaml"

    @property
    def pathways(self) -> Path:
        return self.config / "pathways.yaml"

    @property
    def employer_promise(self) -> Path:
        """What the organisation has promised in writing about how journals may be used."""
        return self.config / "employer-promise.yaml"

    @property
    def overlay(self) -> Path:
        """The organisation's own prompts."""
        return self.config / "prompts"

    @property
    def dismissed(self) -> Path:
        """What a lens was asked not to say again."""
        return self.config / "dismissed.yaml"

    @property
    def streets_and_colleagues(self) -> Path:
        """The officer's own list of names to look out for, one a line."""
        return self.config / "streets-and-colleagues.txt"

    @property
    def identity(self) -> Path:
        """The secret keys of whoever shares, wrapped with a passphrase."""
        return self.data / "identity.age"

    @property
    def own_card(self) -> Path:
        """The public half of them."""
        return self.data / "card.json"

    @property
    def people(self) -> Path:
        """The cards of the people known here, once their numbers were compared."""
        return self.data / "pins.yaml"

    @property
    def agreements(self) -> Path:
        return self.data / "agreements"

    @property
    def sessions(self) -> Path:
        """The records of sessions with somebody, as they were signed."""
        return self.data / "sessions"

    @property
    def shared(self) -> Path:
        """What was shared, of which entry and with whom; it never leaves this machine."""
        return self.data / "shared"

    @property
    def marked(self) -> Path:
        """The copies marked for the session, one id a line."""
        return self.data / "marked.txt"

    @property
    def recovery_key(self) -> Path:
        """The public half of the organisation's recovery key."""
        return self.config / "recovery-key.txt"

    @property
    def search_cache(self) -> Path:
        """What makes later searches quick; it may be deleted at any time."""
        return self.cache / "search.db"

    @property
    def ready(self) -> Path:
        """The questions as they were put together of the prompts; it may always be deleted."""
        return self.cache / "questions"


def places(environment: Mapping[str, str]) -> Places:
    """`TIPCOACH_HOME` holds everything when it is set; otherwise each system's own places."""
    home = environment.get(HOME_VARIABLE, "").strip()
    if home:
        try:
            root = Path(home).expanduser()
        except RuntimeError:
            raise SettingsFault(f"{HOME_VARIABLE} names a home that does not exist.") from None
        return Places(root / "data", root / "config", root / "cache")
    import platformdirs

    found = platformdirs.PlatformDirs("tipcoach", appauthor=False)
    return Places(found.user_data_path, found.user_config_path, found.user_cache_path)


class Look(StrEnum):
    """How the screens look: as the terminal is, or one of three palettes."""

    TERMINAL = "as-terminal"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"


@dataclass(frozen=True, slots=True)
class Settings:
    """The user's choices, and what was used last so that it need not be chosen again.

    `also_in` is the folder that took what the usual one did not. `keep_words` keeps the one word
    for how an officer is in the entry; `hidden` are the ids of questions not to be asked, and
    `lenses_off` the lenses that are switched off. `last_move` is what the moves lens asked about
    last, so that it asks about another. `shared_place` is the folder of the shared place.
    `session_minutes` says how long each part of a session tends to take. `editor_told` says that
    it was said what an editor may keep.
    """

    look: Look = Look.TERMINAL
    channel: Channel = Channel.HOME
    form: Form = Form.QUICK
    welcomed: bool = False
    also_in: str = ""
    keep_words: bool = False
    hidden: tuple[str, ...] = ()
    lenses_off: tuple[Lens, ...] = ()
    last_move: str = ""
    shared_place: str = ""
    session_minutes: bool = True
    editor_told: bool = False


def read_settings(path: Path) -> Settings:
    """Read the settings, or the defaults when there are none.

    Raises `SettingsFault` when the file is there and cannot be used.
    """
    return _settings(read_mapping(path), path)


def _settings(said: dict[str, object], path: Path) -> Settings:
    known = {field.name for field in fields(Settings)}
    if unknown := sorted(set(said) - known):
        raise SettingsFault(f"{path} has a setting that does not exist: {clean_line(unknown[0])}.")
    try:
        return Settings(
            look=Look(str(said.get("look", Look.TERMINAL))),
            channel=Channel(str(said.get("channel", Channel.HOME))),
            form=Form(str(said.get("form", Form.QUICK))),
            welcomed=said.get("welcomed", False) is True,
            also_in=str(said.get("also_in", "")),
            keep_words=said.get("keep_words", False) is True,
            hidden=_ids(said.get("hidden")),
            lenses_off=tuple(map(Lens, _ids(said.get("lenses_off"), "names of lenses"))),
            last_move=str(said.get("last_move", "")),
            shared_place=str(said.get("shared_place", "")),
            session_minutes=said.get("session_minutes", True) is not False,
            editor_told=said.get("editor_told", False) is True,
        )
    except ValueError as fault:
        raise SettingsFault(f"{path}: {clean_line(str(fault))}.") from None


HEAD = "# The choices you made in tipcoach. It may be deleted: the defaults come back."


def write_settings(settings: Settings) -> str:
    """The text of a settings file."""
    return "\n".join([HEAD, *_lines(settings)]) + "\n"


def rewrite_settings(path: Path, before: Settings, after: Settings) -> str | None:
    """The text of the file with what changed between the two; `None` where it cannot be used.

    All else stays as it is there: comments, the order of lines, what another window changed.
    """
    from tipcoach.setting_lines import comments_of, with_lines

    try:
        text = path.read_text(encoding="utf-8-sig")
        wanted = read_settings(path)
    except FileNotFoundError:
        return write_settings(after)
    except (OSError, UnicodeDecodeError, SettingsFault):
        return None
    names = [one.name for one in fields(Settings)]
    names = [one for one in names if getattr(before, one) != getattr(after, one)]
    wanted = replace(wanted, **{one: getattr(after, one) for one in names})
    said = with_lines(text, {one: _scalar(getattr(after, one)) for one in names})
    try:
        if _settings(_mapping(said, path), path) == wanted:
            return said
    except SettingsFault:
        pass
    # Written in a way that has no line for each: what was said of it is kept above the lines.
    return "\n".join([*(comments_of(text) or [HEAD]), *_lines(wanted)]) + "\n"


def _lines(settings: Settings) -> list[str]:
    return [f"{one.name}: {_scalar(getattr(settings, one.name))}" for one in fields(Settings)]


def _ids(said: object, what: str = "the ids of questions") -> tuple[str, ...]:
    if said is None:
        return ()
    if not isinstance(said, list) or not all(isinstance(each, str) for each in said):
        raise ValueError(f"a list of {what} is wanted")
    return tuple(clean_line(each) for each in said)


def _scalar(value: object) -> str:
    """One value as YAML; a path may hold any sign, and what JSON quotes YAML reads."""
    match value:
        case tuple():
            return quoted([*value])
        case bool():
            return str(value).lower()
        case StrEnum():
            return value.value
    return quoted(value)


def quoted(value: object) -> str:
    """A value as YAML reads it back, whatever signs it holds."""
    import json

    # JSON would say an emoji as two halves, which YAML does not put together again.
    said = json.dumps(value, ensure_ascii=False)
    return "".join(sign if sign.isprintable() else f"\\U{ord(sign):08x}" for sign in said)


def read_mapping(path: Path) -> dict[str, object]:
    """A file of one setting a line; none where there is no file. Raises `SettingsFault`."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError):
        raise SettingsFault(f"{path} is there and cannot be read.", _WHAT_TO_DO) from None
    return _mapping(text, path)


def _mapping(text: str, path: Path) -> dict[str, object]:
    if (plain := read_plain(text)) is not None:
        return plain
    import yaml

    try:
        found = yaml.load(text, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, ValueError, RecursionError):
        raise SettingsFault(f"{path} cannot be understood.", _WHAT_TO_DO) from None
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise SettingsFault(f"{path} wants one setting a line.", _WHAT_TO_DO)
    return {str(key): value for key, value in found.items()}


_WHAT_TO_DO = "Your journal is not touched. Mend the file or delete it, then start again."
