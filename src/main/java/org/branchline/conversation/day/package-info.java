/**
 * Days as people type them, in English or Danish: what stands in a text, and which day of a span it means. Touches the
 * JDK only.
 */
@NullMarked
package org.branchline.conversation.day;

import org.jspecify.annotations.NullMarked;
