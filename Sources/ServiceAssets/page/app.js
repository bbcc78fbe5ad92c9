// The page: a text comes in, is read by the service, and is settled note by note.
import { current, dress, switchLanguage, w } from './words.js';
import { corrected, draw, overlaps, severities } from './paper.js';
import { make, note, proposal } from './notes.js';
import { ask, token } from './service.js';
import { openCases, review } from './review.js';

const $ = (id) => document.getElementById(id);
const state = { report: null, request: null, settled: new Map(), current: -1, marks: [], hidden: new Set() };
const settled = (number) => state.settled.get(number);
let toastTimer;

export function say(text) {
  $('toast').textContent = text;
  $('toast').hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => { $('toast').hidden = true; }, 4200);
}

// Sending a text

function options() {
  const chosen = { language: current(), include: 'source,fixes', profile: $('profile').value };
  if ($('as-of').value) chosen.asOf = $('as-of').value;
  return chosen;
}

async function send(request, keep = new Map()) {
  document.body.classList.add('busy');
  $('scan').disabled = true;
  try {
    const answer = await ask('POST', '/v1/scan', payload(request));
    state.request = request;
    show(answer, keep);
  } catch (error) {
    say(error.message);
  } finally {
    document.body.classList.remove('busy');
    $('scan').disabled = false;
  }
}

/** A text or a file as the service takes it, with the options of the page. */
export function payload(request) {
  return request.file ? form(request.file) : { ...options(), include: ['source', 'fixes'], id: request.name || w('pasted'), text: request.text };
}

function form(file) {
  const data = new FormData();
  for (const [key, value] of Object.entries(options())) data.append(key, value);
  data.append('file', file, file.name);
  return data;
}

function scanText() {
  const text = $('text').value;
  if (!text.trim()) { say(w('empty')); $('text').focus(); return; }
  // A text that came from a file keeps the name and form of the file.
  const name = state.request?.name || (state.request?.file && state.request.file.name);
  send(/^\s*<(!doctype|html)/i.test(text) ? { file: new File([text], name || 'page.html', { type: 'text/html' }) } : { text, name });
}

// Showing a report

function show(report, keep) {
  state.report = report;
  state.settled = keep;
  state.hidden = new Set();
  state.current = -1;
  stage('read');
  $('read-title').textContent = report.document;
  $('read-notes').textContent = report.notes.join(' · ');
  const seal = $('verdict');
  seal.textContent = w('verdict')[report.verdict];
  seal.dataset.verdict = report.verdict;
  seal.classList.remove('fresh');
  requestAnimationFrame(() => seal.classList.add('fresh'));
  redraw();
  review($('review'), state);
}

export function stage(name) {
  $('desk').dataset.stage = name;
  $('write').hidden = name !== 'write';
  for (const id of ['read', 'margin', 'step']) $(id).hidden = name !== 'read';
  $('case-list').hidden = name !== 'cases';
}

export function redraw() {
  const { report } = state;
  if (!report) return;
  const drawn = draw($('sheet'), report.source, report.findings, settled);
  state.marks = drawn.marks;
  $('markup-box').hidden = !drawn.isMarkup;
  $('sheet').classList.toggle('plain', drawn.isMarkup && !$('markup').checked);
  filters();
  $('notes').replaceChildren(...visible().map((number) => note(report, number, settled(number), actions(number))));
  if (visible().length === 0) $('notes').append(make('li', { className: 'nothing', text: report.findings.length ? w('nothingShown') : w('nothing') }));
  $('progress').textContent = w('progress')(state.settled.size, report.findings.length);
  if (state.current >= 0) point(state.current, false);
  step();
}

const visible = () => state.report.findings.map((_, number) => number).filter((number) => !state.hidden.has(state.report.findings[number].severity));

function filters() {
  const counts = Object.fromEntries(severities.map((name) => [name, 0]));
  for (const finding of state.report.findings) counts[finding.severity] += 1;
  $('filters').replaceChildren(...severities.filter((name) => counts[name]).map((name) => {
    const button = make('button', { type: 'button', text: `${w('severity')[name]} ${counts[name]}`, data: { severity: name }, className: 'tone', on: { click: () => {
      if (!state.hidden.delete(name)) state.hidden.add(name);
      redraw();
    } } });
    button.setAttribute('aria-pressed', String(!state.hidden.has(name)));
    return button;
  }));
}

// Settling

function actions(number) {
  return {
    select: () => point(number, true), redraw,
    accept: (replacement) => {
      if (overlaps(state.report.findings, settled, number)) { say(w('overlap')); return; }
      settle(number, { kind: 'adopted', replacement });
    },
    keep: (reason) => { if (reason) settle(number, { kind: 'kept', reason }); else say(w('reasonNeeded')); },
    undo: () => { state.settled.delete(number); state.current = number; redraw(); focusNote(); },
  };
}

function settle(number, decision) {
  state.settled.set(number, decision);
  const rest = visible().filter((one) => !settled(one));
  state.current = rest.find((one) => one > number) ?? rest[0] ?? number;
  redraw();
  focusNote();
}

function acceptAll() {
  let count = 0;
  state.report.findings.forEach((_, number) => {
    const { text, isExact } = proposal(state.report, number);
    if (!isExact || settled(number) || overlaps(state.report.findings, settled, number)) return;
    state.settled.set(number, { kind: 'adopted', replacement: text });
    count += 1;
  });
  redraw();
  say(w('accepted')(count));
}

function point(number, moves) {
  state.current = number;
  for (const old of document.querySelectorAll('.current')) old.classList.remove('current');
  for (const mark of state.marks[number] || []) mark.classList.add('current');
  const card = document.querySelector(`.note[data-number="${Number(number)}"]`);
  if (card) { card.classList.add('current'); card.tabIndex = 0; }
  step();
  if (!moves) return;
  state.marks[number]?.[0]?.scrollIntoView({ block: 'center' });
  card?.scrollIntoView({ block: 'nearest' });
}

function focusNote() {
  const card = document.querySelector('.note.current');
  card?.focus({ preventScroll: true });
  state.marks[state.current]?.[0]?.scrollIntoView({ block: 'center' });
  card?.scrollIntoView({ block: 'nearest' });
}

function go(direction) {
  const all = visible();
  if (all.length === 0) return;
  const at = all.indexOf(state.current);
  const next = at < 0 ? (direction > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + direction, 0), all.length - 1);
  point(all[next], true);
  focusNote();
}

function step() {
  const all = visible();
  $('step').hidden = all.length === 0;
  $('place').textContent = w('place')(Math.max(all.indexOf(state.current) + 1, 0), all.length);
}

// Taking the result away

async function copy() {
  try {
    await navigator.clipboard.writeText(corrected(state.report.source, state.report.findings, settled));
    say(w('copied'));
  } catch { say(w('copyFailed')); }
}

export function save(name, type, text) {
  const link = make('a', { href: URL.createObjectURL(new Blob([text], { type })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 5000);
}

/** The report without the text itself, with what was decided. */
function exported() {
  const { source, fixes, ...rest } = state.report;
  return { ...rest, findings: rest.findings.map((finding, number) => ({ ...finding, disposition: settled(number) })) };
}

function csv() {
  // A cell that a spreadsheet would take for a formula is quoted.
  const cell = (value) => { const text = String(value ?? ''); return `"${(/^[=+\-@\t\r]/.test(text) ? "'" : '') + text.replaceAll('"', '""')}"`; };
  const rows = state.report.findings.map((one, number) => {
    const decision = settled(number);
    return [w('severity')[one.severity], one.rule, w('line')(one.location.line, one.location.column), one.part, one.excerpt, one.message, one.suggestion, one.basis,
      decision ? w(decision.kind) : '', decision ? decision.replacement ?? decision.reason : ''];
  });
  return '\ufeff' + [w('csv'), ...rows].map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}

function revise() {
  $('text').value = corrected(state.report.source, state.report.findings, settled);
  stage('write');
  $('text').focus();
}

// Setting up

function words() {
  dress();
  $('language').textContent = w('other');
  $('language').lang = current() === 'zh' ? 'en' : 'zh-CN';
  const chosen = $('profile').value || 'official';
  $('profile').replaceChildren(...Object.entries(w('profiles')).map(([value, text]) => make('option', { value, text })));
  $('profile').value = chosen;
  $('help-list').replaceChildren(...w('help').flatMap(([keys, text]) => [make('dt', {}, ...keys.split(' / ').map((key) => make('kbd', { text: key }))), make('dd', { text })]));
}

const keys = {
  j: () => go(1), ArrowDown: () => go(1), k: () => go(-1), ArrowUp: () => go(-1),
  a: () => document.querySelector('.note.current .accept')?.click(), x: () => document.querySelector('.note.current .keep')?.click(),
  u: () => document.querySelector('.note.current .verdict-line button')?.click(), c: copy, e: revise,
};

document.addEventListener('keydown', (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key === 'Enter' && !$('write').hidden) { scanText(); return; }
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
  if (event.target.matches('input, textarea, select')) return;
  if (event.key === '?') { $('help').showModal(); return; }
  if ($('desk').dataset.stage !== 'read' || !keys[event.key]) return;
  event.preventDefault();
  keys[event.key]();
});

$('scan').addEventListener('click', scanText);
$('file').addEventListener('change', () => { const [file] = $('file').files; $('file').value = ''; if (file) send({ file }); });
$('sheet').addEventListener('click', (event) => { const mark = event.target.closest('[data-finding]'); if (mark) { point(Number(mark.dataset.finding), false); focusNote(); } });
$('markup').addEventListener('change', redraw);
$('revise').addEventListener('click', revise);
$('copy').addEventListener('click', copy);
$('accept-all').addEventListener('click', acceptAll);
$('export-json').addEventListener('click', () => save('zhubi-report.json', 'application/json', JSON.stringify(exported(), null, 2)));
$('export-csv').addEventListener('click', () => save('zhubi-report.csv', 'text/csv', csv()));
$('fresh').addEventListener('click', () => { state.report = null; state.request = null; $('text').value = ''; stage('write'); $('text').focus(); });
$('previous').addEventListener('click', () => go(-1));
$('next').addEventListener('click', () => go(1));
$('help-open').addEventListener('click', () => $('help').showModal());
$('show-cases').addEventListener('click', () => openCases($('case-list')));
$('gate-form').addEventListener('submit', () => { token($('token').value); $('token').value = ''; });
$('language').addEventListener('click', () => {
  switchLanguage();
  words();
ask('GET', '/health').then((health) => { $('show-cases').hidden = !health.reviews; }, () => {});
  // The sentences of a report are the service's: it is asked again, and what was decided stays.
  if (state.report && state.request) send(state.request, state.settled);
});
for (const name of ['dragenter', 'dragover']) document.addEventListener(name, (event) => { event.preventDefault(); $('drop').hidden = !event.dataTransfer?.types.includes('Files'); });
$('drop').addEventListener('dragleave', () => { $('drop').hidden = true; });
document.addEventListener('drop', (event) => { event.preventDefault(); $('drop').hidden = true; const [file] = event.dataTransfer.files; if (file) send({ file }); });

words();
ask('GET', '/health').then((health) => { $('show-cases').hidden = !health.reviews; }, () => {});
