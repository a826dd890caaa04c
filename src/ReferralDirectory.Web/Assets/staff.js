// Passkeys, which need a script; and looking at a password that is being typed.
(() => {
const bytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0));
const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
const read = options => {
  options.challenge = bytes(options.challenge);
  if (options.user) options.user.id = bytes(options.user.id);
  for (const list of [options.excludeCredentials, options.allowCredentials]) for (const item of list || []) item.id = bytes(item.id);
  return options;
};
const write = credential => {
  const response = { clientDataJSON: text(credential.response.clientDataJSON) };
  for (const part of ['attestationObject', 'authenticatorData', 'signature', 'userHandle']) if (credential.response[part]) response[part] = text(credential.response[part]);
  if (credential.response.getTransports) response.transports = credential.response.getTransports();
  return JSON.stringify({
    id: credential.id, rawId: text(credential.rawId), type: credential.type, response,
    clientExtensionResults: credential.getClientExtensionResults(), authenticatorAttachment: credential.authenticatorAttachment || undefined,
  });
};
const run = async form => {
  const body = new URLSearchParams({ __token: form.elements.__token.value });
  const answer = await fetch(form.dataset.options, { method: 'POST', body, redirect: 'error' });
  if (!answer.ok) throw new Error();
  const asked = await answer.json();
  const publicKey = read(JSON.parse(asked.options));
  const credential = form.dataset.passkey === 'create' ? await navigator.credentials.create({ publicKey }) : await navigator.credentials.get({ publicKey });
  form.elements.credential.value = write(credential);
  form.elements.state.value = asked.state;
  form.submit();
};
const focusErrors = () => { const errors = document.getElementById('errors'); if (errors) errors.focus() };
document.querySelectorAll('form[data-passkey]').forEach(form => {
  if (!window.PublicKeyCredential) return;
  form.hidden = false;
  form.addEventListener('submit', event => {
    event.preventDefault();
    const said = form.querySelector('.error');
    said.hidden = true;
    run(form).catch(() => { said.textContent = form.dataset.failed; said.hidden = false });
  });
});
document.querySelectorAll('input[type=password]').forEach(field => {
  const button = document.createElement('button');
  const say = () => { button.textContent = field.type === 'password' ? document.body.dataset.show : document.body.dataset.hide };
  button.type = 'button';
  button.className = 'plain reveal';
  button.setAttribute('aria-controls', field.id);
  button.addEventListener('click', () => { field.type = field.type === 'password' ? 'text' : 'password'; say() });
  // A browser keeps what was sent in a visible field for next time.
  field.form.addEventListener('submit', () => { field.type = 'password'; say() });
  say();
  field.after(button);
});
focusErrors();
})();
