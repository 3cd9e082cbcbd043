package org.branchline.conversation.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.branchline.conversation.Answer;
import org.branchline.conversation.Button;

/** Messages of text until Done. Each is saved as it comes. */
final class LongTextForm implements TextForm {

    @Override
    public List<List<Button>> rows(Asked asked) {
        return pieces(asked).isEmpty()
                ? List.of()
                : List.of(List.of(asked.button(asked.voice().say("done"), Buttons.DONE)));
    }

    @Override
    public Heard pressed(Asked asked, String choice) {
        if (!choice.equals(Buttons.DONE)) {
            return new Heard.Old();
        }
        return done(asked).orElseGet(() -> new Heard.Toast(asked.voice().say("text.first")));
    }

    @Override
    public Heard wrote(Asked asked, String text, long message) {
        if (Matching.same(text, asked.voice().say("done"))) {
            Optional<Heard> done = done(asked);
            if (done.isPresent()) {
                return done.get();
            }
        }
        List<Answer.Piece> pieces = new ArrayList<>(asked.begun() ? pieces(asked) : List.of());
        pieces.add(new Answer.Piece(message, text));
        return fits(asked, pieces).orElseGet(() -> new Heard.Growing(new Answer.Words(pieces), message));
    }

    @Override
    public Heard corrected(Asked asked, String text, long message) {
        List<Answer.Piece> pieces = pieces(asked).stream()
                .map(piece -> piece.message() == message ? new Answer.Piece(message, text) : piece)
                .toList();
        Answer.Words answer = new Answer.Words(pieces);
        return fits(asked, pieces)
                .orElseGet(() -> asked.begun()
                        ? new Heard.Growing(answer, message)
                        : new Heard.Settled(answer, Echo.silent(), message));
    }

    private static Optional<Heard> done(Asked asked) {
        if (pieces(asked).isEmpty()) {
            return Optional.empty();
        }
        return asked.given().map(given -> new Heard.Settled(given.answer(), Echo.silent(), given.message()));
    }

    private static Optional<Heard> fits(Asked asked, List<Answer.Piece> pieces) {
        return Limits.tooLong(asked, new Answer.Words(pieces).text(), Limits.LONG);
    }

    private static List<Answer.Piece> pieces(Asked asked) {
        return asked.answer().map(Parts::pieces).orElse(List.of());
    }
}
