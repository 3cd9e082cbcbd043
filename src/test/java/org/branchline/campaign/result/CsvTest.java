package org.branchline.campaign.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CsvTest {

    static List<Arguments> cells() {
        return List.of(
                Arguments.of("plain", "plain"),
                Arguments.of("=cmd|'/c calc'!A1", "'=cmd|'/c calc'!A1"),
                Arguments.of("+44 20", "'+44 20"),
                Arguments.of("-1+1", "'-1+1"),
                Arguments.of("@SUM(A1)", "'@SUM(A1)"),
                Arguments.of("\tx", "'\tx"),
                Arguments.of("\rx", "\"'\rx\""),
                Arguments.of("a,b", "\"a,b\""),
                Arguments.of("say \"hi\"", "\"say \"\"hi\"\"\""),
                Arguments.of("=\"a\",b", "\"'=\"\"a\"\",b\""),
                Arguments.of("two\nlines", "\"two\nlines\""),
                Arguments.of("_*[<b>&'", "_*[<b>&'"),
                Arguments.of("", ""));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void a_cell_is_quoted_and_never_a_formula(String cell, String written) {
        assertThat(Csv.line(List.of(cell))).isEqualTo(written + "\r\n");
    }

    @Test
    void a_number_stays_a_number_and_nothing_stays_empty() {
        assertThat(Csv.line(Arrays.asList(-3, null, "x"))).isEqualTo("-3,,x\r\n");
    }
}
