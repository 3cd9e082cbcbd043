package org.branchline.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.branchline.database.StartProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTest {

    @ParameterizedTest
    @ValueSource(strings = {"help", "--help", "-h"})
    void help_is_understood_however_it_is_asked_for(String word) {
        // When
        Command command = Command.named(word);

        // Then
        assertThat(command).isEqualTo(Command.HELP);
        assertThat(command.run(word)).isZero();
    }

    @Test
    void every_command_has_a_line_of_its_own() {
        // When
        String help = Command.help();

        // Then
        assertThat(help.lines().skip(1).map(line -> line.strip().split(" ", 2)[0]))
                .containsExactly("(none)", "check", "migrate", "answers", "doctor", "sandbox", "help");
        assertThat(help.lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void an_unknown_word_is_answered_in_one_line_that_names_the_commands() {
        // When
        assertThatThrownBy(() -> Command.named("serve"))
                // Then
                .isInstanceOf(StartProblem.class)
                .hasMessage("There is no command serve: check, migrate, answers, doctor, sandbox, help,"
                        + " or none to start the service.");
    }
}
