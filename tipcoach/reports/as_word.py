"""A report as a Word document. The library for it is loaded here, when one is written."""

from tipcoach.errors import NotInstalled
from tipcoach.more_parts import to_install
from tipcoach.reports.report import Report


def check_installed() -> None:
    """Raise `NotInstalled` where the library is not: before anything is asked."""
    try:
        import docx  # noqa: F401
    except ImportError:
        raise NotInstalled(
            "Writing a .docx needs a part that is not installed; nothing was written.",
            f"{to_install('reports')}. Or use a name that ends in .md, which needs nothing more.",
        ) from None


def word_bytes(report: Report) -> bytes:
    """The bytes of a `.docx`; the same for the same report, whoever writes it and when.

    Raises `NotInstalled`.
    """
    check_installed()
    from tipcoach.reports.word_document import written

    return written(report)
