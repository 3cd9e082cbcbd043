// What is not text: pictures, files, and stand-ins for the rest.

const STANDINS = {
  photo: ['🖼️', 'Photo'], voice: ['🎙️', 'Voice message, 0:07'], location: ['📍', 'Location'],
  contact: ['👤', 'Contact'], video: ['🎬', 'Video'], audio: ['🎵', 'Audio'],
};

function size(bytes) {
  return bytes < 1024 ? `${bytes} B` : bytes < 1048576 ? `${Math.round(bytes / 1024)} KB`
    : `${(bytes / 1048576).toFixed(1)} MB`;
}

const kept = file => file.file_id && !file.file_id.startsWith('standin');

export function media(file) {
  if (file.kind === 'photo' && kept(file)) {
    const picture = document.createElement('img');
    picture.className = 'picture';
    picture.src = `/sandbox/files/${encodeURIComponent(file.file_id)}`;
    picture.width = file.width;
    picture.height = file.height;
    picture.alt = 'Picture';
    return picture;
  }
  if (file.kind === 'document' && kept(file)) {
    const a = document.createElement('a');
    a.className = 'document';
    a.href = `/sandbox/files/${encodeURIComponent(file.file_id)}`;
    a.download = file.file_name || 'file';
    const icon = document.createElement('span');
    icon.className = 'file-icon';
    icon.textContent = '↓';
    icon.setAttribute('aria-hidden', 'true');
    const name = document.createElement('strong');
    name.textContent = file.file_name || 'File';
    const weight = document.createElement('small');
    weight.textContent = size(file.file_size ?? 0);
    const text = document.createElement('span');
    text.append(name, weight);
    a.append(icon, text);
    return a;
  }
  const standin = document.createElement('p');
  if (file.kind === 'sticker') {
    standin.className = 'sticker';
    standin.textContent = file.emoji || '👍';
    return standin;
  }
  const [icon, words] = STANDINS[file.kind] ?? ['📦', file.kind];
  standin.className = 'standin';
  const sign = document.createElement('span');
  sign.setAttribute('aria-hidden', 'true');
  sign.textContent = icon;
  standin.append(sign, words);
  return standin;
}
