// Choosing or inventing the person to be.
import { get, post } from './api.js';

const PRESETS = [
  { first_name: 'Ann', language_code: 'en', city: 'Tokyo', timezone: 'Asia/Tokyo' },
  { first_name: 'Mette', language_code: 'da', city: 'København', timezone: 'Europe/Copenhagen' },
  { first_name: 'Sam', language_code: 'en', city: 'São Paulo', timezone: 'America/Sao_Paulo' },
  { first_name: 'Priya', language_code: 'en', city: 'Sydney', timezone: 'Australia/Sydney' },
  { first_name: 'Jonas', language_code: 'da', city: 'Berlin', timezone: 'Europe/Berlin' },
  { first_name: 'Ruth', language_code: 'en', city: 'Nairobi', timezone: 'Africa/Nairobi' },
];

export function hue(text) {
  let sum = 0;
  for (const c of text) {
    sum = (sum * 31 + c.codePointAt(0)) % 360;
  }
  return sum;
}

export function avatar(element, name) {
  element.textContent = [...name][0] ?? '?';
  element.style.setProperty('--hue', hue(name));
}

const tongue = code => {
  try {
    return new Intl.DisplayNames([code], { type: 'language' }).of(code);
  } catch {
    return code;
  }
};

function card(person, choose) {
  const item = document.createElement('li');
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset.testid = 'preset';
  button.dataset.name = person.first_name;
  const face = document.createElement('span');
  face.className = 'avatar';
  face.setAttribute('aria-hidden', 'true');
  avatar(face, person.first_name);
  const name = document.createElement('strong');
  name.textContent = person.first_name;
  const place = document.createElement('span');
  place.textContent = `${person.city || person.timezone} · ${tongue(person.language_code)}`;
  const text = document.createElement('span');
  text.className = 'card-text';
  text.append(name, place);
  button.append(face, text);
  button.addEventListener('click', () => choose(person));
  item.append(button);
  return item;
}

const same = (a, b) => a.first_name === b.first_name && a.city === b.city;

export async function picker(chosen, cancel, taken) {
  const section = document.querySelector('#picker').content.cloneNode(true).firstElementChild;
  const { people } = await get('people');
  const free = people.filter(person => !person.deleted && !taken.has(person.id));
  if (free.length > 0) {
    section.querySelector('.recent').hidden = false;
    section.querySelector('.recent ul').append(...free.slice(-8).reverse().map(person => card(person, chosen)));
  }
  const make = async person => chosen(await post('people', person));
  const fresh = PRESETS.filter(preset => !people.some(person => same(person, preset)));
  section.querySelector('.presets').append(...fresh.map(preset => card(preset, make)));
  section.querySelector('.presets-title').hidden = fresh.length === 0;
  if (cancel) {
    const button = section.querySelector('.cancel');
    button.hidden = false;
    button.addEventListener('click', cancel);
  }
  const form = section.querySelector('form');
  form.elements.timezone.value = Intl.DateTimeFormat().resolvedOptions().timeZone || 'Europe/London';
  form.addEventListener('submit', async event => {
    event.preventDefault();
    try {
      await make(Object.fromEntries(new FormData(form)));
    } catch (problem) {
      const told = form.querySelector('.problem');
      told.textContent = problem.message;
      told.hidden = false;
    }
  });
  return section;
}
