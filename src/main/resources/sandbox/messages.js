// One message as an element; drawn again, in its place, when it changes.
import { formatted, link } from './text.js';
import { media } from './media.js';

const lonelyEmoji = /^(?:\p{Extended_Pictographic}[\u{1F3FB}-\u{1F3FF}\uFE0F\u200D]*){1,3}$/u;

function stamp(message, times) {
  const small = document.createElement('span');
  small.className = 'stamp';
  // Telegram does not say so of a bot's messages, which change with every press.
  if (message.edited && message.from === 'person') {
    const edited = document.createElement('span');
    edited.textContent = 'edited';
    small.append(edited);
  }
  const time = document.createElement('time');
  time.dateTime = new Date(message.date * 1000).toISOString();
  time.textContent = times.hour(message.date);
  small.append(time);
  return small;
}

function bubble(message, times, edit) {
  const box = document.createElement('div');
  box.className = 'bubble';
  if (message.media) {
    box.append(media(message.media));
    box.classList.add(`with-${message.media.kind}`);
  }
  if (message.text) {
    const text = document.createElement('p');
    text.className = 'text';
    text.dir = 'auto';
    text.append(...formatted(message.text, message.entities));
    box.append(text);
    box.classList.toggle('lonely', !message.media && lonelyEmoji.test(message.text.trim()));
  }
  box.append(stamp(message, times));
  if (message.from === 'person' && message.text) {
    const change = document.createElement('button');
    change.type = 'button';
    change.className = 'change';
    change.setAttribute('aria-label', 'Edit message');
    change.textContent = '✎';
    change.addEventListener('click', edit);
    box.append(change);
  }
  return box;
}

function key(button, press) {
  if (button.url) {
    const a = link(button.url, button.text);
    a.classList.add('key', 'key-link');
    a.dataset.testid = 'keyboard-button';
    return a;
  }
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'key';
  element.dataset.testid = 'keyboard-button';
  element.textContent = button.text;
  element.dir = 'auto';
  if (button.data !== undefined) {
    element.dataset.data = button.data;
    element.addEventListener('click', () => press(element, button));
  }
  return element;
}

export function draw(message, { times, press, edit }) {
  const item = document.createElement('li');
  item.className = `message from-${message.from}`;
  item.dataset.testid = 'message';
  item.dataset.messageId = message.message_id;
  item.dataset.from = message.from;
  item.dataset.day = times.day(message.date);
  const author = document.createElement('span');
  author.className = 'unseen';
  author.textContent = message.from === 'bot' ? 'Bot: ' : 'You: ';
  item.append(author, bubble(message, times, () => edit(message)));
  if (message.keyboard.length > 0) {
    const keys = document.createElement('div');
    keys.className = 'keyboard';
    keys.setAttribute('role', 'group');
    keys.setAttribute('aria-label', 'Buttons of the message');
    for (const row of message.keyboard) {
      const line = document.createElement('div');
      line.className = 'keys';
      line.append(...row.map(button => key(button, (element, pressed) => press(message, element, pressed))));
      keys.append(line);
    }
    item.append(keys);
  }
  return item;
}
