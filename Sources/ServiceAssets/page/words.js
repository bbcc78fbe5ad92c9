// Every word of the page, in Chinese and in English.
const words = {
  zh: {
    title: '朱笔 · 发布前检查', tagline: '发布之前，先过一遍', skip: '跳到正文', keys: '快捷键', other: 'English',
    writeTitle: '文稿', textLabel: '文稿内容', hint: '把文稿粘贴到这里，或把文件拖进来。', choose: '选择文件…', profile: '体裁',
    asOf: '判断日期', scan: '审读',
    formats: '可读 TXT、HTML、Markdown、CSV、DOCX、XLSX、PPTX、OFD、ODT、PDF、ZIP 等。文稿只在本服务内检查，不外传、不记录。',
    revise: '修改文稿', copy: '复制改后文稿', acceptAll: '采纳全部确定的改法', exportJSON: '导出 JSON', exportCSV: '导出 CSV',
    markup: '显示标记', fresh: '另审一篇', notes: '批注', previous: '上一条', next: '下一条', drop: '松开鼠标，开始审读', close: '关闭',
    gate: '需要访问令牌', gateHint: '本服务设有令牌，请向管理员索取。令牌只保存在这个浏览器标签页中。', token: '令牌', enter: '进入',
    pasted: '粘贴的文稿', empty: '先粘贴文稿，或选择一个文件。', copied: '已复制改后的文稿。', copyFailed: '浏览器不许复制，请在“修改文稿”中手工复制。',
    nothing: '没有发现问题。', nothingShown: '所选级别没有批注。', offline: '连不上服务。',
    progress: (done, all) => all === 0 ? '' : `已处理 ${done} / ${all} 条`, place: (n, all) => `${n} / ${all}`,
    line: (line, column) => `第 ${line} 行第 ${column} 字`, basis: '依据：', accept: '采纳', falseAlarm: '误报', undo: '撤销', save: '确定', cancel: '取消',
    replacement: '改为', reason: '理由（必填）', adopted: '已采纳', kept: '误报，保留原文', reasonNeeded: '请写明理由。', overlap: '与已采纳的另一处改动重叠，请先撤销那一处。',
    accepted: (n) => n === 0 ? '没有可以直接采纳的改法。' : `已采纳 ${n} 处。`, show: '查看', remove: '删去',
    severity: { block: '阻断', error: '严重', warning: '一般', info: '提示' },
    confidence: { possible: '疑似', likely: '很可能', certain: '' },
    verdict: { pass: '通过', review: '复核', block: '不予发布', incomplete: '未能读全' },
    profiles: { official: '公文与政务信息', 'gov-style': '公文（严）', publicity: '宣传稿件', news: '新闻稿件', promotion: '推广与广告', judgment: '裁判文书', statute: '法规与原文照登', 'strict-language': '严格用语', all: '全部词库' },
    help: [['J / ↓', '下一条批注'], ['K / ↑', '上一条批注'], ['A', '采纳当前改法'], ['X', '标为误报（写理由）'], ['U', '撤销'], ['C', '复制改后文稿'], ['E', '修改文稿'], ['Ctrl + Enter', '审读'], ['?', '本说明']],
    csv: ['级别', '规则', '位置', '部分', '摘录', '说明', '建议', '依据', '处理', '改为或理由'],
    cases: '审核件', threeReviews: '三审三校', threeReviewsHint: '存为审核件后，由三个人依次初审、复审、终审。只保存校验值与遮盖后的批注，不保存文稿。',
    saveCase: '存为审核件', caseSaved: (n) => `已存为审核件 ${String(n).padStart(6, '0')}。`, caseNumber: '审核件', reviewer: '姓名', opinion: '意见', approve: '同意', return: '退回',
    signed: '已签署。', allDone: '三审已完成', agreed: '同意', nameNeeded: '请填写姓名。', returnedBy: '已退回，', noCases: '还没有审核件。', back: '返回', open: '未处理', reopened: '未处理',
    stage: { first: '初审', second: '复审', final: '终审' }, form: { publication: '信息发布审核表', secrecy: '保密审查表' }, caseColumns: ['编号', '文稿', '结论', '进度', '时间'],
  },
  en: {
    title: 'Zhubi · before you publish', tagline: 'Read it once before the public does', skip: 'Skip to the text', keys: 'Keys', other: '中文',
    writeTitle: 'Text', textLabel: 'The text', hint: 'Paste a text here, or drop a file.', choose: 'Choose a file…', profile: 'Genre',
    asOf: 'Judge as of', scan: 'Read',
    formats: 'Reads TXT, HTML, Markdown, CSV, DOCX, XLSX, PPTX, OFD, ODT, PDF, ZIP and more. Texts stay inside this service and are not logged.',
    revise: 'Edit the text', copy: 'Copy the corrected text', acceptAll: 'Accept all certain fixes', exportJSON: 'Export JSON', exportCSV: 'Export CSV',
    markup: 'Show markup', fresh: 'Another text', notes: 'Notes', previous: 'Previous', next: 'Next', drop: 'Drop to read it', close: 'Close',
    gate: 'A token is needed', gateHint: 'This service has tokens; its administrator gives them out. The token stays in this browser tab.', token: 'Token', enter: 'Enter',
    pasted: 'Pasted text', empty: 'Paste a text first, or choose a file.', copied: 'The corrected text was copied.', copyFailed: 'The browser refused to copy; copy by hand under “Edit the text”.',
    nothing: 'Nothing was found.', nothingShown: 'No notes at these levels.', offline: 'The service cannot be reached.',
    progress: (done, all) => all === 0 ? '' : `${done} of ${all} settled`, place: (n, all) => `${n} / ${all}`,
    line: (line, column) => `line ${line}, column ${column}`, basis: 'Basis: ', accept: 'Accept', falseAlarm: 'False alarm', undo: 'Undo', save: 'Save', cancel: 'Cancel',
    replacement: 'Replace with', reason: 'Reason (needed)', adopted: 'Accepted', kept: 'False alarm, kept', reasonNeeded: 'Please give a reason.', overlap: 'This overlaps a change already accepted; undo that one first.',
    accepted: (n) => n === 0 ? 'There is no fix that can be accepted as it is.' : `${n} accepted.`, show: 'Show', remove: 'remove',
    severity: { block: 'block', error: 'error', warning: 'warning', info: 'info' },
    confidence: { possible: 'possible', likely: 'likely', certain: '' },
    verdict: { pass: 'Pass', review: 'Review', block: 'Do not publish', incomplete: 'Not fully read' },
    profiles: { official: 'Official documents', 'gov-style': 'Official, strict style', publicity: 'Publicity', news: 'News', promotion: 'Promotion', judgment: 'Court decisions', statute: 'Statutes, verbatim', 'strict-language': 'Strict language', all: 'Every pack' },
    help: [['J / ↓', 'Next note'], ['K / ↑', 'Previous note'], ['A', 'Accept the fix'], ['X', 'Mark as false alarm'], ['U', 'Undo'], ['C', 'Copy the corrected text'], ['E', 'Edit the text'], ['Ctrl + Enter', 'Read'], ['?', 'This help']],
    csv: ['severity', 'rule', 'place', 'part', 'excerpt', 'message', 'suggestion', 'basis', 'disposition', 'replacement or reason'],
    cases: 'Cases', threeReviews: 'Three reviews', threeReviewsHint: 'Saved as a case, the text is reviewed by three people in turn. Only its hash and the masked notes are kept, never the text.',
    saveCase: 'Save as a case', caseSaved: (n) => `Saved as case ${String(n).padStart(6, '0')}.`, caseNumber: 'Case', reviewer: 'Name', opinion: 'Opinion', approve: 'Approve', return: 'Return',
    signed: 'Signed.', allDone: 'All three done', agreed: 'approved', nameNeeded: 'Please give a name.', returnedBy: 'Returned by ', noCases: 'There are no cases yet.', back: 'Back', open: 'not settled', reopened: 'not settled',
    stage: { first: 'First review', second: 'Second review', final: 'Final review' }, form: { publication: 'Publication form', secrecy: 'Secrecy form' }, caseColumns: ['Case', 'Text', 'Verdict', 'Progress', 'Time'],
  },
};

let language = localStorage.getItem('zhubi-language') || (navigator.language.startsWith('zh') ? 'zh' : 'en');
if (!words[language]) language = 'zh';

export const current = () => language;
export const w = (key) => words[language][key];

export function switchLanguage() {
  language = language === 'zh' ? 'en' : 'zh';
  localStorage.setItem('zhubi-language', language);
}

/** Writes the words of the language into everything that names one. */
export function dress(root = document) {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  document.title = w('title');
  for (const element of root.querySelectorAll('[data-word]')) element.textContent = w(element.dataset.word);
  for (const element of root.querySelectorAll('[data-hint]')) element.placeholder = w(element.dataset.hint);
}
