package org.branchline.conversation.playbook;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import java.util.Optional;
import org.branchline.conversation.Answer;

/** What an answer is in a condition, by the kind of its question. */
enum Meaning {
    /** {@code true} for yes, or for agreed. */
    FLAG(SimpleType.BOOL),
    /** An option's id; empty for own words alone. */
    ID(SimpleType.STRING),
    /** The ids ticked. */
    IDS(ListType.create(SimpleType.STRING)),
    WHOLE(SimpleType.INT),
    DECIMAL(SimpleType.DOUBLE),
    /** The beginning of the day, by UTC. */
    DATE(SimpleType.TIMESTAMP),
    TEXT(SimpleType.STRING),
    /** A note: it has no answer. */
    NOTHING(SimpleType.DYN);

    private final CelType type;

    Meaning(CelType type) {
        this.type = type;
    }

    static Meaning of(Kind kind) {
        return kind.of(ByKind.CASES);
    }

    CelType type() {
        return type;
    }

    /** Whether any text may be its value. */
    boolean speaksText() {
        return this == TEXT || this == ID;
    }

    /** The answer as CEL takes it; empty for a skipped one. */
    Optional<Object> value(Answer answer) {
        return answer.of(new Answer.Cases<Optional<Object>>() {
            @Override
            public Optional<Object> chosen(Answer.Chosen chosen) {
                if (Meaning.this == IDS) {
                    return Optional.of(chosen.options());
                }
                String id = chosen.options().isEmpty() ? "" : chosen.options().get(0);
                return Meaning.this == FLAG ? Optional.of(Kind.AFFIRMATIVE.contains(id)) : Optional.of(id);
            }

            @Override
            public Optional<Object> figure(Answer.Figure figure) {
                return Optional.of(
                        Meaning.this == DECIMAL
                                ? (Object) figure.value().doubleValue()
                                : (Object) figure.value().longValue());
            }

            @Override
            public Optional<Object> date(Answer.Date date) {
                return Optional.of(Dates.instant(date.day()));
            }

            @Override
            public Optional<Object> words(Answer.Words words) {
                return Optional.of(words.text());
            }

            @Override
            public Optional<Object> skipped(Answer.Skipped skipped) {
                return Optional.empty();
            }
        });
    }

    private enum ByKind implements Kind.Cases<Meaning> {
        CASES;

        @Override
        public Meaning note(Kind.Note kind) {
            return NOTHING;
        }

        @Override
        public Meaning yesNo(Kind.YesNo kind) {
            return FLAG;
        }

        @Override
        public Meaning one(Kind.One kind) {
            return ID;
        }

        @Override
        public Meaning several(Kind.Several kind) {
            return IDS;
        }

        @Override
        public Meaning figure(Kind.Figure kind) {
            return kind.decimals() == 0 ? WHOLE : DECIMAL;
        }

        @Override
        public Meaning date(Kind.Date kind) {
            return DATE;
        }

        @Override
        public Meaning shortText(Kind.ShortText kind) {
            return TEXT;
        }

        @Override
        public Meaning longText(Kind.LongText kind) {
            return TEXT;
        }

        @Override
        public Meaning availability(Kind.Availability kind) {
            return IDS;
        }

        @Override
        public Meaning language(Kind.Language kind) {
            return ID;
        }

        @Override
        public Meaning name(Kind.Name kind) {
            return TEXT;
        }

        @Override
        public Meaning consent(Kind.Consent kind) {
            return FLAG;
        }

        @Override
        public Meaning branch(Kind.Branch kind) {
            return ID;
        }

        @Override
        public Meaning timezone(Kind.Timezone kind) {
            return ID;
        }
    }
}
