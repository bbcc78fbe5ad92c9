"""Drives the page in Chromium: what an editor does, what a hostile text tries, how it looks.

    python3 page.py URL FOLDER-FOR-PICTURES FOLDER-OF-TESTS
"""
import json
import os
import sys
import time

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

URL, PICTURES, TESTS = sys.argv[1:4]
TEXT = "关于签定合同的通知\n各单位：请再接再励，联系人手机13812345678。\n机密★1年\n"
HOSTILE = ("<img src=x onerror=\"document.title='HACKED'\"><script>document.title='HACKED'</script>"
           "机密★1年<b onmouseover=alert(1)>签定合同</b>\u202e\u2028'\"&lt;\n")


def browser(width, height, dark):
    options = webdriver.ChromeOptions()
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--lang=zh-CN",
                     f"--window-size={width},{height}"):
        options.add_argument(argument)
    options.add_experimental_option("prefs", {"intl.accept_languages": "zh-CN"})
    if width < 500:
        options.add_experimental_option("mobileEmulation", {"deviceMetrics": {"width": width, "height": height, "pixelRatio": 1}})
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia",
                           {"features": [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"},
                                         {"name": "prefers-reduced-motion", "value": "reduce"}]})
    driver.get(URL)
    return driver


class Page:
    def __init__(self, width=1280, height=900, dark=False):
        self.driver = browser(width, height, dark)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.driver.quit()

    def one(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def js(self, code, *arguments):
        return self.driver.execute_script(code, *arguments)

    def until(self, condition, what):
        WebDriverWait(self.driver, 20).until(lambda _: condition(), what)

    def scan(self, text):
        self.js("document.getElementById('text').value = arguments[0]", text)
        self.one("#scan").click()
        self.until(lambda: self.one("#read").is_displayed(), "the report was not shown")
        time.sleep(0.4)

    def key(self, key):
        self.driver.switch_to.active_element.send_keys(key)
        time.sleep(0.15)

    def quiet(self):
        """Nothing was blocked by the policy, no script failed."""
        # A 4xx the test asked for is logged as a network line; anything else is a fault.
        faults = [line for line in self.driver.get_log("browser") if line["source"] != "network"]
        assert not faults, faults


def an_editor_settles_a_text():
    with Page() as page:
        page.scan(TEXT)
        assert page.one("#verdict").text == "不予发布"
        marks = [mark.text for mark in page.all("#sheet mark")]
        assert marks == ["签定合同", "再接再励", "13812345678", "机密★1年"], marks
        assert page.one("#sheet").text.startswith("关于签定合同的通知")
        notes = page.all(".note")
        assert len(notes) == 4 and "依据" in notes[3].text
        # By keyboard: next, accept, next is chosen.
        page.one("#sheet").click()
        page.key("j")
        page.key("a")
        assert page.one("#sheet ins").text == "签订合同"
        assert page.one("#progress").text == "已处理 1 / 4 条"
        # A false alarm needs a reason.
        page.js("document.querySelectorAll('.note')[3].click()")
        page.js("document.querySelectorAll('.note')[3].querySelector('.keep').click()")
        field = page.one(".reason")
        field.send_keys(Keys.ENTER)
        assert page.one("#toast").text == "请写明理由。"
        field.send_keys("已按规定解密", Keys.ENTER)
        page.until(lambda: "已按规定解密" in page.all(".note")[3].text, "the reason was not kept")
        page.one("#accept-all").click()
        assert page.one("#progress").text == "已处理 4 / 4 条"
        page.one("#revise").click()
        text = page.one("#text").get_property("value")
        assert text == "关于签订合同的通知\n各单位：请再接再厉，联系人手机138****5678。\n机密★1年\n", text
        page.quiet()


def undo_overlap_filter_language():
    with Page() as page:
        page.scan("星政办发[2026]017号，请签定合同。")
        before = page.one("#sheet").text
        page.js("document.querySelector('.note .accept').click()")
        assert page.one("#sheet").text != before
        page.js("document.querySelectorAll('.note .accept')[0].click()")
        assert "重叠" in page.one("#toast").text, "two changes of the same characters were accepted"
        page.js("document.querySelector('.note .verdict-line button').click()")
        assert page.one("#sheet").text == before
        count = len(page.all(".note"))
        page.one("#filters button").click()
        assert len(page.all(".note")) < count
        page.one("#language").click()
        page.until(lambda: page.one("#scan").get_property("disabled") is False and "line 1" in page.one("#notes").text, "no English")
        assert page.one("h1 .brand").text == "朱笔" and page.one("#revise").text == "Edit the text"
        page.quiet()


def hostile_text_stays_text():
    with Page() as page:
        page.scan(HOSTILE)
        time.sleep(0.5)
        assert page.driver.title.startswith("朱笔"), page.driver.title
        assert page.js("return document.querySelectorAll('#sheet img, #sheet script, #sheet b, .note img').length") == 0
        assert page.js("return document.querySelector('#sheet').textContent") == HOSTILE
        page.quiet()


def files_are_read():
    with Page() as page:
        for name, wanted in (("ZhubiAttachmentsTests/Fixtures/notice.docx", None), ("Demo/政策解读.html", "再接再励")):
            page.one("#file").send_keys(os.path.join(TESTS, name))
            page.until(lambda: page.one("#read-title").text == os.path.basename(name), name)
            time.sleep(0.3)
            assert page.all(".note"), name
            if wanted:
                assert any(wanted in mark.text or mark.text in wanted for mark in page.all("#sheet mark"))
                assert page.one("#markup-box").is_displayed()
            page.one("#fresh").click()
        page.quiet()


def three_people_review():
    with Page() as page:
        page.scan(TEXT)
        page.until(lambda: page.all("#save-case"), "cases are off")
        page.one("#accept-all").click()
        page.js("document.querySelectorAll('.note')[3].querySelector('.keep').click()")
        page.one(".reason").send_keys("已按规定解密", Keys.ENTER)
        page.js("document.querySelector('#save-case').click()")
        for place, name in enumerate(["张三", "张三", "李四", "王五"]):
            page.until(lambda: page.all(".reviewer"), "no form")
            page.one(".reviewer").clear()
            page.one(".reviewer").send_keys(name)
            page.js("document.querySelector('.approve').click()")
            time.sleep(0.7)
            if place == 1:
                assert "同一人" in page.one("#toast").text, page.one("#toast").text
        assert len(page.all(".stages li[data-state=signed]")) == 3
        page.js("document.querySelector('.print').click()")
        page.until(lambda: len(page.driver.window_handles) == 2, "no form was opened")
        page.driver.switch_to.window(page.driver.window_handles[1])
        page.until(lambda: page.driver.title == "信息发布审核表", "the form is empty")
        assert page.js("return getComputedStyle(document.querySelector('table')).borderCollapse") == "collapse", "the form has lost its style"
        for word in ("张三", "李四", "王五", "已按规定解密"):
            assert word in page.one("body").text
        page.quiet()
        page.driver.switch_to.window(page.driver.window_handles[0])
        page.one("#show-cases").click()
        page.until(lambda: "三审已完成" in page.one("#case-list").text, "the case is not listed")


LUMINANCE = """
const lum = (text) => { const c = text.match(/[\\d.]+/g).slice(0, 3).map((v) => { v /= 255; return v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; }); return .2126 * c[0] + .7152 * c[1] + .0722 * c[2]; };
const back = (e) => { for (; e; e = e.parentElement) { const b = getComputedStyle(e).backgroundColor; if (!/, 0\\)$/.test(b) && b !== 'transparent') return b; } return 'rgb(255,255,255)'; };
const bad = [];
for (const e of document.querySelectorAll('body *')) {
  if (![...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim()) || !e.offsetParent || e.matches(':disabled, option')) continue;
  const s = getComputedStyle(e); const [a, b] = [lum(s.color), lum(back(e))]; const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
  const large = parseFloat(s.fontSize) >= 24 || (parseFloat(s.fontSize) >= 18.66 && s.fontWeight >= 700);
  if (ratio < (large ? 3 : 4.5)) bad.push([e.tagName, e.className, e.textContent.slice(0, 20), ratio.toFixed(2)]);
}
return bad;
"""


def it_can_be_read_everywhere():
    """Contrast after WCAG AA, no sideways scrolling, nothing unnamed; pictures to be looked at."""
    for width, height in ((1280, 900), (390, 844)):
        for dark in (False, True):
            with Page(width, height, dark) as page:
                name = f"{PICTURES}/{width}-{'dark' if dark else 'light'}"
                time.sleep(0.4)
                page.driver.save_screenshot(f"{name}-write.png")
                page.scan(open(os.path.join(TESTS, "Demo/会议纪要.md"), encoding="utf-8").read())
                page.js("document.querySelectorAll('.note .accept')[5].click()")
                page.js("window.scrollTo(0, 0)")
                time.sleep(0.6)
                page.driver.save_screenshot(f"{name}-read.png")
                assert not (bad := page.js(LUMINANCE)), (width, dark, bad)
                assert page.js("return document.documentElement.scrollWidth <= innerWidth"), "it scrolls sideways"
                unnamed = page.js("return [...document.querySelectorAll('button, input, select, textarea')].filter((e) => e.offsetParent && !e.textContent.trim() && !e.ariaLabel && !e.labels?.length).map((e) => e.outerHTML)")
                assert not unnamed, unnamed


def nothing_comes_from_elsewhere():
    with Page() as page:
        page.scan(TEXT)
        names = page.js("return performance.getEntriesByType('resource').map((e) => e.name)")
        assert names and all(name.startswith(URL) for name in names), names


passed = 0
for test in (an_editor_settles_a_text, undo_overlap_filter_language, hostile_text_stays_text, files_are_read,
             three_people_review, it_can_be_read_everywhere, nothing_comes_from_elsewhere):
    test()
    passed += 1
    print(f"ok {test.__name__}", flush=True)
print(f"web page: {passed} passed, 0 failed, 0 skipped")
