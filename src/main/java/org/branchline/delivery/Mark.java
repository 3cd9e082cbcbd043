package org.branchline.delivery;

/**
 * How the row of a parcel is to be marked.
 *
 * @param waitMillis for a row that goes back into the queue: how long until it may go again
 * @param tried whether a request was made that tells something about this message
 */
record Mark(Parcel parcel, Verdict verdict, long waitMillis, boolean tried) {

    private static final long FIRST_MILLIS = 500;
    private static final long LONGEST_MILLIS = 60_000;

    /** Goes back later each time: 0.5 s, 1 s, 2 s … 60 s; where the whole bot waits, no longer than that. */
    static Mark of(Parcel parcel, Outcome outcome) {
        Verdict verdict = outcome.verdict(parcel.letter().doubt());
        return outcome.pause().isPresent()
                ? new Mark(parcel, verdict, 0, false)
                : new Mark(
                        parcel, verdict, Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(parcel.tries(), 7)), true);
    }

    /** Goes back because something before it did; no request was made. */
    static Mark back(Parcel parcel) {
        return new Mark(parcel, Verdict.again("ORDER"), 0, false);
    }

    /** Goes back because its chat can take no more for so long; no request was made. */
    static Mark later(Parcel parcel, long waitMillis) {
        return new Mark(parcel, Verdict.again("GROUP"), waitMillis, false);
    }
}
