import Testing
import ZhubiText

/// Cases for every state of the standard's tokenizer: input, then the tokens it gives.
struct HTMLTokenizerTests {
  typealias Case = (html: String, tokens: [String])

  private func check(
    _ cases: [Case], _ state: HTMLTokenizer.State = .data, last: String = "", cdata: Bool = false,
    at place: SourceLocation = #_sourceLocation
  ) {
    for (html, tokens) in cases {
      let found = TokenText.lines(html, state, last: last, cdata: cdata)
      #expect(found == tokens, "\(html.debugDescription)", sourceLocation: place)
      let twin = SpecTokenizer.lines(html, state, last: last, cdata: cdata)
      #expect(twin == tokens, "twin: \(html.debugDescription)", sourceLocation: place)
    }
  }

  @Test func dataState() {
    check([
      ("", []),
      ("机密", ["机密"]),
      ("a\0b", ["a\0b"]),
      ("a\r\nb\rc\nd", ["a\nb\nc\nd"]),
      ("a & b", ["a & b"]),
      ("<", ["<"]),
      ("a<", ["a<"]),
    ])
  }

  @Test func tagOpenState() {
    check([
      ("<p>", ["<p>"]),
      ("<P>", ["<p>"]),
      ("<3", ["<3"]),
      ("<国>", ["<国>"]),
      ("<>", ["<>"]),
      ("< p>", ["< p>"]),
      ("<?xml version='1.0'?>x", ["<!--?xml version='1.0'?-->", "x"]),
      ("<?", ["<!--?-->"]),
      ("<<p>", ["<", "<p>"]),
    ])
  }

  @Test func endTagOpenState() {
    check([
      ("</p>", ["</p>"]),
      ("</P >", ["</p>"]),
      ("</p a='1' b/>", ["</p>"]),
      ("</>x", ["x"]),
      ("</", ["</"]),
      ("</ p>x", ["<!-- p-->", "x"]),
      ("</3>", ["<!--3-->"]),
      ("</?", ["<!--?-->"]),
      ("</p", []),
    ])
  }

  @Test func tagNameState() {
    check([
      ("<a\tb>", ["<a b=\"\">"]),
      ("<a\nb>", ["<a b=\"\">"]),
      ("<a\u{C}b>", ["<a b=\"\">"]),
      ("<a\r\nb>", ["<a b=\"\">"]),
      ("<a/>", ["<a/>"]),
      ("<a\0B>", ["<a\u{FFFD}b>"]),
      ("<a<b>", ["<a<b>"]),
      ("<DIV国>", ["<div国>"]),
      ("<a", []),
      ("x<a", ["x"]),
      ("<a ", []),
    ])
  }

  @Test func attributeNameStates() {
    check([
      ("<a b c>", ["<a b=\"\" c=\"\">"]),
      ("<a B=1 b=2>", ["<a b=\"1\">"]),
      ("<a =>", ["<a ==\"\">"]),
      ("<a ==1>", ["<a ==\"1\">"]),
      ("<a b=1 =c>", ["<a b=\"1\" =c=\"\">"]),
      ("<a \"b'<>", ["<a \"b'<=\"\">"]),
      ("<a b\0=1>", ["<a b\u{FFFD}=\"1\">"]),
      ("<a b  =  1>", ["<a b=\"1\">"]),
      ("<a b  c>", ["<a b=\"\" c=\"\">"]),
      ("<a b/c>", ["<a b=\"\" c=\"\">"]),
      ("<a b />", ["<a b=\"\"/>"]),
      ("<a / b>", ["<a b=\"\">"]),
      ("<a //>", ["<a/>"]),
      ("<a /", []),
      ("<a b", []),
      ("<a b ", []),
      ("<a b=", []),
      ("<a 属性=值>", ["<a 属性=\"值\">"]),
    ])
  }

  @Test func attributeValueStates() {
    check([
      ("<a b=>", ["<a b=\"\">"]),
      ("<a b= >", ["<a b=\"\">"]),
      ("<a b=\"x'y\">", ["<a b=\"x'y\">"]),
      ("<a b='x\"y'>", ["<a b=\"x\"y\">"]),
      ("<a b=\"\">", ["<a b=\"\">"]),
      ("<a b=\"x\0y\">", ["<a b=\"x\u{FFFD}y\">"]),
      ("<a b=\"x\r\ny\">", ["<a b=\"x\ny\">"]),
      ("<a b=x\0y>", ["<a b=\"x\u{FFFD}y\">"]),
      ("<a b=x/y>", ["<a b=\"x/y\">"]),
      ("<a b=x/>", ["<a b=\"x/\">"]),
      ("<a b=\"x\"c>", ["<a b=\"x\" c=\"\">"]),
      ("<a b='x'/>", ["<a b=\"x\"/>"]),
      ("<a b=\"x>y\">", ["<a b=\"x>y\">"]),
      ("<a b=x\"y>", ["<a b=\"x\"y\">"]),
      ("<a b==x>", ["<a b=\"=x\">"]),
      ("<a b=\"x", []),
      ("<a b='x>", []),
      ("<a b=x", []),
      ("<a b='x'", []),
    ])
  }

  @Test func characterReferences() {
    check([
      ("&amp;&AMP;&amp", ["&&&"]),
      ("&", ["&"]),
      ("&;", ["&;"]),
      ("& amp;", ["& amp;"]),
      ("&ldquo;放管服&rdquo;", ["“放管服”"]),
      ("&copy签", ["©签"]),
      ("&notit;", ["¬it;"]),
      ("&notin;", ["∉"]),
      ("&notina", ["¬ina"]),
      ("&noti", ["¬i"]),
      ("&nope;", ["&nope;"]),
      ("&ampx", ["&x"]),
      ("&NotEqualTilde;", ["≂̸"]),
      ("&CounterClockwiseContourIntegral;", ["∳"]),
      ("&am", ["&am"]),
      ("&nbsp", ["\u{A0}"]),
      ("&AMPa", ["&a"]),
    ])
    check([
      ("<a b='&amp;'>", ["<a b=\"&\">"]),
      ("<a b='&ampx=1'>", ["<a b=\"&ampx=1\">"]),
      ("<a b='?x=1&copy=2'>", ["<a b=\"?x=1&copy=2\">"]),
      ("<a b='&copy;=2'>", ["<a b=\"©=2\">"]),
      ("<a b='&copy'>", ["<a b=\"©\">"]),
      ("<a b='&copy 2'>", ["<a b=\"© 2\">"]),
      ("<a b='&notit;'>", ["<a b=\"&notit;\">"]),
      ("<a b=&lt>", ["<a b=\"<\">"]),
      ("<a b='&'>", ["<a b=\"&\">"]),
      ("<a b='&#x4e2d;'>", ["<a b=\"中\">"]),
    ])
  }

  @Test func numericReferences() {
    check([
      ("&#65;&#x42;&#X43;", ["ABC"]),
      ("&#20013;&#x56FD", ["中国"]),
      ("&#", ["&#"]),
      ("&#;", ["&#;"]),
      ("&#x", ["&#x"]),
      ("&#x;", ["&#x;"]),
      ("&#xg;", ["&#xg;"]),
      ("&#a", ["&#a"]),
      ("&#0;", ["\u{FFFD}"]),
      ("&#xD800;", ["\u{FFFD}"]),
      ("&#xDFFF;", ["\u{FFFD}"]),
      ("&#x110000;", ["\u{FFFD}"]),
      ("&#99999999999999999999;", ["\u{FFFD}"]),
      ("&#x80;&#150;&#x9F;", ["€–Ÿ"]),
      ("&#x81;", ["\u{81}"]),
      ("&#xFFFE;", ["\u{FFFE}"]),
      ("&#1;", ["\u{1}"]),
      ("&#0000000000000000000065;", ["A"]),
      ("&#65a", ["Aa"]),
      ("&#x1F600;", ["😀"]),
    ])
  }

  @Test func rcdataStates() {
    check(
      [
        ("a<b>&amp;</title>x<b>", ["a<b>&", "</title>", "x", "<b>"]),
        ("a\0", ["a\u{FFFD}"]),
        ("</titles></title >", ["</titles>", "</title>"]),
        ("</TITLE/>", ["</title>"]),
        ("</title", ["</title"]),
        ("</title ", []),
        ("<", ["<"]), ("</", ["</"]), ("</t", ["</t"]),
        ("</ title>", ["</ title>"]),
        ("<!--</title>-->", ["<!--", "</title>", "-->"]),
        ("&notit;&#65", ["¬it;A"]),
      ], .rcdata, last: "title")
    check([("</title></p>", ["</title></p>"])], .rcdata)
  }

  @Test func rawtextStates() {
    check(
      [
        ("a{b:c}&amp;</style>", ["a{b:c}&amp;", "</style>"]),
        ("a\0<!--</style>", ["a\u{FFFD}<!--", "</style>"]),
        ("<</style>", ["<", "</style>"]),
        ("</styles></sty", ["</styles></sty"]),
        ("</style a=b>x", ["</style>", "x"]),
        ("</style", ["</style"]),
      ], .rawtext, last: "style")
  }

  @Test func plaintextState() {
    check([("a<b>&amp;\0</plaintext>", ["a<b>&amp;\u{FFFD}</plaintext>"])], .plaintext)
  }

  @Test func scriptStates() {
    check(
      [
        ("a<b</script>c", ["a<b", "</script>", "c"]),
        ("\0</SCRIPT>", ["\u{FFFD}", "</script>"]),
        ("</scripts></script\n>", ["</scripts>", "</script>"]),
        ("</script", ["</script"]),
        ("<!-</script>", ["<!-", "</script>"]),
        ("<!--</script>-->", ["<!--", "</script>", "-->"]),
        ("<!--<script></script></script>", ["<!--<script></script>", "</script>"]),
        ("<!--<script></script>-->x</script>", ["<!--<script></script>-->x", "</script>"]),
        ("<!--<script>--></script>", ["<!--<script>-->", "</script>"]),
        ("<!--<SCRIPT/ </sCrIpT ></script>", ["<!--<SCRIPT/ </sCrIpT >", "</script>"]),
        ("<!--<scripts></script>", ["<!--<scripts>", "</script>"]),
        ("<!--<script></scripts></script>x", ["<!--<script></scripts></script>x"]),
        ("<!-- - -- -->\0</script>", ["<!-- - -- -->\u{FFFD}", "</script>"]),
        ("<!--\0-\0--\0<", ["<!--\u{FFFD}-\u{FFFD}--\u{FFFD}<"]),
        ("<!--a</", ["<!--a</"]),
        ("<!--a</s", ["<!--a</s"]),
        ("<!--<s", ["<!--<s"]),
        ("<!--<script>\0-\0--\0<", ["<!--<script>\u{FFFD}-\u{FFFD}--\u{FFFD}<"]),
        ("<!--<script>-<</script/></script>", ["<!--<script>-<</script/>", "</script>"]),
        ("<!--></script>", ["<!-->", "</script>"]),
        ("<!---></script>", ["<!--->", "</script>"]),
        ("<!--<script---></script>", ["<!--<script--->", "</script>"]),
        ("<!--- <script></script>", ["<!--- <script></script>"]),
      ], .scriptData, last: "script")
  }

  @Test func commentStates() {
    check([
      ("<!--a-->", ["<!--a-->"]),
      ("<!---->", ["<!---->"]),
      ("<!-->x", ["<!---->", "x"]),
      ("<!--->x", ["<!---->", "x"]),
      ("<!----->", ["<!----->"]),
      ("<!--a--!>x", ["<!--a-->", "x"]),
      ("<!--a--!b-->", ["<!--a--!b-->"]),
      ("<!--a--!--!>", ["<!--a--!-->"]),
      ("<!--a-b--c-->", ["<!--a-b--c-->"]),
      ("<!--a--->", ["<!--a--->"]),
      ("<!--\0-->", ["<!--\u{FFFD}-->"]),
      ("<!--a<!--b-->c", ["<!--a<!--b-->", "c"]),
      ("<!--<!-->", ["<!--<!-->"]),
      ("<!--<!->x-->", ["<!--<!->x-->"]),
      ("<!--a\r\nb-->", ["<!--a\nb-->"]),
      ("<!--", ["<!---->"]), ("<!---", ["<!---->"]), ("<!----", ["<!---->"]),
      ("<!-----", ["<!----->"]),
      ("<!--a", ["<!--a-->"]), ("<!--a-", ["<!--a-->"]), ("<!--a--", ["<!--a-->"]),
      ("<!--a--!", ["<!--a-->"]), ("<!----!", ["<!---->"]), ("<!---!", ["<!---!-->"]),
      ("<!--a<", ["<!--a<-->"]), ("<!--a<!-", ["<!--a<!-->"]),
      ("<!-", ["<!----->"]),
    ])
  }

  @Test func bogusComments() {
    check([
      ("<!a>x", ["<!--a-->", "x"]),
      ("<!>x", ["<!---->", "x"]),
      ("<!", ["<!---->"]),
      ("<!\0>", ["<!--\u{FFFD}-->"]),
      ("<!doctyp>", ["<!--doctyp-->"]),
      ("<![CDATA[x]]>", ["<!--[CDATA[x]]-->"]),
      ("<![if !IE]>x<![endif]>", ["<!--[if !IE]-->", "x", "<!--[endif]-->"]),
    ])
  }

  @Test func cdataStates() {
    check(
      [
        ("<![CDATA[a<b>&amp;]]>c", ["a<b>&amp;c"]),
        ("<![CDATA[]]>", []),
        ("<![CDATA[a]b]]c]]]>", ["a]b]]c]"]),
        ("<![CDATA[\0]]>", ["\0"]),
        ("<![CDATA[a", ["a"]), ("<![CDATA[a]", ["a]"]), ("<![CDATA[a]]", ["a]]"]),
        ("<![cdata[a]]>", ["<!--[cdata[a]]-->"]),
      ], cdata: true)
    check([("a]]>b<p>", ["ab", "<p>"]), ("]]]", ["]]]"])], .cdata)
  }

  @Test func doctypeStates() {
    check([
      ("<!DOCTYPE html>", ["<!DOCTYPE 'html' - ->"]),
      ("<!doctype HTML >", ["<!DOCTYPE 'html' - ->"]),
      ("<!DOCTYPEhtml>", ["<!DOCTYPE 'html' - ->"]),
      ("<!DOCTYPE>", ["<!DOCTYPE - - - quirks>"]),
      ("<!DOCTYPE >", ["<!DOCTYPE - - - quirks>"]),
      ("<!DOCTYPE", ["<!DOCTYPE - - - quirks>"]),
      ("<!DOCTYPE ", ["<!DOCTYPE - - - quirks>"]),
      ("<!DOCTYPE \0>", ["<!DOCTYPE '\u{FFFD}' - ->"]),
      ("<!DOCTYPE a\0>", ["<!DOCTYPE 'a\u{FFFD}' - ->"]),
      ("<!DOCTYPE a", ["<!DOCTYPE 'a' - - quirks>"]),
      ("<!DOCTYPE a ", ["<!DOCTYPE 'a' - - quirks>"]),
      ("<!DOCTYPE a b>c", ["<!DOCTYPE 'a' - - quirks>", "c"]),
      ("<!DOCTYPE a PUBLI 'x'>", ["<!DOCTYPE 'a' - - quirks>"]),
      ("<!DOCTYPE a PUBLIC>", ["<!DOCTYPE 'a' - - quirks>"]),
      ("<!DOCTYPE a PUBLIC", ["<!DOCTYPE 'a' - - quirks>"]),
      ("<!DOCTYPE a public x>", ["<!DOCTYPE 'a' - - quirks>"]),
      ("<!DOCTYPE a PUBLIC 'x'>", ["<!DOCTYPE 'a' 'x' ->"]),
      ("<!DOCTYPE a PUBLIC'x'>", ["<!DOCTYPE 'a' 'x' ->"]),
      ("<!DOCTYPE a PUBLIC \"x'y\">", ["<!DOCTYPE 'a' 'x'y' ->"]),
      ("<!DOCTYPE a PUBLIC ''>", ["<!DOCTYPE 'a' '' ->"]),
      ("<!DOCTYPE a PUBLIC 'x\0'>", ["<!DOCTYPE 'a' 'x\u{FFFD}' ->"]),
      ("<!DOCTYPE a PUBLIC 'x>y", ["<!DOCTYPE 'a' 'x' - quirks>", "y"]),
      ("<!DOCTYPE a PUBLIC 'x", ["<!DOCTYPE 'a' 'x' - quirks>"]),
      ("<!DOCTYPE a PUBLIC 'x'", ["<!DOCTYPE 'a' 'x' - quirks>"]),
      ("<!DOCTYPE a PUBLIC 'x' z>", ["<!DOCTYPE 'a' 'x' - quirks>"]),
      ("<!DOCTYPE a PUBLIC 'x''y'>", ["<!DOCTYPE 'a' 'x' 'y'>"]),
      ("<!DOCTYPE a PUBLIC 'x' \"y\">", ["<!DOCTYPE 'a' 'x' 'y'>"]),
      ("<!DOCTYPE a PUBLIC 'x' 'y", ["<!DOCTYPE 'a' 'x' 'y' quirks>"]),
      ("<!DOCTYPE a PUBLIC 'x' 'y' z>", ["<!DOCTYPE 'a' 'x' 'y'>"]),
      ("<!DOCTYPE a SYSTEM>", ["<!DOCTYPE 'a' - - quirks>"]),
      ("<!DOCTYPE a SYSTEM z>", ["<!DOCTYPE 'a' - - quirks>"]),
      ("<!DOCTYPE a system 'y'>", ["<!DOCTYPE 'a' - 'y'>"]),
      ("<!DOCTYPE a SYSTEM'y\0'>", ["<!DOCTYPE 'a' - 'y\u{FFFD}'>"]),
      ("<!DOCTYPE a SYSTEM 'y>", ["<!DOCTYPE 'a' - 'y' quirks>"]),
      ("<!DOCTYPE a SYSTEM 'y' ", ["<!DOCTYPE 'a' - 'y' quirks>"]),
      ("<!DOCTYPE a SYSTEM 'y' z", ["<!DOCTYPE 'a' - 'y'>"]),
    ])
  }
}
