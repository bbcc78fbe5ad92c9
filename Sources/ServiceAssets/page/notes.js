// The notes in the margin: one for each finding, with what can be done about it.
import { w } from './words.js';

/** An element with text, classes and children; text is only ever text. */
export function make(tag, options = {}, ...children) {
  const element = document.createElement(tag);
  const { text, data, on, ...rest } = options;
  if (text !== undefined) element.textContent = text;
  Object.assign(element, rest);
  Object.assign(element.dataset, data || {});
  for (const [name, action] of Object.entries(on || {})) element.addEventListener(name, action);
  element.append(...children.filter(Boolean));
  return element;
}

/** What to offer as a replacement: the exact form where there is one, else the text as it stands. */
export function proposal(report, number) {
  const finding = report.findings[number];
  const fix = (report.fixes || []).find((one) => one.finding === number);
  const original = report.source.slice(...finding.range.utf16);
  if (fix) return { text: fix.replacement, isExact: sameRange(fix, finding) };
  const first = (finding.suggestion || '').split('|')[0];
  const isAdvice = !first || /[，。；：]/.test(first) || first.length > Math.max(24, original.length * 2);
  return { text: isAdvice ? original : first, isExact: false };
}

const sameRange = (fix, finding) => fix.range.scalar[0] === finding.range.scalar[0] && fix.range.scalar[1] === finding.range.scalar[1];

/** A note. `actions` holds accept(text), keep(reason), undo(), select(). */
export function note(report, number, decision, actions) {
  const finding = report.findings[number];
  const hasPlace = finding.range.utf16[1] > finding.range.utf16[0];
  const where = [w('line')(finding.location.line, finding.location.column), finding.part, finding.rule].filter(Boolean).join(' · ');
  const item = make('li', { className: 'note', tabIndex: -1, data: { number, severity: finding.severity }, on: { click: actions.select } },
    make('h3', {}, make('span', { className: 'tone', text: [w('severity')[finding.severity], w('confidence')[finding.confidence]].filter(Boolean).join(' · ') }), document.createTextNode(finding.message)),
    make('p', { className: 'where', text: hasPlace ? where : finding.rule }),
    finding.suggestion && make('p', { text: '→ ' + finding.suggestion.split('|').join(' / ') }),
    finding.basis && make('p', { className: 'basis', text: w('basis') + finding.basis }));
  if (decision) {
    item.classList.add('settled');
    const words = decision.kind === 'adopted' ? `${w('adopted')}：${decision.replacement || w('remove')}` : `${w('kept')}：${decision.reason}`;
    item.append(make('p', { className: 'verdict-line' }, make('b', { text: words }),
      make('button', { type: 'button', className: 'quiet', text: w('undo'), on: { click: (event) => { event.stopPropagation(); actions.undo(); } } })));
    return item;
  }
  item.append(hasPlace ? replacing(report, number, actions) : make('div', { className: 'acts' }, keeping(actions, item)));
  return item;
}

function replacing(report, number, actions) {
  const field = make('input', { type: 'text', value: proposal(report, number).text, className: 'to' });
  field.setAttribute('aria-label', w('replacement'));
  field.addEventListener('keydown', (event) => {
    event.stopPropagation();
    if (event.key === 'Enter') actions.accept(field.value);
    if (event.key === 'Escape') field.blur();
  });
  const acts = make('div', { className: 'acts' }, make('span', { className: 'arrow', text: '改' }), field,
    make('button', { type: 'button', className: 'accept', text: w('accept'), on: { click: (event) => { event.stopPropagation(); actions.accept(field.value); } } }));
  acts.append(keeping(actions, acts));
  return acts;
}

/** The button that asks for a reason before a finding is left as it is. */
function keeping(actions, place) {
  return make('button', { type: 'button', className: 'keep', text: w('falseAlarm'), on: { click: (event) => {
    event.stopPropagation();
    const box = place.matches('.acts') ? place : place.querySelector('.acts');
    const field = make('input', { type: 'text', placeholder: w('reason'), className: 'reason' });
    field.setAttribute('aria-label', w('reason'));
    const save = () => actions.keep(field.value.trim());
    field.addEventListener('keydown', (key) => {
      key.stopPropagation();
      if (key.key === 'Enter') save();
      if (key.key === 'Escape') actions.redraw();
    });
    box.replaceChildren(field,
      make('button', { type: 'button', text: w('save'), on: { click: (click) => { click.stopPropagation(); save(); } } }),
      make('button', { type: 'button', className: 'quiet', text: w('cancel'), on: { click: (click) => { click.stopPropagation(); actions.redraw(); } } }));
    field.focus();
  } } });
}
