// The sandbox's controls, as the page uses them.

async function answer(response) {
  const body = await response.json();
  if (!response.ok) {
    throw new Error(body.error || `The sandbox answered ${response.status}`);
  }
  return body;
}

export async function get(path, signal) {
  return answer(await fetch(`/sandbox/${path}`, { signal, cache: 'no-store' }));
}

export async function post(path, body = {}) {
  return answer(await fetch(`/sandbox/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  }));
}

export const pause = millis => new Promise(done => setTimeout(done, millis));
