package org.branchline.desk.api;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import org.branchline.campaign.enrolling.UnreadableException;

/** Refuses to read on where one line of a table grows beyond all reason, before it fills the memory. */
final class BoundedReader extends FilterReader {

    /** Far more than a member's line takes. */
    static final int LONGEST_LINE = 65_536;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private long read;
    private long lineBegan;
    private long line = 1;
    private boolean begun;

    BoundedReader(Reader in) {
        super(in);
    }

    /** A line was read to its end; the next one begins. */
    void next(long number) {
        lineBegan = read;
        line = number;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        if (!begun && one == BYTE_ORDER_MARK) {
            one = super.read();
        }
        begun = true;
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        // Never more at once than one line may have, so that a line cannot hide in what was read ahead.
        int got = super.read(into, offset, Math.min(length, LONGEST_LINE / 8));
        if (!begun && got > 0 && into[offset] == BYTE_ORDER_MARK) {
            System.arraycopy(into, offset + 1, into, offset, got - 1);
            got = got == 1 ? read(into, offset, length) : got - 1;
        }
        begun = true;
        count(Math.max(0, got));
        return got;
    }

    private void count(int characters) throws IOException {
        read += characters;
        if (read - lineBegan > LONGEST_LINE + LONGEST_LINE / 8) {
            throw new UnreadableException(
                    "line " + line, "has more than " + LONGEST_LINE + " characters; is a quote left open?");
        }
    }
}
