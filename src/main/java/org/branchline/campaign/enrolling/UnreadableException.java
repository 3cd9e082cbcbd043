package org.branchline.campaign.enrolling;

import java.io.IOException;

/** A list that makes no sense from a place on; the message says where and what would be right. */
public final class UnreadableException extends IOException {

    private static final long serialVersionUID = 1;

    public UnreadableException(String place, String what) {
        super(place + ": " + what);
    }
}
