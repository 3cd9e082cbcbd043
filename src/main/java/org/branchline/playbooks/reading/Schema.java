package org.branchline.playbooks.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * One of the published JSON Schemas, and its verdict in plain words: what is wrong comes from the keyword, what would be
 * right from the schema's own description, which editors show too.
 *
 * <p>Loading the validator costs a few hundred milliseconds, so it is made only where a file may be new.
 */
public final class Schema {

    private final JsonNode document;
    private final com.networknt.schema.Schema validator;

    private Schema(JsonNode document) {
        this.document = document;
        this.validator = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(document);
    }

    /**
     * A schema of the class path.
     *
     * @param name for example {@code playbook}
     */
    public static Schema named(String name) {
        String resource = "/schemas/" + name + ".schema.json";
        try (InputStream stream = Schema.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalArgumentException("There is no schema " + resource);
            }
            return new Schema(new ObjectMapper().readTree(stream));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reports everything in which the file departs from the schema. */
    public void check(Node root, FileReport report) {
        for (Error error : validator.validate(Json.of(root))) {
            Located located = locate(root, error.getInstanceLocation());
            Described described = Described.along(error.getEvaluationPath(), document);
            new Verdict(error, located.node, located.key, described).tell(report);
        }
    }

    /** The deepest node the pointer leads to, and the name under which it stands. */
    private static Located locate(Node root, NodePath path) {
        Located here = new Located(root, "");
        for (int i = 0; i < path.getNameCount(); i++) {
            Object step = path.getElement(i);
            Node next =
                    step instanceof Integer index && index < here.node.items().size()
                            ? here.node.items().get(index)
                            : here.node.at(String.valueOf(step)).orElse(null);
            if (next == null) {
                break;
            }
            here = new Located(next, step instanceof Integer ? here.key : String.valueOf(step));
        }
        return here;
    }

    private record Located(Node node, String key) {}
}
