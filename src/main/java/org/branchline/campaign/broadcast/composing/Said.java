package org.branchline.campaign.broadcast.composing;

import java.util.ArrayList;
import java.util.List;
import org.branchline.campaign.broadcast.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What a message to many says, as far as it is written.
 *
 * @param text empty until it is written
 * @param kind null until it is chosen
 * @param actions whether buttons stand below it, null until it is chosen
 * @param besides whatever else belongs to it
 */
record Said(String text, @Nullable Kind kind, @Nullable Boolean actions, Besides besides) {

    static final Said NOTHING = new Said("", null, null, Besides.NOTHING);

    /** Every text that is written, the first in front. */
    List<String> all() {
        List<String> all = new ArrayList<>();
        if (!text.isEmpty()) {
            all.add(text);
        }
        all.addAll(besides.texts().values());
        return all;
    }

    Said saying(String written) {
        return new Said(written, kind, actions, besides);
    }

    Said of(Kind chosen) {
        return new Said(text, chosen, actions, besides);
    }

    Said with(boolean buttons) {
        return new Said(text, kind, buttons, besides);
    }

    Said with(Besides changed) {
        return new Said(text, kind, actions, changed);
    }
}
