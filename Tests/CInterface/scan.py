"""Zhubi from Python with ctypes: a worked example and its test.

    python3 scan.py LIBRARY
"""
import ctypes
import json
import sys


class Options(ctypes.Structure):
    _fields_ = [("size", ctypes.c_size_t)] + [
        (name, ctypes.c_char_p)
        for name in ("document", "format", "charset", "profile", "as_of", "fail_on", "language")
    ] + [("show_sensitive", ctypes.c_int32)]


class Zhubi:
    """A scanner; use it from as many threads as you like."""

    VERDICTS = ("pass", "review", "block", "incomplete")

    def __init__(self, library, packs=(), cache=None):
        self.lib = ctypes.CDLL(library)
        size, pointer = ctypes.c_size_t, ctypes.c_void_p
        self.lib.zhubi_scanner_create.argtypes = [
            ctypes.POINTER(ctypes.c_char_p), size, ctypes.c_char_p, ctypes.POINTER(pointer)]
        self.lib.zhubi_scanner_free.argtypes = [pointer]
        self.lib.zhubi_scan.argtypes = [
            pointer, ctypes.c_char_p, size, ctypes.POINTER(Options), ctypes.POINTER(pointer)]
        self.lib.zhubi_report_json.argtypes = [pointer, ctypes.c_char_p, size]
        self.lib.zhubi_report_json.restype = size
        self.lib.zhubi_report_verdict.argtypes = [pointer]
        self.lib.zhubi_report_free.argtypes = [pointer]
        self.lib.zhubi_last_error.argtypes = [ctypes.c_char_p, size]
        self.lib.zhubi_last_error.restype = size
        folders = (ctypes.c_char_p * len(packs))(*[p.encode() for p in packs])
        self.scanner = pointer()
        self._check(self.lib.zhubi_scanner_create(
            folders, len(packs), cache.encode() if cache else None, ctypes.byref(self.scanner)))

    def scan(self, text, **options):
        """The report as a dictionary. `text` is a str or the bytes of a file."""
        data = text.encode() if isinstance(text, str) else text
        given = Options(size=ctypes.sizeof(Options))
        for name, value in options.items():
            setattr(given, name, value.encode() if isinstance(value, str) else value)
        report = ctypes.c_void_p()
        self._check(self.lib.zhubi_scan(
            self.scanner, data, len(data), ctypes.byref(given), ctypes.byref(report)))
        try:
            length = self.lib.zhubi_report_json(report, None, 0)
            buffer = ctypes.create_string_buffer(length + 1)
            self.lib.zhubi_report_json(report, buffer, length + 1)
            result = json.loads(buffer.value)
            assert result["verdict"] == self.VERDICTS[self.lib.zhubi_report_verdict(report)]
            return result
        finally:
            self.lib.zhubi_report_free(report)

    def close(self):
        self.lib.zhubi_scanner_free(self.scanner)
        self.scanner = None

    def _check(self, status):
        if status:
            length = self.lib.zhubi_last_error(None, 0)
            buffer = ctypes.create_string_buffer(length + 1)
            self.lib.zhubi_last_error(buffer, length + 1)
            raise ValueError(buffer.value.decode())


if __name__ == "__main__":
    zhubi = Zhubi(sys.argv[1])
    report = zhubi.scan("各单位：\n机密★1年\n", document="notice-17", as_of="2026-11-01")
    assert report["verdict"] == "block", report
    finding = report["findings"][0]
    assert finding["rule"] == "term.secrecy-marking"
    start, end = finding["range"]["scalar"]
    assert "各单位：\n机密★1年\n"[start:end].startswith("机密★")
    assert zhubi.scan("好")["verdict"] == "pass"
    assert zhubi.scan("机密★1年".encode("gb18030"))["verdict"] == "block"
    try:
        zhubi.scan("好", profile="nobody")
        raise SystemExit("an unknown profile was accepted")
    except ValueError as error:
        assert "nobody" in str(error)
    zhubi.close()
    print("Python: ok")
