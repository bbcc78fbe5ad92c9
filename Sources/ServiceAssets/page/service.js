// Talking to the service.
import { current, w } from './words.js';

/** Remembers a token for this tab. */
export function token(value) {
  if (value) sessionStorage.setItem('zhubi-token', value);
  return sessionStorage.getItem('zhubi-token');
}

/** Asks and gives the answer as an object, or as text where `form` is 'text'. Throws in the words of the page. */
export async function ask(method, path, body, form = 'json') {
  const headers = {};
  if (token()) headers.Authorization = `Bearer ${token()}`;
  if (body && !(body instanceof FormData)) { headers['Content-Type'] = 'application/json'; body = JSON.stringify(body); }
  let answer;
  try { answer = await fetch(path, { method, headers, body }); } catch { throw new Error(w('offline')); }
  if (answer.ok) return form === 'text' ? answer.text() : answer.json();
  if (answer.status === 401) document.getElementById('gate').showModal();
  const { error } = await answer.json().catch(() => ({}));
  const failure = new Error(error ? (current() === 'zh' ? error.chinese : error.english) : `HTTP ${answer.status}`);
  failure.status = answer.status;
  throw failure;
}
