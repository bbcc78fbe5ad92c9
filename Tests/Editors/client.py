"""A scripted editor: opens, changes, asks, applies, as VS Code and Neovim do."""

import asyncio
import pathlib
import sys
import tempfile

from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

PHONE = "13912346789"


class Editor:
    def __init__(self):
        self.client = LanguageClient("zhubi-check", "1")
        self.shown = {}
        self.news = asyncio.Event()
        self.registered = []
        self.messages = []

        @self.client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def _(params: lsp.PublishDiagnosticsParams):
            self.shown[params.uri] = params
            self.news.set()

        @self.client.feature(lsp.CLIENT_REGISTER_CAPABILITY)
        def _(params: lsp.RegistrationParams):
            self.registered += [r.method for r in params.registrations]

        @self.client.feature(lsp.WINDOW_SHOW_MESSAGE)
        def _(params: lsp.ShowMessageParams):
            self.messages.append(params.message)

    async def until(self, uri, wanted):
        for _ in range(100):
            if uri in self.shown and wanted(self.shown[uri].diagnostics):
                return self.shown[uri].diagnostics
            self.news.clear()
            try:
                await asyncio.wait_for(self.news.wait(), 0.2)
            except asyncio.TimeoutError:
                pass
        raise AssertionError(f"not shown: {self.shown.get(uri)}")


def codes(diagnostics):
    return [d.code for d in diagnostics]


def units(text, encoding):
    if encoding == "utf-8":
        return len(text.encode("utf-8"))
    return len(text.encode("utf-16-le")) // 2


def apply(text, edits, encoding):
    """Makes edits as a client does; positions count in the encoding agreed on."""
    def offset(position):
        lines = text.split("\n")
        before = sum(len(line) + 1 for line in lines[: position.line])
        count = 0
        for index, char in enumerate(lines[position.line]):
            if count >= position.character:
                return before + index
            count += units(char, encoding)
        return before + len(lines[position.line])
    for edit in sorted(edits, key=lambda e: -offset(e.range.start)):
        text = text[: offset(edit.range.start)] + edit.new_text + text[offset(edit.range.end):]
    return text


async def session(zhubi, offered, agreed):
    folder = pathlib.Path(tempfile.mkdtemp(prefix="zhubi-editor-"))
    (folder / ".zhubi.yaml").write_text("rules:\n  personal.email: off\n", encoding="utf-8")
    editor = Editor()
    client = editor.client
    await client.start_io(zhubi, "lsp", cwd=str(folder))
    result = await client.initialize_async(lsp.InitializeParams(
        process_id=None, root_uri=folder.as_uri(), locale="zh-cn",
        capabilities=lsp.ClientCapabilities(
            general=lsp.GeneralClientCapabilities(position_encodings=offered),
            workspace=lsp.WorkspaceClientCapabilities(
                did_change_watched_files=lsp.DidChangeWatchedFilesClientCapabilities(
                    dynamic_registration=True)),
            text_document=lsp.TextDocumentClientCapabilities(
                hover=lsp.HoverClientCapabilities(content_format=[lsp.MarkupKind.Markdown]),
                code_action=lsp.CodeActionClientCapabilities(
                    code_action_literal_support=lsp.ClientCodeActionLiteralOptions(
                        code_action_kind=lsp.ClientCodeActionKindOptions(value_set=[])))))))
    encoding = result.capabilities.position_encoding
    assert encoding == agreed, encoding
    client.initialized(lsp.InitializedParams())

    uri = (folder / "公示 名单.md").as_uri()
    text = f"# 公示\n\n😀 双方签定协议，电话{PHONE}。\n"
    client.text_document_did_open(lsp.DidOpenTextDocumentParams(
        text_document=lsp.TextDocumentItem(uri=uri, language_id="markdown", version=1, text=text)))
    shown = await editor.until(uri, lambda d: "personal.mobile" in codes(d))
    assert "typo.confusion" in codes(shown), shown
    phone = next(d for d in shown if d.code == "personal.mobile")
    line = text.split("\n")[2]
    assert phone.range.start.character == units(line[: line.index(PHONE)], encoding)
    assert phone.source == "zhubi" and PHONE not in phone.message

    hover = await client.text_document_hover_async(lsp.HoverParams(
        text_document=lsp.TextDocumentIdentifier(uri=uri), position=phone.range.start))
    assert "personal.mobile" in hover.contents.value and PHONE not in hover.contents.value
    assert hover.range == phone.range

    async def actions(where, only=None):
        return await client.text_document_code_action_async(lsp.CodeActionParams(
            text_document=lsp.TextDocumentIdentifier(uri=uri), range=where,
            context=lsp.CodeActionContext(diagnostics=[], only=only))) or []

    offered_actions = await actions(phone.range)
    titles = [a.title for a in offered_actions]
    assert any("遮蔽" in t for t in titles) and any("忽略" in t for t in titles), titles
    (everything,) = await actions(phone.range, [lsp.CodeActionKind.SourceFixAll])
    fixed = apply(text, everything.edit.changes[uri], encoding)
    assert fixed == text.replace(PHONE, "139****6789").replace("签定", "签订"), fixed

    # One incremental change in the middle of a line with a character outside the basic plane.
    start = phone.range.start
    client.text_document_did_change(lsp.DidChangeTextDocumentParams(
        text_document=lsp.VersionedTextDocumentIdentifier(uri=uri, version=2),
        content_changes=[lsp.TextDocumentContentChangePartial(
            range=lsp.Range(start=start, end=phone.range.end), text="见附件")]))
    shown = await editor.until(uri, lambda d: "personal.mobile" not in codes(d))
    assert codes(shown) == ["typo.confusion"] and editor.shown[uri].version == 2
    client.text_document_did_change(lsp.DidChangeTextDocumentParams(
        text_document=lsp.VersionedTextDocumentIdentifier(uri=uri, version=3),
        content_changes=[lsp.TextDocumentContentChangeWholeDocument(text="机密★1年\n")]))
    await editor.until(uri, lambda d: codes(d) == ["term.secrecy-marking"])

    # Settings of the folder, changed under way.
    (folder / ".zhubi.yaml").write_text("rules:\n  term.secrecy-marking: off\n", encoding="utf-8")
    client.workspace_did_change_watched_files(lsp.DidChangeWatchedFilesParams(changes=[
        lsp.FileEvent(uri=(folder / ".zhubi.yaml").as_uri(), type=lsp.FileChangeType.Changed)]))
    await editor.until(uri, lambda d: not d)
    assert "workspace/didChangeWatchedFiles" in editor.registered

    # A request nobody answers is refused, not dropped.
    try:
        await client.text_document_rename_async(lsp.RenameParams(
            text_document=lsp.TextDocumentIdentifier(uri=uri),
            position=lsp.Position(line=0, character=0), new_name="x"))
        raise AssertionError("rename was answered")
    except Exception as error:
        assert getattr(error, "code", None) == -32601, repr(error)

    client.text_document_did_close(lsp.DidCloseTextDocumentParams(
        text_document=lsp.TextDocumentIdentifier(uri=uri)))
    await client.shutdown_async(None)
    client.exit(None)
    await asyncio.sleep(0.2)
    assert not editor.messages, editor.messages
    await client.stop()
    print(f"language server with pygls, {encoding}: passed")


async def main():
    zhubi = sys.argv[1]
    utf8, utf16 = lsp.PositionEncodingKind.Utf8, lsp.PositionEncodingKind.Utf16
    await session(zhubi, [utf16], "utf-16")
    await session(zhubi, [utf8, utf16], "utf-8")
    await session(zhubi, None, "utf-16")


asyncio.run(asyncio.wait_for(main(), 120))
