// The text on its sheet: what was found is underlined in place, what was accepted is written in red.
// Every piece of text goes through textContent; nothing of a document is ever read as markup.

/** Order of weight, gravest first. */
export const severities = ['block', 'error', 'warning', 'info'];

/** Stretches of tags, comments, scripts and styles in a markup text. Linear in its length. */
export function markupRanges(text) {
  const ranges = [];
  const low = text.toLowerCase();
  const ends = { '<!--': '-->', '<script': '</script', '<style': '</style' };
  const exhausted = {};
  let at = 0;
  while ((at = text.indexOf('<', at)) >= 0) {
    if (!/[a-z/!?]/i.test(text[at + 1] || '')) { at += 1; continue; }
    let end = -1;
    const opening = Object.keys(ends).find((word) => low.startsWith(word, at));
    if (opening && !exhausted[opening]) {
      end = low.indexOf(ends[opening], at + opening.length);
      if (end < 0) exhausted[opening] = true;
      else end = opening === '<!--' ? end + 3 : text.indexOf('>', end) + 1 || text.length;
    }
    if (end < 0) end = text.indexOf('>', at) + 1;
    if (end <= 0) break;
    ranges.push([at, end]);
    at = end;
  }
  return ranges;
}

/** Cuts the text at every beginning and end, so that each piece has one set of findings. */
export function pieces(length, ranges, markup) {
  const cuts = new Set([0, length]);
  for (const [start, end] of [...ranges, ...markup]) { cuts.add(Math.min(start, length)); cuts.add(Math.min(end, length)); }
  const places = [...cuts].sort((a, b) => a - b);
  const opening = new Map(); const closing = new Map();
  ranges.forEach(([start, end], number) => {
    if (start >= end) return;
    if (!opening.has(start)) opening.set(start, []);
    opening.get(start).push(number);
    if (!closing.has(end)) closing.set(end, []);
    closing.get(end).push(number);
  });
  const open = new Set();
  const result = [];
  let tag = 0;
  for (let i = 0; i + 1 < places.length; i += 1) {
    const [start, end] = [places[i], places[i + 1]];
    for (const number of closing.get(start) || []) open.delete(number);
    for (const number of opening.get(start) || []) open.add(number);
    while (tag < markup.length && markup[tag][1] <= start) tag += 1;
    const isMarkup = tag < markup.length && markup[tag][0] <= start;
    result.push({ start, end, findings: [...open], isMarkup });
  }
  return result;
}

/** Draws the sheet. `settled(number)` gives what was decided about a finding. */
export function draw(sheet, source, findings, settled) {
  const ranges = findings.map((finding) => finding.range.utf16);
  const isMarkup = /^\s*(<!doctype|<html|<head|<body|<meta|<div|<p[\s>]|<table)/i.test(source) || /<html[\s>]/i.test(source.slice(0, 2000));
  const all = pieces(source.length, ranges, isMarkup ? markupRanges(source) : []);
  const fragment = document.createDocumentFragment();
  const written = new Set();
  const marks = findings.map(() => []);
  for (const piece of all) {
    const text = source.slice(piece.start, piece.end);
    if (piece.findings.length === 0) {
      if (piece.isMarkup) {
        const span = document.createElement('span');
        span.className = 'markup';
        span.textContent = text;
        fragment.append(span);
      } else fragment.append(document.createTextNode(text));
      continue;
    }
    const adopted = piece.findings.find((number) => settled(number)?.kind === 'adopted');
    const chief = adopted ?? [...piece.findings].sort((a, b) =>
      severities.indexOf(findings[a].severity) - severities.indexOf(findings[b].severity) || length(findings[a]) - length(findings[b]))[0];
    const mark = document.createElement(adopted === undefined ? 'mark' : 'del');
    mark.textContent = text;
    mark.dataset.finding = chief;
    mark.dataset.severity = findings[chief].severity;
    if (piece.findings.every((number) => settled(number)?.kind === 'kept')) mark.classList.add('kept');
    mark.title = findings[chief].message;
    fragment.append(mark);
    for (const number of piece.findings) marks[number].push(mark);
    if (adopted !== undefined && piece.end === ranges[adopted][1] && !written.has(adopted)) {
      written.add(adopted);
      const ins = document.createElement('ins');
      ins.textContent = settled(adopted).replacement;
      ins.dataset.finding = adopted;
      fragment.append(ins);
      marks[adopted].push(ins);
    }
  }
  sheet.replaceChildren(fragment);
  return { marks, isMarkup };
}

const length = (finding) => finding.range.utf16[1] - finding.range.utf16[0];

/** The text with every accepted replacement made. */
export function corrected(source, findings, settled) {
  const changes = findings.map((finding, number) => [finding.range.utf16, settled(number)])
    .filter(([, decision]) => decision?.kind === 'adopted').sort((a, b) => a[0][0] - b[0][0]);
  let text = '';
  let at = 0;
  for (const [[start, end], decision] of changes) {
    text += source.slice(at, start) + decision.replacement;
    at = end;
  }
  return text + source.slice(at);
}

/** Whether accepting a finding would touch characters another accepted one replaces. */
export function overlaps(findings, settled, number) {
  const [start, end] = findings[number].range.utf16;
  return findings.some((other, index) => index !== number && settled(index)?.kind === 'adopted'
    && start < other.range.utf16[1] && other.range.utf16[0] < end);
}
