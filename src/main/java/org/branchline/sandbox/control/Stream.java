package org.branchline.sandbox.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.branchline.sandbox.chat.Bot;
import org.branchline.sandbox.chat.Chat;
import org.branchline.sandbox.chat.Json;
import org.branchline.sandbox.chat.Message;
import org.branchline.sandbox.chat.Person;
import org.branchline.sandbox.chat.World;

/** What a person sees of a chat, now or as soon as there is something new. */
final class Stream {

    private static final long LONGEST_WAIT_SECONDS = 60;

    private final World world;

    Stream(World world) {
        this.world = world;
    }

    void answer(Ask ask, Bot bot, Chat chat, Responder responder) {
        new Waiting(ask, bot, chat, responder).begin();
    }

    private final class Waiting {

        private final Bot bot;
        private final Chat chat;
        private final Responder responder;
        private final int after;
        private final long since;
        private final long waitSeconds;
        private final Runnable look = this::look;
        private long timer = -1;
        private boolean over;

        Waiting(Ask ask, Bot bot, Chat chat, Responder responder) {
            this.bot = bot;
            this.chat = chat;
            this.responder = responder;
            this.after = (int) ask.number("after", 0);
            this.since = ask.number("since", -1);
            this.waitSeconds = Math.min(LONGEST_WAIT_SECONDS, ask.number("wait", 0));
        }

        void begin() {
            if (waitSeconds <= 0 || hasNews()) {
                tell();
                return;
            }
            timer = world.ticker().after(waitSeconds * 1000, this::tell);
            responder.whenGone(this::end);
            chat.whenChanged(look);
        }

        private boolean hasNews() {
            // A chat from before a restart may count lower than the asker remembers.
            return since >= 0 ? chat.revision() != since : chat.lastMessage() > after;
        }

        private void look() {
            if (over) {
                return;
            }
            if (hasNews()) {
                tell();
            } else {
                chat.whenChanged(look);
            }
        }

        private void tell() {
            if (!over) {
                end();
                responder.tell(Told.ok(write()));
            }
        }

        private void end() {
            over = true;
            world.ticker().cancel(timer);
            chat.noLongerWaits(look);
        }

        private ObjectNode write() {
            boolean restarted = since > chat.revision();
            long from = restarted ? -1 : since;
            ObjectNode json = Json.object()
                    .put("revision", chat.revision())
                    .put("restarted", restarted)
                    .put("started", chat.started())
                    .put("blocked", chat.blocked())
                    .put("typing", chat.typing(world.ticker().millis()))
                    .put("now", world.clock().now().toString());
            ArrayNode messages = json.putArray("messages");
            for (Message message : chat.messagesAfter(after)) {
                if (message.revision() > from) {
                    messages.add(Seen.message(message));
                }
            }
            ArrayNode removed = json.putArray("removed");
            for (Chat.Removal removal : chat.removals()) {
                if (removal.revision() > from) {
                    removed.add(removal.message());
                }
            }
            ArrayNode notices = json.putArray("answers");
            for (Chat.Notice notice : chat.notices()) {
                if (notice.revision() > from) {
                    notices.add(Seen.notice(notice));
                }
            }
            Person person = world.person(chat.id());
            json.set("commands", bot.commandsFor(chat.id(), person == null ? "" : person.languageCode()));
            return json;
        }
    }
}
