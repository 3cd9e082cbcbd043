package org.branchline.intake;

import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.branchline.conversation.Person;
import org.branchline.roster.Branch;
import org.branchline.roster.Member;
import org.branchline.roster.Organisations;
import org.jspecify.annotations.Nullable;

/** Makes the person the engine talks to, from the member or, before there is one, from what the update shows. */
@Singleton
class People {

    private final Organisations organisations;

    People(Organisations organisations) {
        this.organisations = organisations;
    }

    Person of(Scene scene, @Nullable Arrival arrival) {
        Member member = scene.member();
        if (member != null) {
            Optional<Branch> branch = scene.branches().branch(member.branch());
            return new Person(
                    member.name(),
                    member.language(),
                    zone(member.zone(), branch),
                    branch.map(known -> known.name(member.language())).orElse(null),
                    branch.map(Branch::captain).orElse(null));
        }
        String language = language(scene, arrival);
        Optional<Branch> branch = scene.link() == null
                ? Optional.empty()
                : scene.branches().branch(scene.link().branch());
        return new Person(
                arrival == null ? "" : arrival.firstName(),
                language,
                zone(null, branch),
                branch.map(known -> known.name(language)).orElse(null),
                branch.map(Branch::captain).orElse(null));
    }

    private static @Nullable ZoneId zone(@Nullable ZoneId own, Optional<Branch> branch) {
        return own != null ? own : branch.map(Branch::zone).orElse(null);
    }

    /** The chosen language, else the app's where the organisation speaks it, else the organisation's first. */
    private String language(Scene scene, @Nullable Arrival arrival) {
        java.util.List<String> spoken =
                organisations.organisation(scene.bot().organisation()).languages();
        String chosen = scene.language();
        if (chosen != null) {
            return chosen;
        }
        String app = arrival == null || arrival.languageCode() == null
                ? ""
                : Locale.forLanguageTag(arrival.languageCode()).getLanguage();
        return spoken.contains(app) ? app : spoken.get(0);
    }
}
