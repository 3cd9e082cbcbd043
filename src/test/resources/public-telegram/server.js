// The published telegram-test-api behind one port of its own choosing, which it prints. What it does unlike Telegram is
// put right here, and nothing else: see each function.
'use strict';

const http = require('http');
const TelegramServer = require('telegram-test-api');

const HELD_MS = 5000;
const ARRIVALS = ['AddedUserMessage', 'AddedUserCommand', 'AddedUserCallbackQuery'];
const api = new TelegramServer({ storeTimeout: 3600 });
const deliver = api.addUserUpdate.bind(api);

// It answers getUpdates at once, empty or not; Telegram holds the question open.
function hold(request, response) {
  const go = () => {
    clearTimeout(timer);
    ARRIVALS.forEach((arrival) => api.off(arrival, go));
    api.webServer(request, response);
  };
  const timer = setTimeout(go, HELD_MS);
  ARRIVALS.forEach((arrival) => api.on(arrival, go));
}

// It calls the webhook without its secret token, and gives the person's message a number that the bot's answer takes too.
api.addUserUpdate = async (update) => {
  const hook = api.webhooks[update.botToken];
  api.messageId += 1;
  if (!hook) {
    await deliver(update);
    return;
  }
  api.updateId += 1;
  const answer = await fetch(hook.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': hook.secret_token },
    body: JSON.stringify(TelegramServer.formatUpdate(update)),
  });
  if (!answer.ok) {
    throw new Error(`The webhook answered ${answer.status}`);
  }
};

// It keeps the keyboard of a message that is edited without one; Telegram takes it away.
const edit = api.editMessageText.bind(api);
api.editMessageText = (message) => edit({ reply_markup: null, ...message });

// It knows no menus, and its getMe leaves out what Telegram always says.
const ANSWERS = {
  getMe: { id: 666, is_bot: true, first_name: 'Test', username: 'TestNameBot' },
  getMyCommands: [],
  setMyCommands: true,
};

const server = http.createServer((request, response) => {
  const method = /^\/bot([^/]+)\/(\w+)/.exec(request.url) || [];
  const unread = api.storage.userMessages.some((update) => update.botToken === method[1] && !update.isRead);
  if (method[2] === 'getUpdates' && !unread) {
    hold(request, response);
  } else if (method[2] in ANSWERS) {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ ok: true, result: ANSWERS[method[2]] }));
  } else {
    api.webServer(request, response);
  }
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));

// Ends with the test that started it.
process.stdin.resume().on('end', () => process.exit(0));
