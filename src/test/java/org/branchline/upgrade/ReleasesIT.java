package org.branchline.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.branchline.start.RunningJar;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From the schema of every recorded release, with its rows in place, to the newest. */
@Execution(ExecutionMode.CONCURRENT)
class ReleasesIT {

    static Stream<Release> releases() {
        return Release.all().stream();
    }

    @ParameterizedTest
    @MethodSource("releases")
    void the_rows_of_a_release_are_whole_on_the_newest_schema_and_the_service_goes_on(Release release)
            throws Exception {
        // Given
        Map<String, List<String>> kept = Rows.organisations(release.rows());
        kept.keySet().removeAll(release.gone().keySet());
        List<String> tables = kept.keySet().stream()
                .filter(table -> !table.equals("installation"))
                .toList();
        try (Upgraded upgraded = Upgraded.from(release)) {
            String answers = "select 1 from answer a join run r on r.organisation = a.organisation and r.id = a.run"
                    + " where r.playbook = 'skills-audit' and a.in_effect and a.settled and not a.special";
            int answered = upgraded.schema().texts(answers).size();

            // When
            upgraded.migrate();

            // Then
            for (String table : kept.keySet()) {
                assertThat(upgraded.organisations(table)).as(table).isEqualTo(kept.get(table));
            }
            Map<String, Map<String, Long>> seen = upgraded.seen(tables, kept.get("organisation"));
            seen.forEach((organisation, counts) -> tables.forEach(table -> assertThat(counts.get(table))
                    .as(table + " as the service sees it in " + organisation)
                    .isEqualTo(kept.get(table).stream()
                            .filter(organisation::equals)
                            .count())));
            assertThat(seen).hasSameSizeAs(kept.get("organisation"));
            assertThat(upgraded.schema().texts("select conname from pg_constraint where not convalidated"))
                    .isEmpty();
            assertThat(upgraded.specialAnswers()).isNotEmpty().allMatch(value -> value.startsWith("{"));
            assertThat(upgraded.answers("skills-audit").lines().filter(line -> line.contains(",skills-audit,")))
                    .isNotEmpty()
                    .hasSize(answered);
            goesOn(upgraded);
        }
    }

    /** Somebody whom the release asked answers the service of today, and is asked on. */
    private static void goesOn(Upgraded upgraded) throws Exception {
        String asked = upgraded.schema()
                .texts("select c.bot || ' ' || c.id from organisation o join chat c on c.organisation = o.id"
                        + " join run r on r.organisation = c.organisation and r.id = c.front"
                        + " where o.key = '" + Variety.BUNDLED + "' and c.reachable"
                        + " and r.stage = 'asking' and r.question = 'uk_evenings' order by 1")
                .get(0);
        String bot = asked.split(" ")[0];
        String chat = asked.split(" ")[1];
        Map<String, String> variables = new HashMap<>(upgraded.settings());
        try (OneBot telegram = OneBot.start(Long.parseLong(bot))) {
            variables.put("TELEGRAM_API_URL", telegram.url());
            variables.put("TELEGRAM_BOT_TOKEN", bot + ":made-up");
            try (RunningJar service = RunningJar.start(RunningJar.freePort(), variables)) {
                telegram.hears(chat, "Most weeks");
                assertThat(telegram.saysTo(chat, "4 of")).as(service.log()).contains("?");
            }
        }
    }
}
