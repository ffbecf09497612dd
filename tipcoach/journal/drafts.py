"""The drafts beside the journal: a walk in progress, and the checklist it was begun with.

What validates a file is heavy, so it is imported once there is a file to read or to write.
"""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from tipcoach.errors import InUse, NotFound, NotReadable, NotSaved
from tipcoach.journal.holding import Hold
from tipcoach.journal.reading import ENTRY_NAME, Unused, is_there, names_in, read_bytes
from tipcoach.journal.writing import Writer, not_saved
from tipcoach.practice.draft import Draft


class Drafts:
    """Drafts under `folder`, each with the checklist it was begun with beside it."""

    def __init__(self, folder: Path, writer: Writer) -> None:
        self.folder = folder
        self._writer = writer

    def begin(self, draft: Draft) -> None:
        """Write the checklist, then the draft: a draft is never without its questions."""
        self._write_checklist(draft)
        self.save(draft)

    def save(self, draft: Draft) -> None:
        """Write the draft over the last one. Raises `NotSaved`; the last one then stands."""
        from tipcoach.journal.written_out import write_draft

        if not is_there(self._beside(draft.id)):
            # Somebody took the folder away, and it is being made again.
            self._write_checklist(draft)
        self._writer.write(self.folder / f"{draft.id}.json", write_draft(draft), once=False)

    def _write_checklist(self, draft: Draft) -> None:
        from tipcoach.journal.written_out import write_checklist

        checklist = write_checklist(draft.walk.checklist)
        self._writer.write(self._beside(draft.id), checklist, once=True)

    def find(self, draft_id: str) -> None:
        """Raises `NotFound` when there is no such draft, `NotReadable` with no way to look."""
        name = f"{draft_id}.json"
        if not ENTRY_NAME.fullmatch(name) or name not in names_in(self.folder):
            raise NotFound("There is no such draft.")

    def read(self, draft_id: str) -> Draft:
        """Raises `NotFound` or `NotReadable`."""
        self.find(draft_id)
        path = self.folder / f"{draft_id}.json"
        try:
            checklist = read_bytes(self._beside(draft_id))
        except NotReadable as fault:
            raise NotReadable(f"the checklist beside it cannot be used: {fault}") from None
        draft = _read_draft(read_bytes(path), checklist)
        if draft.id != draft_id:
            raise NotReadable("its name and the id in it differ")
        return draft

    def all(self) -> Iterator[Draft | Unused]:
        """Every draft, newest first, and every one that cannot be used, with its reason."""
        for name in sorted(names_in(self.folder), reverse=True):
            if not ENTRY_NAME.fullmatch(name):
                continue
            try:
                yield self.read(Path(name).stem)
            except NotReadable as fault:
                yield Unused(self.folder / name, str(fault))
            except NotFound:
                continue

    def hold(self, draft_id: str) -> Hold:
        """Keep a draft for this window. Raises `InUse`, or `NotSaved` with no folder for it."""
        self._writer.make_folder(self.folder)
        lock = self._lock(draft_id)
        try:
            return Hold(lock)
        except OSError as fault:
            raise not_saved(lock, fault) from None

    def is_held(self, draft_id: str) -> bool:
        """Whether a window has the draft open."""
        if not is_there(self._lock(draft_id)):
            return False
        try:
            Hold(self._lock(draft_id)).let_go()
        except InUse:
            return True
        except OSError:
            return False
        return False

    def remove(self, draft_id: str) -> None:
        """Take a draft and its checklist away. Raises `NotSaved`."""
        self._writer.erase(self.folder / f"{draft_id}.json")
        self._writer.erase(self._beside(draft_id))
        # On Windows a lock still held stays; it is empty and the next start takes no notice.
        with suppress(NotSaved):
            self._writer.remove(self._lock(draft_id))

    def _lock(self, draft_id: str) -> Path:
        return self.folder / f"{draft_id}.lock"

    def _beside(self, draft_id: str) -> Path:
        return self.folder / f"{draft_id}.checklist.json"


def _read_draft(data: bytes, checklist: bytes) -> Draft:
    """Raises `NotReadable`."""
    from tipcoach.journal.plain_draft import plain_draft

    if draft := plain_draft(data, checklist):
        return draft
    from tipcoach.journal.format import read_draft

    return read_draft(data, checklist)
