package org.branchline.campaign.onetoone;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody a member met.
 *
 * @param metOn by the member's calendar, null while it is begun and not logged
 * @param backOn the day on which the member wants to get back to them, null for none
 * @param readable whether what they typed opened; else the words say that it did not
 */
record OneToOne(
        long id,
        Notes.Words words,
        @Nullable LocalDate metOn,
        @Nullable LocalDate backOn,
        boolean readable) {

    String who() {
        return words.who();
    }

    OneToOne with(Notes.Words others) {
        return new OneToOne(id, others, metOn, backOn, true);
    }

    OneToOne on(LocalDate day) {
        return new OneToOne(id, words, day, backOn, readable);
    }

    OneToOne back(@Nullable LocalDate day) {
        return new OneToOne(id, words, metOn, day, readable);
    }
}
