#!/usr/bin/env python3
"""Reads documents with a library of Python and prints what it counted and how long it took.

usage: documents.py html5lib|lxml|selectolax|openpyxl FILE...

html5lib counts the start tags of its tokenizer; lxml and selectolax parse each page and take its
text; openpyxl counts cells that have a value. Time is processor time without imports and files.
"""
import json
import sys
import time


def html5lib_tokens(pages):
    from html5lib._tokenizer import HTMLTokenizer
    from html5lib.constants import tokenTypes

    starts = (tokenTypes["StartTag"],)
    count = 0
    for page in pages:
        tokenizer = HTMLTokenizer(page.decode("utf-8"))
        for token in tokenizer:
            if token["type"] in starts:
                count += 1
    return count


def lxml_text(pages):
    import lxml.etree
    import lxml.html

    count = 0
    for page in pages:
        try:
            count += len(lxml.html.document_fromstring(page).text_content()) > 0
        except lxml.etree.ParserError:
            pass  # A page without an element is no document to it.
    return count


def selectolax_text(pages):
    from selectolax.lexbor import LexborHTMLParser

    return sum(len(LexborHTMLParser(page).body.text()) > 0 for page in pages)


def openpyxl_cells(paths):
    import openpyxl

    count = 0
    for path in paths:
        book = openpyxl.load_workbook(path, read_only=True)
        for sheet in book:
            for row in sheet.iter_rows(values_only=True):
                count += sum(value is not None for value in row)
    return count


def main():
    engine, files = sys.argv[1], sys.argv[2:]
    work = {
        "html5lib": html5lib_tokens, "lxml": lxml_text, "selectolax": selectolax_text,
        "openpyxl": openpyxl_cells,
    }[engine]
    given = files if engine == "openpyxl" else [open(name, "rb").read() for name in files]
    if engine == "openpyxl":
        import openpyxl  # noqa: F401
    else:
        work([b"<p>a</p>"])
    start = time.process_time()
    count = work(given)
    print(json.dumps({"count": count, "seconds": time.process_time() - start}))


main()
