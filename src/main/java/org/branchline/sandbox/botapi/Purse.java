package org.branchline.sandbox.botapi;

/** A bot's Telegram Stars, from which paid messages beyond the free limit are taken. */
final class Purse {

    /** Telegram: a bot needs as many before it may send paid messages at all. */
    private static final long TENTHS_AT_FIRST = 100_000;

    private long tenths = TENTHS_AT_FIRST;
    private long spent;

    /** Takes the 0.1 Stars of one message (Telegram: paid broadcasts); false where there is not enough. */
    boolean pay() {
        if (tenths == 0) {
            return false;
        }
        tenths--;
        spent++;
        return true;
    }

    void fill(double stars) {
        tenths = Math.round(stars * 10);
    }

    double stars() {
        return tenths / 10.0;
    }

    double spent() {
        return spent / 10.0;
    }
}
