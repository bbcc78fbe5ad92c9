// The three reviews: a scan is saved as a case, then read by three people.
import { current, w } from './words.js';
import { make } from './notes.js';
import { ask } from './service.js';
import { payload, say, stage } from './app.js';

const stages = ['first', 'second', 'final'];
const when = (time) => new Date(time).toLocaleString(current() === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** Draws the panel under the notes of a report. */
export async function review(place, state) {
  const health = await ask('GET', '/health').catch(() => ({}));
  place.hidden = !health.reviews;
  document.getElementById('show-cases').hidden = !health.reviews;
  if (!health.reviews) return;
  place.replaceChildren(
    make('h3', { id: 'review-title', text: w('threeReviews') }),
    make('p', { className: 'small', text: w('threeReviewsHint') }),
    make('button', { type: 'button', text: w('saveCase'), className: 'main', id: 'save-case', on: { click: async () => {
      try {
        const one = await ask('POST', '/v1/cases', payload(state.request));
        say(w('caseSaved')(one.case));
        steps(place, one, state);
      } catch (error) { say(error.message); }
    } } }));
}

/** The settlements of the page that the case does not have yet. */
function missing(one, state) {
  if (!state || state.report.findings.length !== one.findings.length) return [];
  return [...state.settled].filter(([number, decision]) => one.findings[number].disposition !== decision.kind)
    .map(([number, decision]) => ({ finding: number, disposition: decision.kind, reason: decision.reason ?? decision.replacement ?? '' }));
}

/** The three reviews of a case, the one that is due with its form. */
function steps(place, one, state) {
  const back = one.signatures.map((signature) => signature.decision).lastIndexOf('returned');
  const round = one.signatures.slice(back + 1);
  const list = make('ol', { className: 'stages' });
  for (const name of stages) {
    const signature = round.find((other) => other.stage === name);
    const item = make('li', { data: { state: signature ? 'signed' : one.due === name ? 'due' : 'waiting' } }, make('h4', { text: w('stage')[name] }));
    if (signature) item.append(make('p', { text: `${signature.reviewer} · ${when(signature.time)}` }), make('p', { className: 'small', text: signature.opinion || w('agreed') }));
    else if (one.due === name) item.append(signing(place, one, name, state));
    list.append(item);
  }
  const returned = back >= 0 && make('p', { className: 'small', text: `${w('returnedBy')}${one.signatures[back].reviewer}：${one.signatures[back].opinion}` });
  place.replaceChildren(make('h3', { id: 'review-title', text: `${w('caseNumber')} ${String(one.case).padStart(6, '0')}` }), ...(returned ? [returned] : []), list,
    make('div', { className: 'acts' }, ...['publication', 'secrecy'].map((kind) => make('button', { type: 'button', className: 'print', data: { kind }, text: w('form')[kind], on: { click: () => print(one.case, kind) } }))));
}

function signing(place, one, name, state) {
  const reviewer = make('input', { type: 'text', autocomplete: 'name', className: 'reviewer' });
  const opinion = make('input', { type: 'text', className: 'opinion' });
  const sign = async (decision) => {
    try {
      if (!reviewer.value.trim()) { say(w('nameNeeded')); reviewer.focus(); return; }
      const settlements = missing(one, state);
      if (settlements.length) one = await ask('POST', `/v1/cases/${one.case}/settlements`, { reviewer: reviewer.value, settlements });
      const next = await ask('POST', `/v1/cases/${one.case}/signatures`, { stage: name, reviewer: reviewer.value, decision, opinion: opinion.value });
      say(next.due === 'done' ? w('allDone') : w('signed'));
      steps(place, next, state);
    } catch (error) { say(error.message); }
  };
  return make('div', { className: 'signing' },
    make('label', {}, make('span', { text: w('reviewer') }), reviewer), make('label', {}, make('span', { text: w('opinion') }), opinion),
    make('div', { className: 'acts' }, make('button', { type: 'button', className: 'main approve', text: w('approve'), on: { click: () => sign('approved') } }),
      make('button', { type: 'button', className: 'return', text: w('return'), on: { click: () => sign('returned') } })));
}

/** Opens the form in a window of its own, ready to be printed. */
async function print(number, kind) {
  try {
    const page = await ask('GET', `/v1/cases/${number}/form?kind=${kind}`, undefined, 'text');
    const address = URL.createObjectURL(new Blob([page], { type: 'text/html;charset=utf-8' }));
    window.open(address, '_blank', 'noopener');
    setTimeout(() => URL.revokeObjectURL(address), 60000);
  } catch (error) { say(error.message); }
}

/** The list of all cases, newest first. */
export async function openCases(place) {
  try {
    const { cases } = await ask('GET', '/v1/cases');
    const body = make('tbody', {}, ...cases.map((one) => make('tr', {},
      make('td', {}, make('button', { type: 'button', className: 'quiet', text: String(one.case).padStart(6, '0'), on: { click: () => openCase(place, one.case) } })),
      make('td', { text: one.document }), make('td', { text: w('verdict')[one.verdict] }), make('td', { text: one.due === 'done' ? w('allDone') : w('stage')[one.due] }), make('td', { text: when(one.time) }))));
    place.replaceChildren(make('h2', { id: 'case-list-title', text: w('cases') }),
      cases.length ? make('div', { className: 'wide' }, make('table', {}, make('thead', {}, make('tr', {}, ...w('caseColumns').map((text) => make('th', { text, scope: 'col' })))), body)) : make('p', { className: 'nothing', text: w('noCases') }),
      make('div', { className: 'acts' }, make('button', { type: 'button', text: w('back'), on: { click: () => stage('write') } })));
    stage('cases');
  } catch (error) { say(error.message); }
}

async function openCase(place, number) {
  try {
    const one = await ask('GET', `/v1/cases/${number}`);
    const panel = make('section', { className: 'review' });
    place.replaceChildren(make('h2', { id: 'case-list-title', text: one.document }),
      make('p', { className: 'small', text: `${w('verdict')[one.verdict]} · SHA-256 ${one.sha256}` }),
      make('ol', { className: 'notes' }, ...one.findings.map((finding) => make('li', { className: 'note', data: { severity: finding.severity } },
        make('h3', {}, make('span', { className: 'tone', text: w('severity')[finding.severity] }), document.createTextNode(finding.message)),
        make('p', { className: 'where', text: w('line')(finding.line, finding.column) }),
        finding.excerpt && make('p', { className: 'excerpt', text: finding.excerpt }),
        make('p', { className: 'verdict-line' }, make('b', { text: finding.disposition ? `${w(finding.disposition)}：${finding.reason}（${finding.reviewer}）` : w('open') }))))),
      panel, make('div', { className: 'acts' }, make('button', { type: 'button', text: w('back'), on: { click: () => openCases(place) } })));
    steps(panel, one);
    stage('cases');
  } catch (error) { say(error.message); }
}
