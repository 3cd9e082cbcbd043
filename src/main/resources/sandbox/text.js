// A message's text with its entities, built from text nodes only: names and messages are never read as HTML.

const TAGS = {
  bold: 'strong', italic: 'em', underline: 'u', strikethrough: 's', code: 'code', pre: 'code',
  blockquote: 'q', expandable_blockquote: 'q', spoiler: 'span', text_link: 'a',
};
const FOUND = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]]|\bt\.me\/[A-Za-z0-9_]+(?:\?[^\s<>"]+)?|(?:^|(?<=\s))\/[A-Za-z0-9_]{1,32}\b)/g;

export function link(address, text) {
  const a = document.createElement('a');
  const url = /^https?:|^mailto:|^tg:/i.test(address) ? address : `https://${address}`;
  a.href = url;
  a.target = '_blank';
  a.rel = 'noopener noreferrer';
  a.append(text);
  return a;
}

function plain(text, code) {
  if (code) {
    return [document.createTextNode(text)];
  }
  return text.split(FOUND).filter(part => part !== '').map(part => {
    if (/^(https?:|t\.me\/)/.test(part)) {
      return link(part, part);
    }
    if (/^\/[A-Za-z0-9_]{1,32}$/.test(part)) {
      const command = document.createElement('button');
      command.type = 'button';
      command.className = 'command-link';
      command.dataset.command = part;
      command.textContent = part;
      return command;
    }
    return document.createTextNode(part);
  });
}

function wrapped(type, entity, children) {
  if (type === 'text_link') {
    const a = link(entity.url, '');
    a.replaceChildren(...children);
    return a;
  }
  const element = document.createElement(TAGS[type]);
  element.className = `text-${type}`;
  if (type === 'spoiler') {
    element.tabIndex = 0;
    element.setAttribute('role', 'button');
    element.setAttribute('aria-label', 'Hidden text');
  }
  element.append(...children);
  return element;
}

// Entities nest properly, so a range is split by its outermost ones and each of those again.
function between(text, from, to, entities) {
  const nodes = [];
  let at = from;
  let rest = entities;
  while (rest.length > 0) {
    const [outer, ...others] = rest;
    const end = Math.min(to, outer.offset + outer.length);
    if (outer.offset > at) {
      nodes.push(...plain(text.slice(at, outer.offset), false));
    }
    const inner = others.filter(other => other.offset < end);
    const code = outer.type === 'code' || outer.type === 'pre';
    const children = inner.length > 0
      ? between(text, outer.offset, end, inner)
      : plain(text.slice(outer.offset, end), code || outer.type === 'text_link');
    nodes.push(wrapped(outer.type, outer, children));
    at = end;
    rest = others.filter(other => other.offset >= end);
  }
  if (at < to) {
    nodes.push(...plain(text.slice(at, to), false));
  }
  return nodes;
}

export function formatted(text, entities) {
  const known = entities
    .filter(entity => TAGS[entity.type])
    .sort((a, b) => a.offset - b.offset || b.length - a.length);
  return between(text, 0, text.length, known);
}
