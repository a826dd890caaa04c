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
})();
