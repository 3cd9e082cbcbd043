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

function quote(text) {
  const quoted = document.createElement('blockquote');
  quoted.className = 'reply-quote';
  quoted.dir = 'auto';
  quoted.textContent = text;
  return quoted;
}

function tool(name, sign, label, act) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = `tool ${name}`;
  button.setAttribute('aria-label', label);
  button.textContent = sign;
  button.addEventListener('click', act);
  return button;
}

function bubble(message, times, { edit, reply, quoted }) {
  const box = document.createElement('div');
  box.className = 'bubble';
  if (message.reply_to) {
    box.append(quote(quoted(message.reply_to)));
  }
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
  const tools = document.createElement('div');
  tools.className = 'tools';
  tools.append(tool('reply', '↩', 'Reply to message', () => reply(message)));
  if (message.from === 'person' && message.text) {
    tools.append(tool('change', '✎', 'Edit message', () => edit(message)));
  }
  box.append(tools);
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

export function draw(message, { times, press, ...acts }) {
  const item = document.createElement('li');
  item.className = `message from-${message.from}`;
  item.dataset.testid = 'message';
  item.dataset.messageId = message.message_id;
  item.dataset.from = message.from;
  item.dataset.day = times.day(message.date);
  const author = document.createElement('span');
  author.className = 'unseen';
  author.textContent = message.from === 'bot' ? 'Bot: ' : 'You: ';
  item.append(author, bubble(message, times, acts));
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
