package org.branchline.delivery;

import org.branchline.conversation.Outgoing;

/**
 * A letter with its row: committed as {@code sending} under our lease.
 *
 * @param id of the outbox row
 * @param tries how often it went before, from 0
 */
record Parcel(long id, Letter letter, int tries) implements Comparable<Parcel> {

    /** An edit may be repeated without harm and does not count against the platform's limits. */
    boolean edit() {
        return letter.outgoing() instanceof Outgoing.Edit || letter.outgoing() instanceof Outgoing.Rebutton;
    }

    /** Whether it goes beside all others, at the pace that is paid for. */
    boolean paid() {
        return letter.priority() == Priority.PAID;
    }

    @Override
    public int compareTo(Parcel other) {
        int byPriority = letter.priority().compareTo(other.letter.priority());
        return byPriority != 0 ? byPriority : Long.compare(id, other.id);
    }
}
