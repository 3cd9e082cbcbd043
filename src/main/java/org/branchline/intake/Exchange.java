package org.branchline.intake;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.branchline.conversation.Incoming;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.branchline.conversation.Person;
import org.branchline.conversation.Run;
import org.branchline.conversation.playbook.Playbook;
import org.branchline.database.OrganisationId;
import org.branchline.database.Tx;
import org.branchline.database.Writes;
import org.branchline.delivery.Letter;
import org.branchline.roster.Access;
import org.branchline.roster.Member;
import org.branchline.roster.Roles;
import org.jspecify.annotations.Nullable;

/** One turn under way: what it found, what it says and what it writes, in one transaction. Not for several threads. */
public final class Exchange implements Writes {

    /** A statement that leaves with the commit. */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Write(String sql, @Nullable Object[] arguments) {}

    /** Telegram: 4,096 UTF-16 units. */
    private static final int LONGEST_TEXT = 4096;

    private final Tx tx;
    private final Playing playing;
    private final Scene scene;
    private final @Nullable Arrival arrival;
    private final Instant now;
    private final List<Outgoing> said = new ArrayList<>();
    private final List<Letter> others = new ArrayList<>();
    private final List<Write> writes = new ArrayList<>();
    private Person person;
    private @Nullable OpenRun front;
    private boolean interrupted;
    private boolean special;
    private String toast = "";

    Exchange(Tx tx, Scene scene, @Nullable Arrival arrival, Person person, Instant now, Playing playing) {
        this.tx = tx;
        this.playing = playing;
        this.scene = scene;
        this.arrival = arrival;
        this.person = person;
        this.now = now;
        this.front = scene.front();
        this.interrupted = scene.interrupted();
    }

    public OrganisationId organisation() {
        return scene.bot().organisation();
    }

    /** The chat as the turn found it. */
    public Scene scene() {
        return scene;
    }

    /** What a person did; null where the service itself began the turn. */
    public @Nullable Arrival arrival() {
        return arrival;
    }

    /** What people see as the time of this turn. */
    public Instant now() {
        return now;
    }

    /** The same, as statements take it. */
    public OffsetDateTime utc() {
        return now.atOffset(ZoneOffset.UTC);
    }

    /** To whom it speaks, as of now. */
    public Person person() {
        return person;
    }

    /** The member; only for commands whose audience is members. */
    public Member member() {
        Member member = scene.member();
        if (member == null) {
            throw new IllegalStateException("The chat has no member");
        }
        return member;
    }

    /** What the member may do, as of now; only for commands whose audience is members. */
    public Uni<Access> access() {
        return Roles.access(this::read, organisation(), member().id(), scene.branches());
    }

    /** Says something in the chat, after the commit. */
    public void say(Outgoing outgoing) {
        if (outgoing instanceof Outgoing.Acknowledge acknowledge) {
            toast = acknowledge.text();
        } else {
            said.add(outgoing);
        }
    }

    public void say(String text) {
        say(new Outgoing.Say(text));
    }

    public void say(String text, Keyboard keyboard) {
        say(new Outgoing.Say(text, keyboard));
    }

    /** Sends something to another chat, after the commit. */
    public void send(Letter letter) {
        others.add(letter);
    }

    /** Adds a statement that leaves together with the commit, in order. */
    @Override
    public void write(String sql, @Nullable Object... arguments) {
        writes.add(new Write(sql, arguments));
    }

    @Override
    public void afterCommit(Runnable step) {
        tx.afterCommit(step);
    }

    /** Asks now; a flight of its own. */
    public Uni<RowSet<Row>> read(String sql, @Nullable Object... arguments) {
        return tx.query(sql, arguments);
    }

    /** Nothing is in front any more, and nothing is said about it. */
    public void drop() {
        front = null;
    }

    Tx tx() {
        return tx;
    }

    List<Outgoing> said() {
        return said;
    }

    List<Letter> others() {
        return others;
    }

    List<Write> writes() {
        return writes;
    }

    String toast() {
        return toast;
    }

    /** From here on this turn's messages echo a special answer. */
    public void markSpecial() {
        special = true;
    }

    boolean special() {
        return special;
    }

    /** The number of the run in front; only where one is. */
    public long frontId() {
        return Objects.requireNonNull(front, "No run is in front").id();
    }

    /** The run in front as of now, null where none is open. */
    public @Nullable OpenRun front() {
        return front;
    }

    /** Begins a run of a playbook's newest version and puts it in front; what was there stays resumable. */
    public Uni<Void> begin(String playbook) {
        return playing.begin(this, playbook);
    }

    /** The same, what it says first below some words: in their message where that holds both. */
    public Uni<Void> begin(String playbook, String before) {
        int at = said.size();
        return begin(playbook).invoke(() -> {
            if (said.size() > at
                    && said.get(at) instanceof Outgoing.Say say
                    && before.length() + say.text().length() + 2 <= LONGEST_TEXT) {
                said.set(at, new Outgoing.Say(before + "\n\n" + say.text(), say.keyboard()));
            } else {
                said.add(at, new Outgoing.Say(before));
            }
        });
    }

    /** A playbook's newest version; fails with an IllegalStateException where there is no such playbook. */
    public Uni<Playbook> playbook(String key) {
        return playing.newest(this, key);
    }

    /** Brings an open or waiting run of this chat in front and asks its open question; does nothing without one. */
    public Uni<Void> resume(long run) {
        return playing.resume(this, run);
    }

    /** Leaves the run in front; the answers so far stay. */
    public Uni<Void> leave() {
        return front == null ? Uni.createFrom().voidItem() : playing.play(this, front, new Incoming.Cancelled());
    }

    void front(@Nullable OpenRun run) {
        front = run;
    }

    public boolean interrupted() {
        return interrupted;
    }

    /** Whether something else was said after the open question, which is then named again before free text is taken. */
    public void interrupted(boolean value) {
        interrupted = value;
    }

    /** Whom later effects of this turn speak to. */
    public void person(Person changed) {
        person = changed;
    }

    Run run(OpenRun open) {
        return new Run(open.id(), person, open.stage(), open.step(), open.answers(), interrupted);
    }
}
