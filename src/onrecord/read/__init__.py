r"""Reading: bytes or text to a page, everything in it kept, nothing labelled yet.

Offsets of everything that follows index the text made here. Plain text keeps its characters, except that line ends
become ``\n`` and front matter is only read for what it says of the text; HTML becomes all the text a reader could see,
one block an element. Whatever a page comes out of, a WARC, a feed or a letter, its HTML is read the same way.
"""

from onrecord.read.formats import LINES, read_bytes, read_stream
from onrecord.read.listings import Listed, ListedKind, read_listing
from onrecord.read.page import Format, read_text
from onrecord.read.paths import read_file, read_paths
from onrecord.read.records import read_record, read_records
from onrecord.read.telling import LeftOut, pages_of

__all__ = (
    "LINES",
    "Format",
    "LeftOut",
    "Listed",
    "ListedKind",
    "pages_of",
    "read_bytes",
    "read_file",
    "read_listing",
    "read_paths",
    "read_record",
    "read_records",
    "read_stream",
    "read_text",
)
