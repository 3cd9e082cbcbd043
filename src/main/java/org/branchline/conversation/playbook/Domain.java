package org.branchline.conversation.playbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.branchline.conversation.day.DaySpan;

/** The answers that can make a difference to a condition; absent where they cannot be listed. */
final class Domain extends MostKinds<Optional<List<Object>>> {

    /** 2 to the power of it is the number of ways to tick. */
    private static final int MOST_OPTIONS = 10;

    private final Constants constants;

    Domain(Constants constants) {
        this.constants = constants;
    }

    @Override
    protected Optional<List<Object>> otherwise(Kind kind) {
        return Optional.empty();
    }

    @Override
    public Optional<List<Object>> yesNo(Kind.YesNo kind) {
        return Optional.of(List.of(true, false));
    }

    @Override
    public Optional<List<Object>> consent(Kind.Consent kind) {
        return Optional.of(List.of(true));
    }

    @Override
    public Optional<List<Object>> one(Kind.One kind) {
        List<Object> ids =
                new ArrayList<>(kind.options().stream().map(Option::id).toList());
        if (kind.ownWords()) {
            ids.add("");
        }
        return Optional.of(ids);
    }

    @Override
    public Optional<List<Object>> several(Kind.Several kind) {
        int own = kind.ownWords() ? 1 : 0;
        List<String> ids = kind.options().stream().map(Option::id).toList();
        return subsets(ids, Math.max(0, kind.least() - own), kind.most());
    }

    @Override
    public Optional<List<Object>> availability(Kind.Availability kind) {
        return subsets(List.of("weekday_daytime", "weekday_evening", "weekend_daytime", "weekend_evening"), 1, 4)
                .map(ticked -> {
                    List<Object> all = new ArrayList<>(ticked);
                    all.add(List.of("varies"));
                    return all;
                });
    }

    @Override
    public Optional<List<Object>> figure(Kind.Figure kind) {
        BigDecimal step = BigDecimal.ONE.movePointLeft(kind.decimals());
        Set<BigDecimal> candidates = new LinkedHashSet<>(List.of(kind.least(), kind.most()));
        for (BigDecimal constant : constants.numbers()) {
            candidates.add(constant.subtract(step));
            candidates.add(constant);
            candidates.add(constant.add(step));
        }
        return Optional.of(candidates.stream()
                .filter(number -> number.compareTo(kind.least()) >= 0 && number.compareTo(kind.most()) <= 0)
                .<Object>map(
                        number -> kind.decimals() == 0 ? (Object) number.longValue() : (Object) number.doubleValue())
                .distinct()
                .toList());
    }

    /** A day counted from today is another one tomorrow. */
    @Override
    public Optional<List<Object>> date(Kind.Date kind) {
        if (!(kind.first() instanceof DayBound.Fixed first) || !(kind.last() instanceof DayBound.Fixed last)) {
            return Optional.empty();
        }
        DaySpan span = new DaySpan(first.day(), last.day());
        return Optional.of(Stream.concat(
                        Stream.of(span.first(), span.last()),
                        constants.days().stream().flatMap(day -> Stream.of(day.minusDays(1), day, day.plusDays(1))))
                .filter(span::has)
                .distinct()
                .<Object>map(Dates::instant)
                .toList());
    }

    private static Optional<List<Object>> subsets(List<String> ids, int least, int most) {
        if (ids.size() > MOST_OPTIONS) {
            return Optional.empty();
        }
        List<Object> subsets = new ArrayList<>();
        for (int bits = 0; bits < 1 << ids.size(); bits++) {
            if (Integer.bitCount(bits) >= least && Integer.bitCount(bits) <= most) {
                List<String> subset = new ArrayList<>();
                for (int i = 0; i < ids.size(); i++) {
                    if ((bits & 1 << i) != 0) {
                        subset.add(ids.get(i));
                    }
                }
                subsets.add(List.copyOf(subset));
            }
        }
        return Optional.of(subsets);
    }
}
