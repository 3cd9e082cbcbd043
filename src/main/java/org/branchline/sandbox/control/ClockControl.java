package org.branchline.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.branchline.sandbox.chat.Json;
import org.branchline.sandbox.chat.SandboxClock;
import org.branchline.sandbox.chat.World;
import org.jspecify.annotations.Nullable;

/** Shows and moves the clock, and hears from the services that live by it. */
final class ClockControl {

    private static final long LONGEST_WAIT_SECONDS = 30;
    private static final long LONGEST_OFFSET_SECONDS = Duration.ofDays(366_000).toSeconds();
    private static final int LONGEST_NAME = 64;

    private final World world;
    private final Followers followers;

    ClockControl(World world) {
        this.world = world;
        this.followers = new Followers(world);
    }

    void answer(Ask ask, Responder responder) {
        if (ask.part(1).equals("reached") && ask.post()) {
            reached(ask, responder);
            return;
        }
        if (!ask.part(1).isEmpty()) {
            throw Told.notFound("there is POST …/reached");
        }
        if (ask.post()) {
            SandboxClock clock = world.clock();
            followers.forward(Forward.read(ask.body(), clock.now().plus(clock.rest())));
        }
        responder.tell(shown());
    }

    private void reached(Ask ask, Responder responder) {
        String follower = ask.text("follower");
        if (follower.isBlank() || follower.length() > LONGEST_NAME) {
            throw Told.badRequest("follower must have 1 to " + LONGEST_NAME + " characters");
        }
        Duration offset = seconds(ask, "offset_seconds");
        if (offset == null) {
            throw Told.badRequest("offset_seconds says where the follower is");
        }
        long wait = Math.min(LONGEST_WAIT_SECONDS, ask.number("wait_seconds", 0));
        new Waiting(follower, responder).begin(offset, seconds(ask, "rest_seconds"), wait);
    }

    private static @Nullable Duration seconds(Ask ask, String name) {
        JsonNode value = ask.body().get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isIntegralNumber() || value.asLong(-1) < 0 || value.asLong() > LONGEST_OFFSET_SECONDS) {
            throw Told.badRequest(name + " must be a whole number, 0 or more");
        }
        return Duration.ofSeconds(value.asLong());
    }

    private Told shown() {
        SandboxClock clock = world.clock();
        return Told.ok(Json.object()
                .put("now", clock.now().toString())
                .put("offset_seconds", clock.offset().toSeconds())
                .put("target_seconds", clock.target().toSeconds())
                .put("to", clock.now().plus(clock.rest()).toString())
                .put("followers", followers.count()));
    }

    /** One of the followers, until there is news for it. */
    private final class Waiting {

        private final String follower;
        private final Responder responder;
        private final Runnable news = this::tell;
        private long timer = -1;
        private boolean over;

        Waiting(String follower, Responder responder) {
            this.follower = follower;
            this.responder = responder;
        }

        void begin(Duration offset, @Nullable Duration rest, long waitSeconds) {
            followers.reached(follower, offset, rest, news);
            if (over) {
                return;
            }
            if (waitSeconds <= 0) {
                leave();
                return;
            }
            timer = world.ticker().after(waitSeconds * 1000, this::leave);
            responder.whenGone(() -> {
                end();
                followers.gone(follower, news);
            });
        }

        private void leave() {
            followers.left(follower, news);
            tell();
        }

        private void tell() {
            if (!over) {
                end();
                responder.tell(shown());
            }
        }

        private void end() {
            over = true;
            world.ticker().cancel(timer);
        }
    }
}
