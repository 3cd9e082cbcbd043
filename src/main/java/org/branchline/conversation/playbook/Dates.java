package org.branchline.conversation.playbook;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.branchline.conversation.Answer;

/**
 * Days in conditions: {@code today}, {@code date('2027-05-04')} and {@code days(30)} beside answers to questions of kind
 * date. CEL takes a day for the instant at which it begins by UTC, and {@code days} for a duration.
 */
final class Dates {

    /** The day on which the latest of the answers was given that a condition speaks of. */
    static final String TODAY = "today";

    static final String HOW = "for example start > today, start < today + days(30), or start > date('2027-05-04').";

    private static final String DATE = "date";
    private static final String DAYS = "days";

    /** A thousand years, so that no calendar ends. */
    private static final long MOST_DAYS = 365_000;

    static final List<CelFunctionDecl> FUNCTIONS = List.of(
            CelFunctionDecl.newFunctionDeclaration(
                    DATE, CelOverloadDecl.newGlobalOverload("date_string", SimpleType.TIMESTAMP, SimpleType.STRING)),
            CelFunctionDecl.newFunctionDeclaration(
                    DAYS, CelOverloadDecl.newGlobalOverload("days_int", SimpleType.DURATION, SimpleType.INT)));

    static final List<CelFunctionBinding> BINDINGS = List.of(
            CelFunctionBinding.from("date_string", String.class, text -> instant(LocalDate.parse(text))),
            CelFunctionBinding.from(
                    "days_int", Long.class, n -> Duration.ofDays(Math.max(-MOST_DAYS, Math.min(MOST_DAYS, n)))));

    private Dates() {}

    static Instant instant(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** What today is beside these answers; empty where none is a date. */
    static Optional<Object> today(Stream<Answer> answers) {
        return answers.flatMap(answer -> answer.of(ByForm.TOLD).stream())
                .max(Comparator.naturalOrder())
                .map(Dates::instant);
    }

    /** Whether it is a call of {@code date}. */
    static boolean names(CelExpr expr) {
        return expr.getKind() == CelExpr.ExprKind.Kind.CALL
                && expr.call().function().equals(DATE);
    }

    /** The day that a call of {@code date} names. */
    static LocalDate named(CelExpr call) throws ConditionCompiler.Unreadable {
        CelExpr day = argument(call);
        if (day.getKind() != CelExpr.ExprKind.Kind.CONSTANT
                || day.constant().getKind() != CelConstant.Kind.STRING_VALUE) {
            throw new ConditionCompiler.Unreadable(
                    "date(…) takes the day itself, in quotation marks: date('2027-05-04').");
        }
        String written = day.constant().stringValue();
        try {
            return LocalDate.parse(written);
        } catch (DateTimeParseException none) {
            throw new ConditionCompiler.Unreadable(
                    "there is no day '" + written + "'. Write year, month and day, for example date('2027-05-04').");
        }
    }

    /** What a call of {@code date} takes. */
    static CelExpr argument(CelExpr call) {
        List<CelExpr> arguments = call.call().args();
        return arguments.get(0);
    }

    private enum ByForm implements Answer.Cases<Optional<LocalDate>> {
        TOLD;

        @Override
        public Optional<LocalDate> chosen(Answer.Chosen answer) {
            return Optional.empty();
        }

        @Override
        public Optional<LocalDate> figure(Answer.Figure answer) {
            return Optional.empty();
        }

        @Override
        public Optional<LocalDate> date(Answer.Date answer) {
            return Optional.of(answer.told());
        }

        @Override
        public Optional<LocalDate> words(Answer.Words answer) {
            return Optional.empty();
        }

        @Override
        public Optional<LocalDate> skipped(Answer.Skipped answer) {
            return Optional.empty();
        }
    }
}
