// Leaving quickly. In <head>, so that a page that comes back by Back is hidden before it is drawn.
(() => {
const key = 'left', root = document.documentElement;
let shifts = 0, last = 0;
const leave = () => {
root.hidden = true;
try { sessionStorage.setItem(key, '1') } catch {}
location.replace('/exit');
};
// A page that is opened anew, and not come back to, was wanted.
const check = restored => {
try {
if (!sessionStorage.getItem(key)) return;
const entry = performance.getEntriesByType('navigation')[0];
if (!restored && entry && entry.type === 'navigate') sessionStorage.removeItem(key);
else leave();
} catch {}
};
check(false);
addEventListener('pageshow', event => event.persisted && check(true));
addEventListener('click', event => {
const link = event.target.closest && event.target.closest('#exit');
if (link) { event.preventDefault(); leave() }
});
addEventListener('keydown', event => {
if (event.repeat) return;
if (event.key !== 'Shift') { shifts = 0; return }
shifts = event.timeStamp - last < 1500 ? shifts + 1 : 1;
last = event.timeStamp;
if (shifts > 2) leave();
});
// The list narrows in place. Words go in a body, never into an address. The answer is parsed by the request itself:
// the content security policy lets no script make a document from text.
addEventListener('DOMContentLoaded', () => {
const form = document.querySelector('.find');
if (!form) return;
const byId = id => document.getElementById(id), said = byId('said');
let request, timer;
const send = body => {
clearTimeout(timer);
if (request) request.abort();
request = new XMLHttpRequest();
request.open('POST', form.getAttribute('action') + '/found');
request.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded');
request.responseType = 'document';
request.timeout = 20000;
request.onerror = request.ontimeout = () => { said.className = "note"; said.textContent = form.dataset.failed };
request.onload = event => {
const page = event.target.response, found = page && page.getElementById('found');
if (event.target.status !== 200 || !found) { event.target.onerror(); return }
const focused = document.activeElement, hadFocus = byId('found').contains(focused);
byId('found').replaceWith(document.importNode(found, true));
if (hadFocus) {
// Whoever was in the list already keeps the place, or starts at its head.
const results = byId('results'), link = focused.getAttribute('href');
results.tabIndex = -1;
(link && byId('found').querySelector(`[href="${link}"]`) || results).focus();
}
page.querySelectorAll('option').forEach(option => {
const mine = byId(option.parentNode.id).querySelector(`[value="${option.value}"]`);
if (mine) mine.textContent = option.textContent;
});
said.className = "";
said.textContent = byId('results').textContent;
};
request.send(body);
};
const ask = () => send(new URLSearchParams(new FormData(form)).toString());
form.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(ask, 200) });
form.addEventListener('submit', event => { event.preventDefault(); ask() });
document.querySelector('main').addEventListener('click', event => {
const link = event.target.closest('#found a[href*="q="]');
if (link) { event.preventDefault(); send(link.search.slice(1)); byId('main').scrollIntoView() }
});
});
})();
