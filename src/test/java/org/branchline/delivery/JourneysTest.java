package org.branchline.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import org.branchline.conversation.Outgoing;
import org.branchline.database.OrganisationId;
import org.branchline.database.trace.Followed;
import org.branchline.database.trace.Step;
import org.branchline.roster.Bot;
import org.junit.jupiter.api.Test;

class JourneysTest {

    private static final Bot BOT = new Bot(new OrganisationId(1), 7);
    private static final long ROW = 11;
    private static final long CHAT = 6_200_000_001L;
    private static final Letter LETTER =
            Letter.reply(BOT, CHAT, 3L, false, new Outgoing.Say("Zerafina is free on Monday"));

    private final Followed followed = new Followed();
    private final Journeys journeys = new Journeys(followed.traces());
    private final Step turn = followed.traces().begin("turn");

    @Test
    void what_is_sent_from_memory_is_sent_in_the_trace_of_its_turn() {
        // Given
        journeys.posted(turn, ROW, LETTER, true);
        turn.end();

        // When
        send(new Outcome.Sent(5), 0);

        // Then
        SpanData send = one("send");
        assertThat(send.getTraceId()).isEqualTo(one("turn").getTraceId());
        assertThat(send.getParentSpanId()).isEqualTo(one("outbox").getSpanId());
        assertThat(number(send, "row")).isEqualTo(ROW);
        assertThat(number(send, "run")).isEqualTo(3);
        assertThat(word(send, "outcome")).isEqualTo("sent");
        assertThat(word(send, "priority")).isEqualTo("reply");
    }

    @Test
    void what_is_sent_later_begins_a_trace_that_names_its_turn() {
        // Given
        journeys.posted(turn, ROW, LETTER, false);

        // When
        send(new Outcome.Sent(5), 0);

        // Then
        assertThat(one("send").getTraceId()).isNotEqualTo(one("outbox").getTraceId());
        assertThat(one("send").getLinks())
                .extracting(LinkData::getSpanContext)
                .containsExactly(one("outbox").getSpanContext());
    }

    @Test
    void what_goes_again_names_the_try_before() {
        // Given
        journeys.posted(turn, ROW, LETTER, true);
        send(new Outcome.Wait(Duration.ofSeconds(4)), 0);

        // When
        send(new Outcome.Sent(5), 1);

        // Then
        SpanData first = followed.named("send").get(0);
        SpanData second = followed.named("send").get(1);
        assertThat(word(first, "result")).isEqualTo("Wait");
        assertThat(number(first, "pause_s")).isEqualTo(4);
        assertThat(word(first, "outcome")).isEqualTo("queued");
        assertThat(second.getLinks()).extracting(LinkData::getSpanContext).containsExactly(first.getSpanContext());
    }

    @Test
    void what_another_process_put_is_found_by_its_row() {
        // When
        send(new Outcome.Refused(Outcome.Refused.Reason.BLOCKED, "Zerafina blocked the bot"), 0);

        // Then
        assertThat(one("send").getLinks()).isEmpty();
        assertThat(number(one("send"), "row")).isEqualTo(ROW);
        assertThat(word(one("send"), "outcome")).isEqualTo("failed");
    }

    @Test
    void neither_chat_nor_text_is_traced() {
        // Given
        journeys.posted(turn, ROW, LETTER, true);

        // When
        send(new Outcome.Refused(Outcome.Refused.Reason.BLOCKED, "Zerafina blocked the bot"), 0);

        // Then
        assertThat(one("send").getAttributes() + " " + one("outbox").getAttributes())
                .doesNotContain("Zerafina", Long.toString(CHAT));
    }

    private void send(Outcome outcome, int tries) {
        journeys.follow(BOT, new Parcel(ROW, LETTER, tries), Uni.createFrom().item(outcome))
                .await()
                .indefinitely();
    }

    private SpanData one(String name) {
        assertThat(followed.named(name)).hasSize(1);
        return followed.named(name).get(0);
    }

    private static long number(SpanData span, String key) {
        return span.getAttributes().get(AttributeKey.longKey(key));
    }

    private static String word(SpanData span, String key) {
        return span.getAttributes().get(AttributeKey.stringKey(key));
    }
}
