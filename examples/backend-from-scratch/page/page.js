// All that a page writes: where the backend is, and a token when it is asked for one.
const provider = document.querySelector('#isms');
const backend = document.querySelector('meta[name="backend"]').content;

const policy = new URL(location.href).searchParams.get('policy');
if (policy) {
  document.querySelector('policy-list').hidden = true;
  const reader = document.querySelector('policy-reader');
  reader.hidden = false;
  for (const element of [reader, document.querySelector('ack-button')])
    element.setAttribute('policy', policy);
}

// It stays in this tab, and is never in an address.
const signIn = document.querySelector('#sign-in');
signIn.addEventListener('submit', (event) => {
  event.preventDefault();
  sessionStorage.setItem('token', signIn.querySelector('input').value);
  location.reload();
});

if (sessionStorage.getItem('token')) {
  signIn.hidden = true;
  provider.getToken = () => sessionStorage.getItem('token');
  provider.setAttribute('base-url', backend);
}
