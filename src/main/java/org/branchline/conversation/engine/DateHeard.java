package org.branchline.conversation.engine;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import org.branchline.conversation.day.DaySpan;
import org.branchline.conversation.day.TypedDay;
import org.branchline.conversation.playbook.Kind;

/** What comes of a day that was typed; what cannot be taken is told with its reason. */
record DateHeard(DateForm form, Asked asked, long message) implements TypedDay.Cases<Heard> {

    @Override
    public Heard on(TypedDay.On typed) {
        return form.settled(asked, typed.day(), message);
    }

    @Override
    public Heard noSuchDay(TypedDay.NoSuchDay typed) {
        Month month = Month.of(typed.month());
        boolean anyYear = typed.year() == 0;
        int length = anyYear ? month.maxLength() : month.length(Year.isLeap(typed.year()));
        return again(
                anyYear ? "date.no_day.any_year" : "date.no_day",
                "month",
                asked.voice().part(month, "LLLL"),
                "year",
                Integer.toString(typed.year()),
                "n",
                Integer.toString(length));
    }

    @Override
    public Heard noSuchMonth(TypedDay.NoSuchMonth typed) {
        return again("date.no_month");
    }

    @Override
    public Heard anotherWeekday(TypedDay.AnotherWeekday typed) {
        Voice voice = asked.voice();
        return again("date.weekday", "date", voice.date(typed.day()), "weekday", voice.part(typed.day(), "EEEE"));
    }

    @Override
    public Heard outside(TypedDay.Outside typed) {
        return again("date.between");
    }

    @Override
    public Heard unread(TypedDay.Unread typed) {
        return again();
    }

    Heard again() {
        return again(form.kind().equals(Kind.Date.ANY) ? "date.again" : "date.between");
    }

    /** A day a week ahead is a good example wherever it is taken. */
    private Heard again(String phrase, String... values) {
        Voice voice = asked.voice();
        DaySpan span = form.span(asked);
        LocalDate example = span.nearest(voice.today().plusWeeks(1));
        String[] all = new String[values.length + 6];
        System.arraycopy(values, 0, all, 6, values.length);
        all[0] = "from";
        all[1] = voice.date(span.first());
        all[2] = "to";
        all[3] = voice.date(span.last());
        all[4] = "example";
        all[5] = voice.date(example);
        return new Heard.Again(voice.say(phrase, all));
    }
}
