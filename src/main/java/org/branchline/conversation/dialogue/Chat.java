package org.branchline.conversation.dialogue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.branchline.conversation.Action;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;

/** The messages of a dialogue while it is played. */
final class Chat implements Outgoing.Cases<Boolean> {

    /** What the member has not looked at yet. */
    record News(boolean edit, Shown shown) {
        @Override
        public String toString() {
            return edit ? "becomes: " + shown : shown.toString();
        }
    }

    /** A button, and the message below which it is. */
    record Found(long message, Button button) {}

    private static final class Message {
        final long id;
        String text;
        Keyboard keyboard;

        Message(long id, String text, Keyboard keyboard) {
            this.id = id;
            this.text = text;
            this.keyboard = keyboard;
        }
    }

    private final List<Message> messages = new ArrayList<>();
    private final List<Long> written = new ArrayList<>();
    private final Deque<News> news = new ArrayDeque<>();
    private String toast = "";
    private long last;

    /** The number of a text the member writes now. */
    long write() {
        written.add(++last);
        return last;
    }

    /** The number of a text written before; 0 where there is none. */
    long written(int back) {
        return back >= 1 && back <= written.size() ? written.get(written.size() - back) : 0;
    }

    /** The number of something sent that is no text. */
    long send() {
        return ++last;
    }

    Optional<News> next() {
        return Optional.ofNullable(news.poll());
    }

    String toast() {
        return toast;
    }

    /** The latest button of this label. */
    Optional<Found> button(String label) {
        for (int i = messages.size() - 1; i >= 0; i--) {
            Message message = messages.get(i);
            Optional<Button> found = message.keyboard.rows().stream()
                    .flatMap(List::stream)
                    .filter(button -> button.label().equals(label)
                            || unticked(button.label()).equals(label))
                    .findFirst();
            if (found.isPresent()) {
                return Optional.of(new Found(message.id, found.get()));
            }
        }
        return Optional.empty();
    }

    /** What all buttons do that are shown now. */
    List<Action> actions() {
        return messages.stream()
                .flatMap(message -> message.keyboard.rows().stream())
                .flatMap(List::stream)
                .map(Button::action)
                .toList();
    }

    private static String unticked(String label) {
        return label.startsWith("☐ ") || label.startsWith("☑ ") ? label.substring(2) : label;
    }

    @Override
    public Boolean say(Outgoing.Say outgoing) {
        messages.add(new Message(++last, outgoing.text(), outgoing.keyboard()));
        return news.add(new News(false, Shown.of(outgoing.text(), outgoing.keyboard())));
    }

    @Override
    public Boolean edit(Outgoing.Edit outgoing) {
        change(outgoing.message(), outgoing.text(), outgoing.keyboard());
        return news.add(new News(true, Shown.of(outgoing.text(), outgoing.keyboard())));
    }

    @Override
    public Boolean rebutton(Outgoing.Rebutton outgoing) {
        messages.stream()
                .filter(message -> message.id == outgoing.message())
                .forEach(message -> message.keyboard = outgoing.keyboard());
        return true;
    }

    @Override
    public Boolean acknowledge(Outgoing.Acknowledge outgoing) {
        toast = outgoing.text();
        return true;
    }

    @Override
    public Boolean file(Outgoing.File outgoing) {
        return news.add(new News(false, new Shown(outgoing.caption(), List.of())));
    }

    @Override
    public Boolean stored(Outgoing.Stored outgoing) {
        return news.add(new News(false, new Shown(outgoing.caption(), List.of())));
    }

    private void change(long id, String text, Keyboard keyboard) {
        messages.stream().filter(message -> message.id == id).forEach(message -> {
            message.text = text;
            message.keyboard = keyboard;
        });
    }
}
