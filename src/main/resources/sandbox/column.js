// One person's chat with the bot: what came, what is typed, what is pressed.
import { get, post, pause } from './api.js';
import { avatar } from './people.js';
import { draw } from './messages.js';
import { Composer } from './composer.js';

const TYPING_MILLIS = 5000;
const TOAST_MILLIS = 3500;
const SPIN_MILLIS = 15000;

export class Column {
  constructor(person, bot, payload, clock, on) {
    Object.assign(this, { person, bot, payload, clock, on });
    this.revision = -1;
    this.spinning = new Map();
    this.ended = new AbortController();
    this.element = document.querySelector('#chat').content.cloneNode(true).firstElementChild;
    this.list = this.find('.messages');
    this.scroll = this.find('.scroll');
    this.times = this.timesOf(person);
    this.composer = new Composer(this);
    this.dress();
  }

  find(selector) {
    return this.element.querySelector(selector);
  }

  timesOf({ timezone, language_code: language }) {
    const tongue = language === 'en' ? 'en-GB' : language;
    const clockFace = new Intl.DateTimeFormat(tongue, { timeZone: timezone, hour: '2-digit', minute: '2-digit' });
    const calendar = new Intl.DateTimeFormat(tongue, { timeZone: timezone, weekday: 'long', day: 'numeric', month: 'long' });
    return {
      hour: seconds => clockFace.format(seconds * 1000),
      day: seconds => calendar.format(seconds * 1000),
    };
  }

  dress() {
    const { person, bot } = this;
    this.element.dataset.person = person.id;
    this.element.setAttribute('aria-label', `${person.first_name}'s chat with ${bot.name}`);
    this.element.lang = person.language_code;
    this.element.querySelectorAll('.avatar').forEach(face => avatar(face, bot.name));
    this.find('.names h2').textContent = bot.name;
    this.find('.empty h3').textContent = bot.name;
    this.find('.empty p').textContent = bot.description || 'Press START to begin.';
    this.find('.block').addEventListener('click', () => this.act(post(`people/${person.id}/block?bot=${bot.id}`)));
    this.find('.unblock').addEventListener('click', () => this.act(post(`people/${person.id}/unblock?bot=${bot.id}`)));
    this.find('.leave').addEventListener('click', () => { this.end(); this.on.closed(); });
    this.find('.switch').addEventListener('click', () => { this.end(); this.on.switched(); });
    this.find('.start').addEventListener('click', () => this.start());
    this.find('.down').addEventListener('click', () => this.toEnd());
    this.scroll.addEventListener('scroll', () => { this.find('.down').hidden = this.atEnd(); });
    this.list.addEventListener('click', event => this.clicked(event));
    this.showTime();
  }

  path(what) {
    return `chats/${this.person.id}/${what}?bot=${this.bot.id}`;
  }

  async act(request) {
    try {
      return await request;
    } catch (problem) {
      this.toast(problem.message);
      return null;
    }
  }

  say(text, replyTo) {
    return this.act(post(this.path('messages'), replyTo ? { text, reply_to: replyTo } : { text }));
  }

  start() {
    const text = this.payload ? `/start ${this.payload}` : '/start';
    this.payload = '';
    this.on.started();
    this.find('.start').hidden = true;
    return this.say(text);
  }

  async begin() {
    while (!this.ended.signal.aborted) {
      try {
        const wait = this.revision < 0 ? 0 : 25;
        this.show(await get(`${this.path('messages')}&since=${this.revision}&wait=${wait}`, this.ended.signal));
        this.find('.offline').hidden = true;
      } catch {
        if (!this.ended.signal.aborted) {
          this.find('.offline').hidden = false;
          await pause(1000);
        }
      }
    }
  }

  end() {
    this.ended.abort();
  }

  show(news) {
    const first = this.revision < 0;
    const stay = first || this.atEnd();
    if (news.restarted) {
      this.list.replaceChildren();
    }
    this.revision = news.revision;
    this.clock.set(news.now);
    news.messages.forEach(message => this.place(message));
    news.removed.forEach(id => this.message(id)?.remove());
    this.days();
    if (!first) {
      news.answers.forEach(answer => this.answered(answer));
    }
    this.state(news);
    this.composer.offer(news.commands, news.messages.at(-1)?.reply_markup);
    if (stay) {
      this.toEnd();
    }
  }

  message(id) {
    return this.list.querySelector(`[data-message-id="${id}"]`);
  }

  /** The beginning of what a message says, as a reply quotes it. */
  wordsOf(id) {
    const text = this.message(id)?.querySelector('.text')?.textContent.trim() ?? '';
    return text === '' ? 'Message' : [...text].slice(0, 80).join('');
  }

  place(message) {
    const drawn = draw(message, {
      times: this.times,
      press: (pressed, element, button) => this.press(pressed, element, button),
      edit: chosen => this.composer.edit(chosen),
      reply: chosen => this.composer.reply(chosen),
      quoted: id => this.wordsOf(id),
    });
    const old = this.message(message.message_id);
    if (!old) {
      drawn.classList.add('new');
      this.list.append(drawn);
      return;
    }
    const focused = old.contains(document.activeElement) ? document.activeElement.dataset.data : undefined;
    old.replaceWith(drawn);
    if (focused !== undefined) {
      const keys = [...drawn.querySelectorAll('.key')];
      (keys.find(key => key.dataset.data === focused) ?? keys[0])?.focus({ preventScroll: true });
    }
  }

  days() {
    this.list.querySelectorAll('.day').forEach(day => day.remove());
    let last = '';
    for (const item of [...this.list.children]) {
      if (item.dataset.day !== last) {
        last = item.dataset.day;
        const day = document.createElement('li');
        day.className = 'day';
        const words = document.createElement('span');
        words.textContent = last;
        day.append(words);
        item.before(day);
      }
    }
  }

  async press(message, element, button) {
    if (element.classList.contains('spin')) {
      return;
    }
    element.classList.add('spin');
    element.setAttribute('aria-busy', 'true');
    const pressed = await this.act(post(this.path('presses'), { message_id: message.message_id, data: button.data }));
    const still = () => { element.classList.remove('spin'); element.removeAttribute('aria-busy'); };
    if (!pressed || this.spinning.get(pressed.callback_query_id) === 'answered') {
      still();
      return;
    }
    this.spinning.set(pressed.callback_query_id, still);
    setTimeout(still, SPIN_MILLIS);
  }

  answered(answer) {
    const still = this.spinning.get(answer.callback_query_id);
    if (typeof still === 'function') {
      still();
    }
    this.spinning.set(answer.callback_query_id, 'answered');
    if (answer.text && answer.alert) {
      const dialog = this.find('.alert');
      dialog.querySelector('p').textContent = answer.text;
      dialog.showModal();
    } else if (answer.text) {
      this.toast(answer.text);
    }
  }

  toast(text) {
    const toast = document.createElement('p');
    toast.textContent = text;
    this.find('.toasts').append(toast);
    setTimeout(() => toast.remove(), TOAST_MILLIS);
  }

  state({ started, blocked, typing }) {
    const state = this.find('.state');
    state.classList.toggle('typing', typing !== '');
    state.textContent = blocked ? 'blocked' : typing === '' ? 'bot' : typing === 'typing' ? 'typing' : 'sending a file';
    clearTimeout(this.typingEnds);
    if (typing !== '') {
      this.typingEnds = setTimeout(() => this.state({ started, blocked, typing: '' }), TYPING_MILLIS);
    }
    const begins = !blocked && (!started || this.payload !== '');
    this.find('.empty').hidden = this.list.children.length > 0;
    this.find('.start').hidden = !begins;
    this.find('.unblock').hidden = !blocked;
    this.find('.composer').hidden = blocked || begins;
    this.find('.block').hidden = blocked;
  }

  showTime() {
    const { first_name: name, city, timezone } = this.person;
    const hour = this.times.hour(this.clock.now().getTime() / 1000);
    this.find('.me').textContent = `You are ${name} in ${city || timezone}, where it is ${hour}`;
    this.find('.you strong').textContent = name;
    this.find('.you time').textContent = `${city || timezone} ${hour}`;
  }

  clicked(event) {
    const command = event.target.closest('[data-command]');
    if (command) {
      this.say(command.dataset.command);
      return;
    }
    const spoiler = event.target.closest('.text-spoiler');
    if (spoiler) {
      spoiler.classList.add('shown');
      return;
    }
    const a = event.target.closest('a[href]');
    const url = a ? new URL(a.href) : null;
    if (url && url.hostname === 't.me' && url.pathname === `/${this.bot.username}` && url.searchParams.has('start')) {
      event.preventDefault();
      this.payload = url.searchParams.get('start');
      this.state({ started: true, blocked: false, typing: '' });
      this.find('.start').focus();
    }
  }

  atEnd() {
    return this.scroll.scrollHeight - this.scroll.scrollTop - this.scroll.clientHeight < 60;
  }

  toEnd() {
    this.scroll.scrollTop = this.scroll.scrollHeight;
  }
}
