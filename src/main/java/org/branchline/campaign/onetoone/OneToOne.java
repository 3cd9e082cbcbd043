package org.branchline.campaign.onetoone;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody a member met.
 *
 * @param metOn by the member's calendar, null while it is begun and not logged
 * @param backOn the day on which the member wants to get back to them, null for none
 */
record OneToOne(
        long id,
        Notes.Words words,
        @Nullable LocalDate metOn,
        @Nullable LocalDate backOn) {

    String who() {
        return words.who();
    }

    OneToOne with(Notes.Words others) {
        return new OneToOne(id, others, metOn, backOn);
    }

    OneToOne on(LocalDate day) {
        return new OneToOne(id, words, day, backOn);
    }

    OneToOne back(@Nullable LocalDate day) {
        return new OneToOne(id, words, metOn, day);
    }
}
