package org.branchline.delivery;

/**
 * How the row of a parcel is to be marked.
 *
 * @param waitMillis for a row that goes back into the queue: how long until it may go again
 */
record Mark(Parcel parcel, Verdict verdict, long waitMillis) {

    /** Goes back later each time: 0.5 s, 1 s, 2 s … 60 s. */
    static Mark of(Parcel parcel, Outcome outcome) {
        return new Mark(
                parcel,
                outcome.verdict(parcel.letter().doubt()),
                Math.min(60_000, 500L << Math.min(parcel.tries(), 7)));
    }
}
