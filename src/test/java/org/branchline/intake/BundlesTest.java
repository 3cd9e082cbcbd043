package org.branchline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the service says is there in both languages, with the same slots, short, and in nobody's own words. */
class BundlesTest {

    private static final Pattern SLOT = Pattern.compile("\\{[a-z_:]+}");
    private static final Set<String> NOT_OURS =
            Set.of("labour", "captain", "kontaktperson", "coordinator", "koordinator");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "joining",
                "own",
                "invite",
                "result",
                "finding",
                "privacy",
                "broadcast",
                "delivery",
                "branch",
                "checkin",
                "deadline",
                "prompt",
                "report",
                "handing",
                "appointing",
                "event",
                "calling",
                "hosting",
                "repeating",
                "making",
                "onetoone",
                "meeting"
            })
    void both_languages_say_the_same(String bundle) throws IOException {
        // Given
        Properties english = read(bundle, "en");
        Properties danish = read(bundle, "da");

        // Then
        assertThat(danish.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(slots(danish.getProperty(key)))
                    .as(bundle + " " + key)
                    .isEqualTo(slots(english.getProperty(key)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "joining",
                "own",
                "invite",
                "result",
                "finding",
                "privacy",
                "broadcast",
                "delivery",
                "branch",
                "checkin",
                "deadline",
                "prompt",
                "report",
                "handing",
                "appointing",
                "event",
                "calling",
                "hosting",
                "repeating",
                "making",
                "onetoone",
                "meeting"
            })
    void buttons_are_short_and_words_are_nobodys_own(String bundle) throws IOException {
        for (String language : Set.of("en", "da")) {
            Properties texts = read(bundle, language);
            for (String key : texts.stringPropertyNames()) {
                String text = texts.getProperty(key);
                assertThat(text).as(key).isNotBlank();
                assertThat(NOT_OURS).as(key + ": " + text).noneMatch(word -> text.toLowerCase(Locale.ROOT)
                        .contains(word));
                if (key.startsWith("button.")) {
                    assertThat(text.length()).as(key + ": " + text).isLessThanOrEqualTo(28);
                }
            }
        }
    }

    private static Set<String> slots(String text) {
        return SLOT.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties read(String bundle, String language) throws IOException {
        Properties texts = new Properties();
        try (InputStreamReader file = new InputStreamReader(
                BundlesTest.class.getResourceAsStream("/texts/" + bundle + "_" + language + ".properties"),
                StandardCharsets.UTF_8)) {
            texts.load(file);
        }
        return texts;
    }
}
