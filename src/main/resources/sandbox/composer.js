// Where a person types: sending, editing, the commands, suggested answers, and stand-ins for what is not text.
import { post } from './api.js';

function base64(file) {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => done(reader.result.slice(reader.result.indexOf(',') + 1)));
    reader.addEventListener('error', () => failed(reader.error));
    reader.readAsDataURL(file);
  });
}

export class Composer {
  constructor(column) {
    this.column = column;
    this.form = column.find('.composer');
    this.field = this.form.querySelector('textarea');
    this.menu = column.find('.commands');
    this.menuButton = this.form.querySelector('.menu-button');
    this.commands = [];
    this.editing = 0;
    this.replying = 0;
    this.form.addEventListener('submit', event => { event.preventDefault(); this.send(); });
    this.field.addEventListener('keydown', event => this.typed(event));
    this.field.addEventListener('input', () => { this.grow(); this.list(this.field.value); });
    this.form.querySelector('.stop-editing').addEventListener('click', () => this.stopEditing());
    this.form.querySelector('.stop-replying').addEventListener('click', () => this.stopReplying());
    this.menuButton.addEventListener('click', () => this.list(this.menu.hidden ? '/' : ''));
    this.form.querySelectorAll('[data-kind]').forEach(button => button.addEventListener('click', () =>
      column.act(post(column.path('others'), { kind: button.dataset.kind }))));
    this.picker = this.form.querySelector('input[type=file]');
    this.form.querySelectorAll('[data-file]').forEach(button => button.addEventListener('click', () => {
      this.picker.dataset.kind = button.dataset.file;
      this.picker.accept = button.dataset.accept;
      this.picker.click();
    }));
    this.picker.addEventListener('change', () => this.sendFile());
  }

  /** The chosen file; what is typed stands below it. */
  async sendFile() {
    const [file] = this.picker.files;
    if (!file) {
      return;
    }
    const { kind } = this.picker.dataset;
    const data = await base64(file);
    this.picker.value = '';
    const caption = this.field.value.trim();
    this.field.value = '';
    this.grow();
    await this.column.act(post(this.column.path('others'), { kind, caption, name: file.name, type: file.type, data }));
    this.column.toEnd();
  }

  offer(commands, replyMarkup) {
    this.commands = commands;
    this.menuButton.hidden = commands.length === 0;
    if (replyMarkup) {
      this.suggest(replyMarkup.keyboard ?? []);
    }
  }

  suggest(rows) {
    const answers = this.column.find('.answers');
    answers.hidden = rows.length === 0;
    answers.replaceChildren(...rows.map(row => {
      const line = document.createElement('div');
      line.className = 'keys';
      line.append(...row.map(one => {
        const button = document.createElement('button');
        button.type = 'button';
        button.textContent = one.text ?? one;
        button.addEventListener('click', () => { this.suggest([]); this.column.say(button.textContent); });
        return button;
      }));
      return line;
    }));
  }

  typed(event) {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.send();
    } else if (event.key === 'Escape') {
      this.list('');
      this.stopEditing();
      this.stopReplying();
    } else if (event.key === 'ArrowUp' && this.field.value === '') {
      this.column.list.querySelector('.message.from-person:last-of-type .change')?.click();
    } else if (event.key === 'ArrowDown' && !this.menu.hidden) {
      event.preventDefault();
      this.menu.querySelector('button').focus();
    }
  }

  async send() {
    const text = this.field.value.trim();
    if (text === '') {
      return;
    }
    this.field.value = '';
    this.grow();
    this.list('');
    const { column, editing, replying } = this;
    this.stopEditing();
    this.stopReplying();
    if (editing) {
      await column.act(post(column.path('edits'), { message_id: editing, text }));
    } else {
      await column.say(text, replying);
    }
    column.toEnd();
  }

  edit(message) {
    this.stopReplying();
    this.editing = message.message_id;
    this.form.querySelector('.editing').hidden = false;
    this.field.value = message.text;
    this.grow();
    this.field.focus();
  }

  stopEditing() {
    if (this.editing) {
      this.editing = 0;
      this.form.querySelector('.editing').hidden = true;
      this.field.value = '';
      this.grow();
    }
  }

  reply(message) {
    this.stopEditing();
    this.replying = message.message_id;
    const bar = this.form.querySelector('.replying');
    bar.querySelector('span').textContent = this.column.wordsOf(message.message_id);
    bar.hidden = false;
    this.field.focus();
  }

  stopReplying() {
    this.replying = 0;
    this.form.querySelector('.replying').hidden = true;
  }

  grow() {
    this.field.style.height = 'auto';
    this.field.style.height = `${Math.min(this.field.scrollHeight, 160)}px`;
  }

  list(typed) {
    const found = /^\/\w*$/.test(typed)
      ? this.commands.filter(({ command }) => command.startsWith(typed.slice(1)))
      : [];
    this.menu.hidden = found.length === 0;
    this.menuButton.setAttribute('aria-expanded', String(found.length > 0));
    this.menu.replaceChildren(...found.map(({ command, description }) => {
      const item = document.createElement('li');
      item.setAttribute('role', 'presentation');
      const button = document.createElement('button');
      button.type = 'button';
      button.setAttribute('role', 'option');
      button.dataset.testid = 'command';
      const name = document.createElement('strong');
      name.textContent = `/${command}`;
      const words = document.createElement('span');
      words.textContent = description;
      button.append(name, words);
      button.addEventListener('click', () => {
        this.field.value = '';
        this.list('');
        this.column.say(`/${command}`);
        this.field.focus();
      });
      item.append(button);
      return item;
    }));
  }
}
