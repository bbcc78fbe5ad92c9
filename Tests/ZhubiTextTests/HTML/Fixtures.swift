/// Pages written for the tests that look like pages of portals.
enum Fixtures {
  static let pages = [notice, roster, oldPortal, broken]

  static let notice = """
    <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/x.dtd">
    <html xmlns="http://www.w3.org/1999/xhtml"><head><meta charset="utf-8" />
    <title>关于做好&ldquo;五一&rdquo;值守的通知_某某市人民政府</title>
    <meta name="SiteName" content="某某市人民政府"/><meta name="PubDate" content="2024-04-28 16:30"/>
    <meta name="ArticleTitle" content="关于做好&quot;五一&quot;值守的通知"/>
    <style type="text/css">.hide,.pop{display:none} #qr{visibility:hidden}</style>
    <script>var _hmt = _hmt || []; if (1 < 2) document.write("<p>统计</p>");</script></head>
    <body><!--[if lt IE 9]><script src="html5.js"></script><p>请升级浏览器</p><![endif]-->
    <div class="header"><ul class="nav"><li><a href="/">首页</a></li><li><a href="/xw/">新闻</a></li></ul>
    <a href="/a">政务公开</a><a href="/b">办事服务</a></div>
    <div class="crumb">当前位置：<a href="/">首页</a>&gt;<a href="/tz/">通知公告</a></div>
    <h1>关于做好“五一”值守的通知</h1><div class="info">来源：办公室<span>2024-04-28</span></div>
    <div id="zoom"><p style="text-indent: 2em; font-size: 16px;"><span style="font-family:仿宋">各县（市、区）
    人民政府，<b>市</b>直各单位：</span></p><p>　　一、值班电话&nbsp;0571&mdash;00000000。</p>
    <p style="display:none">内部联系人：甲某</p><p class="pop">弹窗</p></div>
    <form><input type="hidden" name="id" value="机构内码 889900"/><input placeholder="请输入关键字"/></form>
    <div id="qr"><img src="qr.png" alt="二维码" title="扫一扫"/></div>
    <div class="footer"><p>版权所有&copy;某某市</p><a href="mailto:x@example.cn">联系我们</a></div></body></html>
    """

  static let roster = """
    <div class="con"><p align="center"><font size="5"><b>拟录用人员名单</b></font></p>
    <TABLE border=1 cellSpacing=0><TBODY><TR><TD rowSpan=2>序号</TD><TD colSpan=2>人员</TD><TD>备注</TD></TR>
    <TR><TD>姓名</TD><TD>身份证号</TD></TR><TR><TD>1</TD><TD><P>甲某</P></TD><TD>11010119900307<WBR>****</TD><TD></TD>
    <TR><TD>2<TD>乙<SPAN>某</SPAN><TD>11010119900308****<TD>无</TBODY></TABLE>
    <o:p></o:p><?xml:namespace prefix = o ns = "urn:schemas-microsoft-com:office:office" />
    <p class=MsoNormal style='mso-char-indent-count:2.0'><![if !supportLists]>1、<![endif]>公示期<u>5</u>天</p></div>
    """

  static let oldPortal = """
    <HTML><HEAD><TITLE>某局</TITLE></HEAD><BODY bgcolor=#FFFFFF text=black>
    <table width=1000><tr><td background=a.gif><table><tr><td><a href=1.htm>机构</a></td><td><a href=2.htm>动态</a>
    </table><tr><td><font color=white>隐藏关键词</font><font color="#ff0000">正文&#20869;&#x5BB9;</font>
    <marquee>滚动<br>通知</marquee><pre>  第一行
      第二行</pre><textarea rows=2>
    留言</textarea><select name=a><option value=1>友情链接<option value=2>某网</select>
    <script language=javascript><!--
    document.write('<td>x</td>');
    //--></script><noscript><p>请启用脚本</p></noscript></table></BODY></HTML>
    <html><body><p>第二个文档</p></body></html>
    """

  static let broken = """
    <p>段落一<p>段落<b>二<i>三</b>四</i><div>五</p>六</div></span></table>
    <a href="x?a=1&copy=2" title=未闭合>链接<a href='y'>又一链接</a><img alt="图<b>">
    <!-- 注释 -- 中 > 仍是注释 --><!-->可见<!--->可见二<! bogus>三&amp四&#65五&notit;六&unknown;七&
    <svg viewBox="0 0 1 1"><title>图标</title><text>图中字</text><![CDATA[原样<文>]]></svg>
    <ruby>區<rt>qū</rt></ruby>人民政府<ul><li>一<li>二<ul><li>三</ul></ul><dl><dt>甲<dd>乙</dl>
    <td>散落的格子<tr><td>又一格\u{0}<p style="position:absolute;left:-5000px">屏外</p>
    <span data-tel="00000000000" style="font-size:0">零号字</span>\r\n回车\r换行<plaintext>余下<b>原文
    """
}
