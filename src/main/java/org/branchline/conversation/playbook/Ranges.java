package org.branchline.conversation.playbook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Checks what can be chosen: options there, ranges possible, sensitivity served. */
final class Ranges extends MostKinds<Boolean> {

    private static final int DECIMALS = 6;

    /** More buttons than that and people stop reading; Telegram takes 100. */
    private static final int OPTIONS = 40;

    /** Larger numbers lose digits in conditions. */
    private static final BigDecimal LARGEST = new BigDecimal("1000000000000000");

    /** Every day of a calendar with a leap year: months differ in length. */
    private static final List<LocalDate> DAYS_TO_TRY =
            LocalDate.of(2027, 1, 1).datesUntil(LocalDate.of(2029, 1, 1)).toList();

    private final String path;
    private final Findings findings;

    private Ranges(String path, Findings findings) {
        this.path = path;
        this.findings = findings;
    }

    static void check(Draft draft, Findings findings) {
        for (int place = 0; place < draft.questions().size(); place++) {
            Question question = draft.questions().get(place);
            String path = "questions[" + place + "]";
            question.kind().of(new Ranges(path, findings));
            if (question.sensitivity() == Sensitivity.CONFIDENTIAL) {
                findings.add(new Problem.Unsupported(
                        path + ".sensitivity",
                        "Confidential questions cannot be asked in chat, whose history stays on phones. Use 'special', or "
                                + "do not ask it here."));
            }
            if (question.special() && question.save() != null) {
                findings.add(new Problem.Unsupported(
                        path + ".save",
                        "A special answer is not kept on the member, where others could find people by it. Take 'save' or "
                                + "'sensitivity' away."));
            }
        }
    }

    @Override
    protected Boolean otherwise(Kind kind) {
        return true;
    }

    @Override
    public Boolean one(Kind.One kind) {
        return options(kind);
    }

    @Override
    public Boolean several(Kind.Several kind) {
        int offered = kind.options().size() + (kind.ownWords() ? 1 : 0);
        if (options(kind)
                && (kind.least() < 0 || kind.most() < 1 || kind.least() > kind.most() || kind.most() > offered)) {
            findings.add(new Problem.OutOfRange(
                    path + ".choose",
                    "'" + kind.least() + " to " + kind.most() + "' does not fit: there are " + offered
                            + " to choose from. Write for example '1 to " + offered + "'."));
        }
        return true;
    }

    @Override
    public Boolean figure(Kind.Figure kind) {
        if (kind.least().compareTo(kind.most()) > 0) {
            findings.add(new Problem.OutOfRange(
                    path + ".range",
                    "The range runs backwards. Write '" + kind.most().toPlainString() + " to "
                            + kind.least().toPlainString() + "'."));
        }
        if (kind.least().abs().compareTo(LARGEST) > 0 || kind.most().abs().compareTo(LARGEST) > 0) {
            findings.add(new Problem.OutOfRange(path + ".range", "The range is too wide: at most 15 digits."));
        }
        if (kind.decimals() < 0 || kind.decimals() > DECIMALS) {
            findings.add(new Problem.OutOfRange(path + ".decimals", "Write 0 to " + DECIMALS + " decimals."));
        }
        return true;
    }

    @Override
    public Boolean date(Kind.Date kind) {
        long backwards =
                DAYS_TO_TRY.stream().filter(today -> kind.span(today).isEmpty()).count();
        boolean alike = kind.first().getClass() == kind.last().getClass();
        if (alike && backwards == DAYS_TO_TRY.size()) {
            findings.add(new Problem.OutOfRange(
                    path + ".range",
                    "The range runs backwards. Write '" + kind.last().written() + " to "
                            + kind.first().written() + "'."));
        } else if (alike && backwards > 0) {
            findings.add(new Problem.OutOfRange(
                    path + ".range",
                    "On some days the range ends before it begins. Count both ends alike, for example '+1 month to +2 "
                            + "months'."));
        }
        return true;
    }

    private boolean options(Kind kind) {
        if (kind.options().isEmpty()) {
            findings.add(new Problem.NoOptions(path));
        } else if (kind.options().size() > OPTIONS) {
            findings.add(new Problem.OutOfRange(
                    path + ".options",
                    kind.options().size() + " options are too many for one message. At most " + OPTIONS + "."));
        }
        return !kind.options().isEmpty();
    }
}
