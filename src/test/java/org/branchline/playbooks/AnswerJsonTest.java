package org.branchline.playbooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.branchline.conversation.Answer;

class AnswerJsonTest {

    @Property(tries = 500)
    void readsWhatItWrote(@ForAll("answers") Answer answer) {
        assertThat(AnswerJson.read(AnswerJson.write(answer))).isEqualTo(answer);
    }

    @Provide
    Arbitrary<Answer> answers() {
        Arbitrary<String> text = Arbitraries.strings().all().ofMaxLength(60);
        Arbitrary<Answer> chosen = Combinators.combine(
                        Arbitraries.strings()
                                .withCharRange('a', 'z')
                                .ofMinLength(1)
                                .list()
                                .ofMaxSize(8),
                        text.injectNull(0.5))
                .as(Answer.Chosen::new);
        Arbitrary<Answer> figure = Arbitraries.bigDecimals().ofScale(6).map(Answer.Figure::new);
        Arbitrary<Answer> words = Combinators.combine(Arbitraries.longs(), text)
                .as(Answer.Piece::new)
                .list()
                .ofMaxSize(5)
                .map(Answer.Words::new);
        Arbitrary<LocalDate> day =
                Arbitraries.integers().between(-30_000, 90_000).map(LocalDate::ofEpochDay);
        Arbitrary<Answer> date = Combinators.combine(day, day).as(Answer.Date::new);
        return Arbitraries.oneOf(chosen, figure, date, words, Arbitraries.just(new Answer.Skipped()));
    }

    @Example
    void exportsForMachines() {
        assertThat(AnswerJson.export(new Answer.Chosen(List.of("calls", "posts"), "sing")))
                .isEqualTo("calls,posts,_own");
        assertThat(AnswerJson.export(new Answer.Figure(new BigDecimal("1E+3")))).isEqualTo("1000");
        assertThat(AnswerJson.export(new Answer.Date(LocalDate.of(2027, 5, 4), LocalDate.of(2027, 3, 4))))
                .isEqualTo("2027-05-04");
        assertThat(AnswerJson.export(new Answer.Words(List.of(new Answer.Piece(1, "a"), new Answer.Piece(2, "b")))))
                .isEqualTo("a b");
        assertThat(AnswerJson.export(new Answer.Skipped())).isEqualTo("skipped");
    }

    @Example
    void neverQuotesAnAnswerItCannotRead() {
        assertThatThrownBy(() -> AnswerJson.read("{\"figure\": my secret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .message()
                .doesNotContain("secret");
        assertThatThrownBy(() -> AnswerJson.read("{\"date\":\"my secret\"}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .message()
                .doesNotContain("secret");
        assertThatThrownBy(() -> AnswerJson.read("{\"date\":\"2027-05-04\"}"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AnswerJson.read("{}")).isInstanceOf(IllegalArgumentException.class);
    }
}
