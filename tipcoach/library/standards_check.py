"""Mistakes in the list of standards: ids used twice, and sources that are none."""

from collections.abc import Iterator

from tipcoach.library.folder import Folder
from tipcoach.library.load import Problem, nearest, problem


def standards_faults(folder: Folder) -> Iterator[Problem]:
    if folder.standards is None:
        return
    model, document = folder.standards
    path, keys = folder.path / "standards.yaml", folder.known.sources
    ids = [one.id for one in model.standards]
    for place in (n for n, id_ in enumerate(ids) if id_ in ids[:n]):
        what = f"is “{ids[place]}” a second time"
        yield problem(path, document, ("standards", place, "id"), what)
    for place, standard in enumerate(model.standards):
        for n, key in enumerate(standard.sources):
            if keys is not None and key not in keys:
                what = f"“{key}” is not in sources.yaml{nearest(key, [*keys])}"
                yield problem(path, document, ("standards", place, "sources", n), what)
