// The page: its columns, its clock, and its address, which names who is open so that a reload finds them again.
import { get, post, pause } from './api.js';
import { picker } from './people.js';
import { Column } from './column.js';

const columns = document.querySelector('#columns');
const add = document.querySelector('#add');
const asked = new URLSearchParams(location.search);
const open = new Set();
let payload = asked.get('start') ?? '';
let offset = 0;
let moves = 0;

export const clock = {
  now: () => new Date(Date.now() + offset),
  set(now) {
    offset = new Date(now).getTime() - Date.now();
    showClock();
  },
};

function showClock() {
  const now = clock.now();
  const element = document.querySelector('#now');
  element.dateTime = now.toISOString();
  element.querySelector('.wide').textContent = now.toLocaleDateString([], { weekday: 'short', day: 'numeric', month: 'short' });
  element.lastElementChild.textContent = now.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hour12: false });
  document.querySelector('#today').textContent = now.toLocaleDateString([], { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  open.forEach(column => column.showTime());
}

const days = new Intl.DateTimeFormat([], { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hour12: false });

/** What falls due on the way is sent before the clock goes on, so it may take a while; more may be added meanwhile. */
async function moveClock(forward) {
  const way = document.querySelector('#way');
  const asked = ++moves;
  try {
    let state = await post('clock', { forward });
    while (asked === moves) {
      clock.set(state.now);
      if (state.offset_seconds >= state.target_seconds) {
        way.textContent = `It is ${days.format(clock.now())} now.`;
        return;
      }
      way.textContent = `On the way to ${days.format(new Date(state.to))}…`;
      await pause(200);
      state = await get('clock');
    }
  } catch (problem) {
    way.textContent = problem.message;
  }
}

function remember() {
  const address = new URL(location.href);
  address.searchParams.delete('person');
  open.forEach(column => address.searchParams.append('person', column.person.id));
  if (payload === '') {
    address.searchParams.delete('start');
  }
  history.replaceState(null, '', address);
  add.hidden = columns.querySelector('.picker') !== null;
}

async function openPicker(instead) {
  const taken = new Set([...open].map(column => column.person.id));
  let section = null;
  const cancel = open.size > 0 ? () => { section.remove(); remember(); } : null;
  section = await picker(person => openChat(person, section), cancel, taken);
  if (instead) {
    instead.replaceWith(section);
  } else {
    columns.append(section);
  }
  section.scrollIntoView({ inline: 'end', block: 'nearest' });
  remember();
}

async function openChat(person, instead) {
  const { bots } = await get('bots');
  const wanted = asked.get('bot');
  const bot = bots.find(one => String(one.id) === wanted) ?? bots[0];
  const column = new Column(person, bot, payload, clock, {
    closed: () => { open.delete(column); column.element.remove(); remember(); return open.size > 0 || openPicker(); },
    switched: () => { open.delete(column); return openPicker(column.element); },
    started: () => { payload = ''; remember(); },
  });
  open.add(column);
  if (instead) {
    instead.replaceWith(column.element);
  } else {
    columns.append(column.element);
  }
  column.begin();
  remember();
}

async function waitForBot() {
  const note = document.createElement('p');
  note.className = 'waiting';
  note.setAttribute('role', 'status');
  note.textContent = `Waiting for a bot. Start one with TELEGRAM_API_URL=${location.origin}`;
  for (;;) {
    try {
      if ((await get('bots')).bots.length > 0) {
        note.remove();
        return;
      }
    } catch {
      // The sandbox itself may still be starting; asking again is all there is to do.
    }
    columns.append(note);
    await pause(1000);
  }
}

async function begin() {
  document.querySelector('#zones').append(...(Intl.supportedValuesOf?.('timeZone') ?? []).map(zone => new Option(zone)));
  document.querySelectorAll('[data-forward]').forEach(button =>
    button.addEventListener('click', () => moveClock(button.dataset.forward)));
  document.addEventListener('click', event => document.querySelectorAll('details[open]').forEach(details => {
    if (!details.contains(event.target) || event.target.closest('.menu button')) {
      details.open = false;
    }
  }));
  add.addEventListener('click', () => openPicker());
  await waitForBot();
  clock.set((await get('clock')).now);
  setInterval(showClock, 5000);
  const { people } = await get('people');
  const wanted = asked.getAll('person').map(id => people.find(one => String(one.id) === id)).filter(Boolean);
  for (const person of wanted) {
    await openChat(person);
  }
  if (wanted.length === 0) {
    await openPicker();
  }
}

begin();
