package org.branchline.conversation.playbook;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compiles the conditions of one playbook. */
final class ConditionCompiler {

    /** The name of the answer that is being checked. */
    static final String ANSWER = "answer";

    private static final CelRuntime RUNTIME = CelRuntimeFactory.plannerRuntimeBuilder()
            .addFunctionBindings(Dates.BINDINGS)
            .build();

    private final Map<String, Meaning> questions;

    /** @param questions what can be spoken of, by id */
    ConditionCompiler(Map<String, Meaning> questions) {
        this.questions = questions;
    }

    /** Something is wrong with a condition; the message says what, for the person who wrote it. */
    static final class Unreadable extends Exception {
        Unreadable(String message) {
            super(message);
        }
    }

    /** The names a condition speaks of, {@code answer} among them; known or not. */
    Set<String> names(String source) throws Unreadable {
        try {
            CelAbstractSyntaxTree tree = builder().build().parse(source).getAst();
            return free(tree);
        } catch (CelValidationException broken) {
            throw new Unreadable(said(source, broken.getErrors()));
        }
    }

    Condition when(String source) throws Unreadable {
        return compile(source, builder());
    }

    Condition check(String source, Meaning answer) throws Unreadable {
        return compile(source, builder().addVar(ANSWER, answer.type()));
    }

    private CelCompilerBuilder builder() {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addVar(Dates.TODAY, SimpleType.TIMESTAMP)
                .addFunctionDeclarations(Dates.FUNCTIONS);
        questions.forEach((id, meaning) -> builder.addVar(id, meaning.type()));
        return builder;
    }

    private static Condition compile(String source, CelCompilerBuilder builder) throws Unreadable {
        try {
            CelCompiler compiler = builder.build();
            CelValidationResult result = compiler.compile(source);
            CelAbstractSyntaxTree tree = result.getAst();
            CelType type = tree.getResultType();
            if (!type.equals(SimpleType.BOOL)) {
                throw new Unreadable(Misread.noTruth(type.name()));
            }
            Set<String> names = free(tree);
            names.remove(ANSWER);
            boolean today = names.remove(Dates.TODAY);
            return new Condition(RUNTIME.createProgram(tree), names, constants(tree), today);
        } catch (CelValidationException broken) {
            throw new Unreadable(said(source, broken.getErrors()));
        } catch (CelEvaluationException broken) {
            throw new Unreadable(Misread.of(source, 0, String.valueOf(broken.getMessage())));
        }
    }

    /** The first of CEL's complaints; what follows comes of it. */
    private static String said(String source, List<CelIssue> issues) {
        CelIssue first = issues.get(0);
        return Misread.of(source, first.getSourceLocation().getColumn(), first.getMessage());
    }

    private static Constants constants(CelAbstractSyntaxTree tree) throws Unreadable {
        Set<String> strings = new LinkedHashSet<>();
        Set<BigDecimal> numbers = new LinkedHashSet<>();
        Set<LocalDate> days = new LinkedHashSet<>();
        Set<Long> dates = new HashSet<>();
        List<CelExpr> expressions = CelNavigableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .map(node -> node.expr())
                .toList();
        for (CelExpr expr : expressions) {
            if (Dates.names(expr)) {
                days.add(Dates.named(expr));
                dates.add(Dates.argument(expr).id());
            }
        }
        for (CelExpr expr : expressions) {
            if (expr.getKind() == CelExpr.ExprKind.Kind.CONSTANT && !dates.contains(expr.id())) {
                switch (expr.constant().getKind()) {
                    case STRING_VALUE -> strings.add(expr.constant().stringValue());
                    case INT64_VALUE ->
                        numbers.add(BigDecimal.valueOf(expr.constant().int64Value()));
                    case DOUBLE_VALUE -> {
                        double number = expr.constant().doubleValue();
                        if (Double.isFinite(number)) {
                            numbers.add(BigDecimal.valueOf(number));
                        }
                    }
                    default -> {}
                }
            }
        }
        return new Constants(strings, numbers, days);
    }

    /** Names that no macro such as {@code exists} introduced. */
    private static Set<String> free(CelAbstractSyntaxTree tree) {
        Set<String> names = new LinkedHashSet<>();
        Set<String> bound = new LinkedHashSet<>();
        CelNavigableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .map(node -> node.expr())
                .forEach(expr -> {
                    switch (expr.getKind()) {
                        case IDENT -> names.add(expr.ident().name());
                        case COMPREHENSION -> {
                            CelExpr.CelComprehension loop = expr.comprehension();
                            bound.add(loop.iterVar());
                            bound.add(loop.accuVar());
                        }
                        default -> {}
                    }
                });
        names.removeAll(bound);
        return names;
    }
}
