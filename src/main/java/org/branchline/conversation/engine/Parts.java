package org.branchline.conversation.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.branchline.conversation.Answer;

/** What an answer is made of; each part is empty where the answer has none. */
final class Parts {

    private static final Answer.Cases<List<String>> IDS = new Answer.Cases<>() {
        @Override
        public List<String> chosen(Answer.Chosen answer) {
            return answer.options();
        }

        @Override
        public List<String> figure(Answer.Figure answer) {
            return List.of();
        }

        @Override
        public List<String> date(Answer.Date answer) {
            return List.of();
        }

        @Override
        public List<String> words(Answer.Words answer) {
            return List.of();
        }

        @Override
        public List<String> skipped(Answer.Skipped answer) {
            return List.of();
        }
    };

    private static final Answer.Cases<String> OWN = new Answer.Cases<>() {
        @Override
        public String chosen(Answer.Chosen answer) {
            return answer.ownWords() == null ? "" : answer.ownWords();
        }

        @Override
        public String figure(Answer.Figure answer) {
            return "";
        }

        @Override
        public String date(Answer.Date answer) {
            return "";
        }

        @Override
        public String words(Answer.Words answer) {
            return "";
        }

        @Override
        public String skipped(Answer.Skipped answer) {
            return "";
        }
    };

    private static final Answer.Cases<List<Answer.Piece>> PIECES = new Answer.Cases<>() {
        @Override
        public List<Answer.Piece> chosen(Answer.Chosen answer) {
            return List.of();
        }

        @Override
        public List<Answer.Piece> figure(Answer.Figure answer) {
            return List.of();
        }

        @Override
        public List<Answer.Piece> date(Answer.Date answer) {
            return List.of();
        }

        @Override
        public List<Answer.Piece> words(Answer.Words answer) {
            return answer.pieces();
        }

        @Override
        public List<Answer.Piece> skipped(Answer.Skipped answer) {
            return List.of();
        }
    };

    private static final Answer.Cases<Optional<LocalDate>> DAY = new Answer.Cases<>() {
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
            return Optional.of(answer.day());
        }

        @Override
        public Optional<LocalDate> words(Answer.Words answer) {
            return Optional.empty();
        }

        @Override
        public Optional<LocalDate> skipped(Answer.Skipped answer) {
            return Optional.empty();
        }
    };

    private Parts() {}

    static List<String> ids(Answer answer) {
        return answer.of(IDS);
    }

    static String own(Answer answer) {
        return answer.of(OWN);
    }

    static List<Answer.Piece> pieces(Answer answer) {
        return answer.of(PIECES);
    }

    static Optional<LocalDate> day(Answer answer) {
        return answer.of(DAY);
    }

    /** The pieces as one line. */
    static String text(Answer answer) {
        return String.join(" ", pieces(answer).stream().map(Answer.Piece::text).toList());
    }

    static boolean skipped(Answer answer) {
        return answer.equals(new Answer.Skipped());
    }
}
