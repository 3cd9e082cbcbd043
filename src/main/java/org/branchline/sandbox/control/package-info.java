/**
 * Controls of the sandbox, for its page, for tests, drills and the benchmark. All JSON; a POST needs
 * {@code Content-Type: application/json}. A chat is named by its person's id, or by a group's negative id; {@code bot}
 * (query or body) by the number before its token's colon, the first bot when it is absent. Touches the rest of the sandbox
 * only.
 *
 * <table>
 * <caption>What there is</caption>
 * <tr><th>request</th><th>does</th></tr>
 * <tr><td>GET /sandbox/people, POST /sandbox/people {id?, first_name, last_name?, username?, language_code?, timezone?,
 * city?}</td><td>people; a known id changes that person</td></tr>
 * <tr><td>POST /sandbox/people/{id}/block, /unblock, /delete</td><td>blocks the bot, lets it write, deletes the
 * account</td></tr>
 * <tr><td>POST /sandbox/groups {title}</td><td>a group with the bot in it</td></tr>
 * <tr><td>POST /sandbox/chats/{chat}/messages {text, from?, reply_to?}</td><td>writes; {@code from} names the person in
 * a group, {@code reply_to} the message it replies to</td></tr>
 * <tr><td>POST /sandbox/chats/{chat}/edits {message_id, text}</td><td>edits an own message</td></tr>
 * <tr><td>POST /sandbox/chats/{chat}/presses {message_id?, data | label | row + column, from?}</td><td>presses; without
 * message_id the latest keyboard that has the button; any {@code data} goes with a message_id, so presses can be forged
 * and their message gone</td></tr>
 * <tr><td>POST /sandbox/chats/{chat}/others {kind, fields?, caption?}</td><td>voice, sticker, photo, location, contact, or
 * any other kind; a photo or document with {data, name?, type?}, data in base64, is kept and can be sent again by its
 * file_id</td></tr>
 * <tr><td>GET /sandbox/chats/{chat}/messages?after=ID&amp;since=REVISION&amp;wait=SECONDS</td><td>what the person sees:
 * messages with a higher id, changes after a revision; waits at most 60 s for one</td></tr>
 * <tr><td>POST /sandbox/updates {…} or {raw: "…"}</td><td>an update as it stands, or any bytes</td></tr>
 * <tr><td>POST /sandbox/updates/{id}/again</td><td>delivers an update once more</td></tr>
 * <tr><td>GET /sandbox/requests?after=NUMBER, GET /sandbox/statistics, POST /sandbox/statistics/reset</td><td>Bot API
 * requests and counts</td></tr>
 * <tr><td>GET, POST /sandbox/faults</td><td>{latency_ms | latency_min_ms, latency_max_ms, error_percent, html_percent,
 * truncated_percent, cut_before_percent, cut_after_percent, duplicate_percent, pause, methods, retry_after}</td></tr>
 * <tr><td>GET, POST /sandbox/limits</td><td>{per_bot, per_chat, per_group}, 0 is off</td></tr>
 * <tr><td>GET, POST /sandbox/stars {balance}</td><td>{balance, spent} of a bot: 10,000 Telegram Stars at first, 0.1 for
 * each message beyond per_bot that allows to be paid for</td></tr>
 * <tr><td>GET, POST /sandbox/clock {forward: "P7D" | forward_seconds | to: "2027-03-28T01:00:00Z"}</td><td>{now,
 * offset_seconds, target_seconds, to, followers}: what people see as now, how far that is from real time, where it is
 * going, which is only ever forward, and how many services live by it</td></tr>
 * <tr><td>POST /sandbox/clock/reached {follower, offset_seconds, rest_seconds?, wait_seconds?}</td><td>a service that
 * lives by this clock says that it is done with all that was due at this offset, and how long nothing more falls due in it
 * (0: not done yet; absent: never); while one says so, the clock moves in such steps. Waits at most 30 s for news, then
 * answers as GET does</td></tr>
 * <tr><td>GET /sandbox/bots, GET /sandbox/files/{file_id}</td><td>bots with their commands, a file's bytes</td></tr>
 * </table>
 */
@NullMarked
package org.branchline.sandbox.control;

import org.jspecify.annotations.NullMarked;
