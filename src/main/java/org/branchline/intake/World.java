package org.branchline.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.branchline.conversation.Places;
import org.branchline.roster.BranchBook;
import org.branchline.roster.Likeness;
import org.branchline.roster.city.Cities;

/** An organisation's branches and all cities, as the engine looks them up. */
final class World implements Places {

    private final BranchBook book;
    private final Supplier<Cities> cities;

    World(BranchBook book, Supplier<Cities> cities) {
        this.book = book;
        this.cities = cities;
    }

    @Override
    public List<Branch> branches(String language) {
        return book.leaves().stream()
                .map(branch -> new Branch(branch.key(), branch.name(language), branch.zone(), branch.captain()))
                .sorted(Comparator.comparing(Branch::name))
                .toList();
    }

    @Override
    public List<Branch> branchesLike(String typed, String language) {
        String wanted = Likeness.folded(typed);
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<Branch> found = new ArrayList<>();
        List<Predicate<String>> ways =
                List.of(wanted::equals, name -> name.startsWith(wanted), name -> name.contains(wanted));
        for (Predicate<String> way : ways) {
            for (Branch branch : branches(language)) {
                if (way.test(Likeness.folded(branch.name())) && !found.contains(branch)) {
                    found.add(branch);
                }
            }
        }
        return found;
    }

    @Override
    public List<City> cities(String typed, String language) {
        return cities.get().find(typed, Locale.forLanguageTag(language), null).cities().stream()
                .map(World::city)
                .toList();
    }

    private static City city(org.branchline.roster.city.City city) {
        return new City(city.name(), city.region(), city.country(), city.zone());
    }
}
