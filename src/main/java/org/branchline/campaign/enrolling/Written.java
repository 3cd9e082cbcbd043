package org.branchline.campaign.enrolling;

import java.util.List;
import java.util.Map;

/**
 * One member as a list names them, not checked yet.
 *
 * @param line where it stands in the list, from 1
 * @param place the same as people read it, for example {@code line 7}
 * @param fields what is written, by name of the field; what is left empty is not among them
 * @param attributes the values, by attribute
 * @param problems what is no such line at all
 */
public record Written(
        long line,
        String place,
        Map<String, String> fields,
        Map<String, List<String>> attributes,
        List<String> problems) {

    public Written {
        fields = Map.copyOf(fields);
        attributes = Map.copyOf(attributes);
        problems = List.copyOf(problems);
    }
}
