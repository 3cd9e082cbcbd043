/**
 * What is said: the engine that turns what a person did into what the service does, without a database, a clock or a
 * network. Touches the JDK and CEL only.
 */
@NullMarked
package org.branchline.conversation;

import org.jspecify.annotations.NullMarked;
