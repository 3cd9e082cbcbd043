/**
 * What goes out: the outbox, its pacing and back-off, the states of a send, and the port {@link
 * org.branchline.delivery.Gateway}. Touches {@code conversation}, {@code calendar}, {@code roster} and {@code database}.
 */
@NullMarked
package org.branchline.delivery;

import org.jspecify.annotations.NullMarked;
