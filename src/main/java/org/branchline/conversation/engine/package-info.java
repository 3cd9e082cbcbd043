/**
 * The engine: what a turn comes to, and how it reads. Touches what is said, playbooks, the JDK and CEL only.
 */
@NullMarked
package org.branchline.conversation.engine;

import org.jspecify.annotations.NullMarked;
