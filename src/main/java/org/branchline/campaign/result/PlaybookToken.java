package org.branchline.campaign.result;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/** A playbook's name as it fits a button, whose argument has 30 letters: itself, or a check of it where it is long. */
public final class PlaybookToken {

    private static final int LONGEST = 24;

    private PlaybookToken() {}

    static String of(String playbook) {
        return playbook.length() <= LONGEST ? playbook : check(playbook);
    }

    /** At most nine letters and digits, for buttons that carry more than this. */
    public static String check(String playbook) {
        CRC32 check = new CRC32();
        check.update(playbook.getBytes(StandardCharsets.US_ASCII));
        // Names begin with a letter, so this is nobody's.
        return "0" + Long.toHexString(check.getValue());
    }

    static Optional<Published> find(String token, List<Published> playbooks) {
        return playbooks.stream()
                .filter(playbook ->
                        playbook.key().equals(token) || of(playbook.key()).equals(token))
                .findFirst();
    }
}
