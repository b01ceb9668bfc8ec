r"""Reading: bytes or text to a page, everything in it kept, nothing labelled yet.

Offsets of everything that follows index the text made here. Plain text keeps its characters, except that line ends
become ``\n``; HTML becomes all the text a reader could see, one block an element.
"""

from onrecord.read.page import Format, read_bytes, read_text
from onrecord.read.paths import read_file, read_paths
from onrecord.read.records import read_record, read_records

__all__ = ("Format", "read_bytes", "read_file", "read_paths", "read_record", "read_records", "read_text")
