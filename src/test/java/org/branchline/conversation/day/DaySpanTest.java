package org.branchline.conversation.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DaySpanTest {

    /** A Thursday. */
    private static final LocalDate TODAY = LocalDate.of(2027, 3, 4);

    private static final DaySpan ANY = new DaySpan(LocalDate.of(1900, 1, 1), LocalDate.of(2199, 12, 31));
    private static final DaySpan PAST = new DaySpan(TODAY.minusYears(5), TODAY.minusDays(1));

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = ';', textBlock = """
            4 May                     ; 2027-05-04
            4 May 2027                ; 2027-05-04
            May 4                     ; 2027-05-04
            May 4th, 2028             ; 2028-05-04
            the 4th of May            ; 2027-05-04
            4/5/2027                  ; 2027-05-04
            4.5.2027                  ; 2027-05-04
            04-05-2027                ; 2027-05-04
            4/5                       ; 2027-05-04
            4.5.                      ; 2027-05-04
            4. 5.                     ; 2027-05-04
            4/5/27                    ; 2027-05-04
            d. 4/5                    ; 2027-05-04
            2027-05-04                ; 2027-05-04
            2027/5/4                  ; 2027-05-04
            4. maj                    ; 2027-05-04
            den 4. maj 2027           ; 2027-05-04
            4. MAJ!                   ; 2027-05-04
            on Tuesday, 4 May         ; 2027-05-04
            tirsdag den 4/5           ; 2027-05-04
            ٤/٥/٢٠٢٧                  ; 2027-05-04
            ٤ May ٢٠٢٧                ; 2027-05-04
            ２０２７-０５-０４             ; 2027-05-04
            3 March                   ; 2028-03-03
            4 March                   ; 2027-03-04
            29/02                     ; 2028-02-29
            today                     ; 2027-03-04
            i dag                     ; 2027-03-04
            Tomorrow                  ; 2027-03-05
            i morgen                  ; 2027-03-05
            i overmorgen              ; 2027-03-06
            the day after tomorrow    ; 2027-03-06
            yesterday                 ; 2027-03-03
            Friday                    ; 2027-03-05
            på fredag                 ; 2027-03-05
            tomorrow, Friday          ; 2027-03-05
            Thursday                  ; 2027-03-11
            onsdag                    ; 2027-03-10
            """)
    void a_day_is_read_however_it_is_written(String text, LocalDate day) {
        assertThat(ANY.read(text, TODAY)).isEqualTo(new TypedDay.On(day));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = ';', textBlock = """
            4 May                     ; 2026-05-04
            4 March                   ; 2026-03-04
            3/3                       ; 2027-03-03
            29. februar               ; 2024-02-29
            Friday                    ; 2027-02-26
            i går                     ; 2027-03-03
            """)
    void where_the_span_is_over_the_latest_such_day_is_meant(String text, LocalDate day) {
        assertThat(PAST.read(text, TODAY)).isEqualTo(new TypedDay.On(day));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "4",
                "May",
                "the 4th",
                "next Friday",
                "næste fredag",
                "in 3 days",
                "4 May or 5 May",
                "4-6 May",
                "4 May 18:00",
                "Friday or Saturday",
                "1,5",
                "4/5/2027/1",
                "99999999999999999999",
                "2027",
                "maybe 4 May"
            })
    void more_than_a_day_is_not_read_at_all(String text) {
        assertThat(ANY.read(text, TODAY)).isEqualTo(new TypedDay.Unread());
    }

    @ParameterizedTest
    @CsvSource({
        "31/02, 2, 0",
        "30 February, 2, 0",
        "29/02/2027, 2, 2027",
        "2027-02-29, 2, 2027",
        "31. april 2027, 4, 2027",
        "0/5, 5, 0",
        "٢٩/٠٢/٢٠٢٧, 2, 2027"
    })
    void a_day_its_month_does_not_have_is_named(String text, int month, int year) {
        assertThat(ANY.read(text, TODAY)).isEqualTo(new TypedDay.NoSuchDay(month, year));
    }

    @Test
    void what_else_cannot_be_meant_is_told_apart() {
        assertThat(ANY.read("5/13", TODAY)).isEqualTo(new TypedDay.NoSuchMonth());
        assertThat(ANY.read("2027-00-04", TODAY)).isEqualTo(new TypedDay.NoSuchMonth());
        assertThat(ANY.read("Monday 4 May 2027", TODAY))
                .isEqualTo(new TypedDay.AnotherWeekday(LocalDate.of(2027, 5, 4)));
        assertThat(PAST.read("tomorrow", TODAY)).isEqualTo(new TypedDay.Outside());
        assertThat(PAST.read("4 May 2027", TODAY)).isEqualTo(new TypedDay.Outside());
    }

    @Test
    void a_short_span_takes_the_weekday_it_has() {
        assertThat(new DaySpan(TODAY, TODAY.plusDays(2)).read("Thursday", TODAY))
                .isEqualTo(new TypedDay.On(TODAY));
    }
}
