package org.branchline.delivery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * What is in a sender's hands: decides what leaves next and when. Every chat in its order, replies before the rest, new
 * messages at the pace of the bot and of the chat, edits at once. Time is any monotonic clock in nanoseconds. For one
 * thread.
 */
final class Lines {

    private static final int CHAT_BURST = 3;
    /** Below this many lines it is not worth looking for idle ones. */
    private static final int TIDY_ABOVE = 1_000;

    /** What to do now. */
    sealed interface Next {

        <R> R of(Cases<R> cases);

        /** One result for each. */
        interface Cases<R> {
            R go(Parcel parcel);

            R await(long nanos);

            R idle();
        }

        /** This one leaves. */
        record Go(Parcel parcel) implements Next {
            @Override
            public <R> R of(Cases<R> cases) {
                return cases.go(parcel);
            }
        }

        /** Nothing may leave for so many nanoseconds. */
        record Wait(long nanos) implements Next {
            @Override
            public <R> R of(Cases<R> cases) {
                return cases.await(nanos);
            }
        }

        /** Nothing waits. */
        record Idle() implements Next {
            @Override
            public <R> R of(Cases<R> cases) {
                return cases.idle();
            }
        }
    }

    private record Waking(long at, ChatLine line) {}

    private final Pace pace;
    private final Pace paidPace;
    private final double chatRate;
    private final int groupMinute;
    private final Map<Long, ChatLine> lines = new HashMap<>();
    private final PriorityQueue<ChatLine> edits = new PriorityQueue<>(byHead());
    private final PriorityQueue<ChatLine> messages = new PriorityQueue<>(byHead());
    private final PriorityQueue<ChatLine> paid = new PriorityQueue<>(byHead());
    private final PriorityQueue<Waking> sleeping = new PriorityQueue<>(Comparator.comparingLong(Waking::at));
    private int tidyAt = TIDY_ABOVE;

    /**
     * @param pace of all new messages but those that are paid for
     * @param paidPace of these
     * @param chatRate new messages a second for each chat, 0 for no limit
     * @param groupMinute new messages a minute for each group, 0 for no limit
     */
    Lines(Pace pace, Pace paidPace, double chatRate, int groupMinute) {
        this.pace = pace;
        this.paidPace = paidPace;
        this.chatRate = chatRate;
        this.groupMinute = groupMinute;
    }

    private static Comparator<ChatLine> byHead() {
        return Comparator.comparing(line -> Objects.requireNonNull(line.head()));
    }

    void add(Parcel parcel, long now) {
        if (lines.size() > tidyAt) {
            lines.values().removeIf(line -> !line.listed && line.idle(now));
            tidyAt = Math.max(TIDY_ABOVE, 2 * lines.size());
        }
        ChatLine line = line(parcel.letter().chat());
        line.add(parcel);
        list(line);
    }

    /**
     * For how many nanoseconds a group cannot take this one, 0 where it need not wait: it must not keep the room that
     * others' messages need meanwhile.
     */
    long groupDelay(Parcel parcel, long now) {
        long chat = parcel.letter().chat();
        return chat >= 0 || parcel.edit() ? 0 : line(chat).minuteDelay(now);
    }

    /** A predecessor sent a new message to a group, at that time of our clock. */
    void leftBefore(long group, long at) {
        line(group).left(at);
    }

    /** Groups have negative numbers. */
    private ChatLine line(long number) {
        return lines.computeIfAbsent(
                number,
                chat -> new ChatLine(Pace.bursting(chatRate, CHAT_BURST), Window.minute(chat < 0 ? groupMinute : 0)));
    }

    /** Takes what may leave; its request is then under way until {@link #back}. */
    Next next(long now) {
        ChatLine edit = edits.poll();
        if (edit != null) {
            return go(edit);
        }
        for (Waking first = sleeping.peek(); first != null && first.at() <= now; first = sleeping.peek()) {
            sleeping.remove();
            queue(first.line()).add(first.line());
        }
        ChatLine line = ready(messages, pace, now);
        if (line == null) {
            line = ready(paid, paidPace, now);
        }
        return line == null ? rest(now) : go(line);
    }

    /** The first that may leave at this pace now; null where none may. */
    private @Nullable ChatLine ready(PriorityQueue<ChatLine> queue, Pace slots, long now) {
        while (!queue.isEmpty() && slots.delay(now) == 0) {
            ChatLine line = queue.remove();
            long chatWait = line.delay(now);
            if (chatWait == 0) {
                slots.take(now);
                line.take(now);
                return line;
            }
            sleeping.add(new Waking(now + chatWait, line));
        }
        return null;
    }

    /** Nothing may leave now: until when. */
    private Next rest(long now) {
        long wait = Long.MAX_VALUE;
        if (!messages.isEmpty()) {
            wait = pace.delay(now);
        }
        if (!paid.isEmpty()) {
            wait = Math.min(wait, paidPace.delay(now));
        }
        Waking first = sleeping.peek();
        if (first != null) {
            wait = Math.min(wait, first.at() - now);
        }
        return wait == Long.MAX_VALUE ? new Next.Idle() : new Next.Wait(wait);
    }

    /** A request is through, whatever came of it. */
    void back(Parcel parcel) {
        ChatLine line = lines.get(parcel.letter().chat());
        if (line != null) {
            line.back(parcel);
            list(line);
        }
    }

    /** Takes out everything of a chat that has not left. */
    List<Parcel> drop(long chat) {
        ChatLine line = lines.get(chat);
        if (line == null) {
            return List.of();
        }
        edits.remove(line);
        messages.remove(line);
        paid.remove(line);
        sleeping.removeIf(waking -> waking.line() == line);
        line.listed = false;
        return new ArrayList<>(line.drop());
    }

    /** Takes out everything that has not left. */
    List<Parcel> dropAll() {
        edits.clear();
        messages.clear();
        paid.clear();
        sleeping.clear();
        List<Parcel> all = new ArrayList<>();
        for (ChatLine line : lines.values()) {
            line.listed = false;
            all.addAll(line.drop());
        }
        return all;
    }

    private Next go(ChatLine line) {
        Parcel parcel = line.leave();
        line.listed = false;
        list(line);
        return new Next.Go(parcel);
    }

    private void list(ChatLine line) {
        Parcel head = line.head();
        if (head != null && !line.listed) {
            line.listed = true;
            queue(line).add(line);
        }
    }

    private PriorityQueue<ChatLine> queue(ChatLine line) {
        Parcel head = Objects.requireNonNull(line.head());
        if (head.edit()) {
            return edits;
        }
        return head.paid() ? paid : messages;
    }
}
