package org.branchline.campaign.finding;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.branchline.campaign.audience.Audience;
import org.branchline.campaign.audience.Trait;
import org.branchline.conversation.playbook.Option;

/**
 * What somebody looks for, as far as it is said.
 *
 * @param chosen an option's id for skill, language and time in turn, {@link #ANY} where it does not matter; up to three
 * @param page from 0
 */
record Wanted(List<String> chosen, int page) {

    static final Wanted NOTHING = new Wanted(List.of(), 0);
    static final String ANY = "-";

    private static final int QUESTIONS = 3;
    /** Three of these, three dots and a page of three digits are the 30 letters that a button carries. */
    private static final int LONGEST = 8;

    Wanted {
        chosen = List.copyOf(chosen);
    }

    /** What a button carries or somebody typed; whatever it does not understand begins anew. */
    static Wanted read(String argument, List<Offer> offers) {
        String[] parts = argument.strip().split("\\.", -1);
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < Math.min(parts.length, QUESTIONS); i++) {
            Optional<Option> option = offers.get(i).option(parts[i]);
            if (option.isEmpty() && !parts[i].equals(ANY)) {
                return NOTHING.past(offers);
            }
            chosen.add(option.map(Option::id).orElse(ANY));
        }
        boolean paged = parts.length == QUESTIONS + 1 && parts[QUESTIONS].matches("\\d{1,3}");
        return new Wanted(chosen, paged ? Integer.parseInt(parts[QUESTIONS]) : 0).past(offers);
    }

    /** What nobody can be found by is not asked. */
    Wanted past(List<Offer> offers) {
        return !complete() && offers.get(chosen.size()).options().isEmpty() ? and(ANY).past(offers) : this;
    }

    boolean complete() {
        return chosen.size() == QUESTIONS;
    }

    /** One answer more. */
    Wanted and(String option) {
        List<String> more = new ArrayList<>(chosen);
        more.add(option);
        return new Wanted(more, 0);
    }

    Wanted onPage(int other) {
        return new Wanted(chosen, other);
    }

    /** At most 30 ASCII letters, which {@link #read} reads again. */
    String argument() {
        String answers = String.join(".", chosen.stream().map(Wanted::token).toList());
        return page == 0 ? answers : answers + "." + page;
    }

    /** An option's id, or a check of it where it is long. */
    static String token(String id) {
        if (id.length() <= LONGEST) {
            return id;
        }
        CRC32 check = new CRC32();
        check.update(id.getBytes(StandardCharsets.US_ASCII));
        // Ids begin with a letter, so this is nobody's.
        return "0" + String.format("%08x", check.getValue()).substring(1);
    }

    /** Those of an audience who fit. */
    Audience within(Audience audience, List<Offer> offers) {
        Audience fitting = audience;
        for (int i = 0; i < chosen.size(); i++) {
            String attribute = offers.get(i).attribute();
            if (chosen.get(i).equals(ANY)) {
                continue;
            }
            Trait trait = new Trait(attribute, chosen.get(i));
            fitting = i == QUESTIONS - 1
                    ? fitting.havingAny(List.of(trait, new Trait(attribute, Offer.VARIES)))
                    : fitting.having(trait);
        }
        return fitting;
    }

    /** What was chosen, in a language and one line; empty where nothing was. */
    String words(List<Offer> offers, String language) {
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            offers.get(i)
                    .option(chosen.get(i))
                    .ifPresent(option -> labels.add(option.label().in(language).source()));
        }
        return String.join(" · ", labels);
    }
}
