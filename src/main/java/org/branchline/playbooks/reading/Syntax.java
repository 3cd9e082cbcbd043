package org.branchline.playbooks.reading;

import java.util.List;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** The parser's complaints in words for somebody who writes a playbook once a month. */
final class Syntax {

    private record Explained(String parser, String wrong, String right) {}

    private static final List<Explained> KNOWN = List.of(
            new Explained(
                    "unexpected character found *",
                    "a text cannot begin with a star, which refers to another place",
                    "put the text in double quotes"),
            new Explained("TAB", "there is a tab at the beginning of the line", "use blanks"),
            new Explained(
                    "mapping values are not allowed here",
                    "there is a second colon in this line",
                    "put the text in double quotes"),
            new Explained(
                    "found unexpected end of stream",
                    "the file ends inside a quoted text",
                    "close the quotes; was it saved completely?"),
            new Explained(
                    "expected ',' or '}'",
                    "the braces opened here or above are not closed",
                    "add the brace at the end; was the file saved completely?"),
            new Explained(
                    "expected ',' or ']'",
                    "the brackets opened here or above are not closed",
                    "add the bracket at the end; was the file saved completely?"),
            new Explained(
                    "could not find expected ':'",
                    "a key without a colon",
                    "write \"key: value\"; was it saved completely?"),
            new Explained(
                    "expected <block end>",
                    "this line does not line up with those above",
                    "give it as many blanks in front, or put the text in quotes"),
            new Explained(
                    "found character '%'", "a text cannot begin with this character", "put the text in double quotes"),
            new Explained(
                    "that cannot start any token",
                    "a text cannot begin with this character",
                    "put the text in double quotes"),
            new Explained("found unknown escape character", "a backslash that means nothing", "write it twice"));

    private Syntax() {}

    static void explain(MarkedYamlEngineException e, FileReport report, Place place) {
        String problem = e.getProblem() == null ? "" : e.getProblem();
        for (Explained known : KNOWN) {
            if (problem.contains(known.parser)) {
                report.error(place, known.wrong, known.right);
                return;
            }
        }
        report.error(place, "not readable as YAML: " + problem, "put the text in double quotes");
    }
}
