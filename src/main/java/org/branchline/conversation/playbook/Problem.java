package org.branchline.conversation.playbook;

/** What is wrong, or unwise, in a playbook: where it is, what is wrong, and what would be right. */
public sealed interface Problem {

    /** Where it is in the file, for example {@code questions[2].when}; empty for the file itself. */
    String path();

    /** What is wrong and what would be right, in one or two sentences. */
    String message();

    /** Whether the playbook can be used all the same. */
    default boolean warning() {
        return false;
    }

    record DuplicateId(String path, String id) implements Problem {
        @Override
        public String message() {
            return "The id '" + id + "' is used twice. Give each its own.";
        }
    }

    record BadId(String path, String id, String right) implements Problem {
        @Override
        public String message() {
            return "'" + id + "' cannot be an id. " + right;
        }
    }

    record LaterQuestion(String path, String id) implements Problem {
        @Override
        public String message() {
            return "The condition asks about '" + id
                    + "', which is not asked before. Use an earlier question, or move '" + id + "' up.";
        }
    }

    record UnknownQuestion(String path, String id, String known) implements Problem {
        @Override
        public String message() {
            return "There is no question '" + id + "'. "
                    + (known.isEmpty()
                            ? "No question comes before this one."
                            : "Questions before this one: " + known + ".");
        }
    }

    record BadCondition(String path, String reason) implements Problem {
        @Override
        public String message() {
            return "The condition cannot be read: " + reason;
        }
    }

    record NeverHolds(String path, String reason) implements Problem {
        @Override
        public String message() {
            return "This can never hold: " + reason;
        }
    }

    record NoOptions(String path) implements Problem {
        @Override
        public String message() {
            return "There is nothing to choose from. Write at least one option under 'options'.";
        }
    }

    record OutOfRange(String path, String reason) implements Problem {
        @Override
        public String message() {
            return reason;
        }
    }

    record MissingTranslation(String path, String language) implements Problem {
        @Override
        public String message() {
            return "The text in '" + language + "' is missing. Write it, or take '" + language
                    + "' out of 'languages'.";
        }
    }

    record UnknownPlaceholder(String path, String placeholder, String known) implements Problem {
        @Override
        public String message() {
            return "Nothing stands for {" + placeholder + "}. Known: " + known + ".";
        }
    }

    record TooManyQuestions(String path, int count, int most) implements Problem {
        @Override
        public String message() {
            return count + " questions are too many for one playbook. At most " + most + "; make two playbooks of it.";
        }
    }

    record TooLong(String path, int length, int most) implements Problem {
        @Override
        public String message() {
            return "With " + length + " characters this is too long for Telegram. At most " + most + ".";
        }
    }

    record Unsupported(String path, String reason) implements Problem {
        @Override
        public String message() {
            return reason;
        }
    }

    record LongButton(String path, String label, int most) implements Problem {
        @Override
        public String message() {
            return "The button '" + label + "' may be cut off on a phone. Keep it to " + most + " characters.";
        }

        @Override
        public boolean warning() {
            return true;
        }
    }

    record LongQuestion(String path, int words, int most) implements Problem {
        @Override
        public String message() {
            return "The question has " + words + " words. People read at most " + most + ".";
        }

        @Override
        public boolean warning() {
            return true;
        }
    }

    record Unreachable(String path, String reason) implements Problem {
        @Override
        public String message() {
            return "This question is never asked: " + reason;
        }

        @Override
        public boolean warning() {
            return true;
        }
    }
}
